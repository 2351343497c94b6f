import { cellText, isBlank, type CellValue } from '../../pipelines';
import type { MergedRange, RawRow, Sheet } from './sheet';

/** Rows from the top among which the headings are looked for. */
const SEARCHED_ROWS = 25;

/** Where the headings of a sheet stand and what they are. */
export interface Headings {
  /** Last row of the headings; data follow. */
  readonly row: number;
  /** True when two rows make the headings. */
  readonly twoRows: boolean;
  readonly names: readonly string[];
}

/** A heading without case, blanks and punctuation: `Close  Date*` and `close_date` are the same. */
export function normaliseHeading(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}%#€$]+/gu, '');
}

/**
 * Finds the heading row: the one with most headings that a mapping knows, else with most different texts
 * above a fuller body; titles above it are passed over, and a second row of groups is taken in.
 * @param known normalised headings of all mappings; empty when there is none
 */
export function findHeadings(sheet: Sheet, known: ReadonlySet<string>): Headings | null {
  let best: { readonly headings: Headings; readonly score: number } | null = null;
  const top = sheet.rows.slice(0, SEARCHED_ROWS);
  top.forEach((row, index) => {
    const above = top[index - 1];
    const single = row.cells.map((cell) => cellText(cell));
    const pair = above && above.number === row.number - 1 ? combine(above, row, sheet.merges, known) : null;
    const candidates = [{ names: single, twoRows: false }, ...(pair ? [{ names: pair, twoRows: true }] : [])];
    for (const candidate of candidates) {
      const score = scoreOf(candidate.names, row.cells, known) - (candidate.twoRows ? 0.5 : 0) - index * 0.01;
      if (score > 0 && score > (best?.score ?? 0))
        best = { headings: { row: row.number, ...candidate }, score };
    }
  });
  return (best as { readonly headings: Headings } | null)?.headings ?? null;
}

function scoreOf(names: readonly string[], cells: readonly CellValue[], known: ReadonlySet<string>): number {
  const distinct = new Set(names.map(normaliseHeading).filter((name) => name !== ''));
  if (distinct.size < 2) return 0;
  const hits = [...distinct].filter((name) => known.has(name)).length;
  const texts = cells.filter(
    (cell) => typeof cell === 'string' && !isBlank(cell) && !/^[\d.,\s%€$-]+$/.test(cell),
  ).length;
  const filled = cells.filter((cell) => !isBlank(cell)).length;
  // Data rows repeat words and hold numbers; headings are different words.
  const wordShare = filled === 0 ? 0 : Math.min(texts / filled, 1);
  return hits * 10 + distinct.size * wordShare;
}

/** Headings made of a row of groups and the row under it; null when the upper row groups nothing. */
function combine(
  above: RawRow,
  row: RawRow,
  merges: readonly MergedRange[],
  known: ReadonlySet<string>,
): string[] | null {
  const groups = spread(above, merges);
  const width = Math.max(groups.length, row.cells.length);
  const lower = Array.from({ length: width }, (_, column) => cellText(row.cells[column]));
  const repeated = new Set(lower.filter((name, index) => name !== '' && lower.indexOf(name) !== index));
  let used = false;
  const names = lower.map((name, column) => {
    const group = groups[column] ?? '';
    if (group === '' || group === name) return name;
    if (name === '') {
      used = true;
      return group;
    }
    const both = `${group} ${name}`;
    if (known.has(normaliseHeading(both)) || repeated.has(name)) {
      used = true;
      return both;
    }
    return name;
  });
  return used ? names : null;
}

/** Texts of a row of groups, spread over the columns that merged cells cover. */
function spread(row: RawRow, merges: readonly MergedRange[]): string[] {
  const texts = row.cells.map((cell) => cellText(cell));
  for (const range of merges) {
    if (range.top > row.number || range.bottom < row.number) continue;
    const text = texts[range.left - 1] ?? '';
    for (let column = range.left; column <= range.right; column += 1) texts[column - 1] = text;
  }
  return Array.from(texts, (text) => text ?? '');
}
