import { cellText, isBlank, parseDate, parseNumber, type CellValue } from '../pipelines';
import { sortRows } from './source/data-rows';
import { findHeadings } from './source/headings';
import type { Source } from './source/read-source';
import type { Sheet } from './source/sheet';

/** What a column of a sheet holds. */
export interface ColumnProfile {
  readonly column: string;
  readonly filled: number;
  readonly blank: number;
  readonly distinct: number;
  /** Cells by what they look like: `{ text: 10, number: 4, date: 1 }`. */
  readonly types: Readonly<Record<string, number>>;
  /** Shapes of the text, `9` a digit and `a` a letter, most frequent first: `99-99-99`. */
  readonly formats: readonly { readonly format: string; readonly count: number }[];
  /** Most frequent values. */
  readonly top: readonly { readonly value: string; readonly count: number }[];
  readonly min: string | null;
  readonly max: string | null;
  /** Numbers beyond three interquartile ranges of the middle half. */
  readonly outliers: readonly string[];
  /** Values that differ only in case, blanks or punctuation: probably the same thing. */
  readonly nearDuplicates: readonly (readonly string[])[];
}

/** What a sheet holds. */
export interface SheetProfile {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly headingRow: number | null;
  readonly rows: number;
  readonly blankRows: number;
  readonly totalRows: number;
  readonly duplicateRows: number;
  readonly mergedRanges: number;
  readonly remarks: readonly string[];
  readonly columns: readonly ColumnProfile[];
}

/** Listed values, formats, outliers and near duplicates per column. */
const LISTED = 8;

/** Looks at every sheet of a source, whether a mapping knows it or not. */
export function profileSource(source: Source, known: ReadonlySet<string>): SheetProfile[] {
  return source.sheets.map((sheet) => profileSheet(sheet, known));
}

function profileSheet(sheet: Sheet, known: ReadonlySet<string>): SheetProfile {
  const headings = findHeadings(sheet, known);
  const base = {
    sheet: `${sheet.file} ${sheet.name}`,
    hidden: sheet.hidden,
    mergedRanges: sheet.merges.length,
    remarks: sheet.remarks,
  };
  if (!headings) {
    return {
      ...base,
      headingRow: null,
      rows: sheet.rows.length,
      blankRows: 0,
      totalRows: 0,
      duplicateRows: 0,
      columns: [],
    };
  }
  const { data, blank, totals } = sortRows(sheet, headings);
  const texts = data.map(({ cells }) => JSON.stringify(cells.map((cell) => cellText(cell))));
  return {
    ...base,
    headingRow: headings.row,
    rows: data.length,
    blankRows: blank,
    totalRows: totals.length,
    duplicateRows: texts.length - new Set(texts).size,
    columns: headings.names.map((name, index) =>
      profileColumn(
        name,
        data.map(({ cells }) => cells[index] ?? null),
      ),
    ),
  };
}

function profileColumn(column: string, cells: readonly CellValue[]): ColumnProfile {
  const filled = cells.filter((cell) => !isBlank(cell));
  const texts = filled.map((cell) => cellText(cell));
  const counts = countOf(texts);
  const numbers = filled.flatMap((cell) => (typeof cell === 'number' ? [cell] : []));
  const sorted = numbers.length > 0 ? [...numbers].sort((a, b) => a - b) : [...texts].sort();
  return {
    column,
    filled: filled.length,
    blank: cells.length - filled.length,
    distinct: counts.size,
    types: Object.fromEntries(countOf(filled.map(typeOf))),
    formats: mostFrequent(countOf(texts.map(formatOf))).map(([format, count]) => ({ format, count })),
    top: mostFrequent(counts).map(([value, count]) => ({ value, count })),
    min: sorted.length > 0 ? String(sorted[0]) : null,
    max: sorted.length > 0 ? String(sorted.at(-1)) : null,
    outliers: outliersOf(numbers).slice(0, LISTED).map(String),
    nearDuplicates: nearDuplicatesOf(counts.keys()).slice(0, LISTED),
  };
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const mostFrequent = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort((a, b) => b[1] - a[1]).slice(0, LISTED);

function typeOf(cell: CellValue): string {
  if (cell instanceof Date) return 'date';
  if (typeof cell !== 'string') return typeof cell;
  if (parseDate(cell, 'dmy') !== null) return 'date text';
  return parseNumber(cell) !== null ? 'number text' : 'text';
}

/** The shape of a text: runs of letters become `a`, digits stay one `9` each. */
function formatOf(text: string): string {
  return text
    .replace(/\p{L}+/gu, 'a')
    .replace(/\d/g, '9')
    .slice(0, 40);
}

function outliersOf(numbers: readonly number[]): number[] {
  if (numbers.length < LISTED) return [];
  const sorted = [...numbers].sort((a, b) => a - b);
  const lower = sorted[Math.floor(sorted.length / 4)] ?? 0;
  const upper = sorted[Math.floor((sorted.length * 3) / 4)] ?? 0;
  const reach = 3 * (upper - lower);
  return reach === 0 ? [] : sorted.filter((value) => value < lower - reach || value > upper + reach);
}

function nearDuplicatesOf(values: Iterable<string>): string[][] {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const key = value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    if (key === '' || /^\d+$/.test(key)) continue;
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
