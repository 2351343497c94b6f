import {
  cellText,
  cleanCell,
  type CellValue,
  type MappedRow,
  type Mapping,
  type MappingTable,
} from '../pipelines';
import { sortRows } from './source/data-rows';
import { findHeadings, normaliseHeading, type Headings } from './source/headings';
import type { Source } from './source/read-source';
import type { Sheet } from './source/sheet';

/** What became of one sheet. */
export interface SheetReport {
  /** `deals.xlsx Pipeline` */
  readonly sheet: string;
  readonly hidden: boolean;
  /** Table of the mapping it serves; null when it serves none. */
  readonly table: string | null;
  readonly role: 'load' | 'lookup' | 'ignored';
  /** Data rows: neither blank nor total nor repeated headings. */
  readonly rows: number;
  readonly blankRows: number;
  /** Row numbers that add up others; not loaded. */
  readonly totalRows: readonly number[];
  readonly headingRow: number | null;
  readonly remarks: readonly string[];
  /** Columns that the mapping neither uses nor waives. */
  readonly unmappedColumns: readonly string[];
}

/** The rows of a source, sorted into the tables of a mapping. */
export interface AssignedTables {
  readonly tables: Map<string, MappedRow[]>;
  readonly sheets: readonly SheetReport[];
  /** Tables that no sheet fits although the mapping needs them. */
  readonly missingTables: readonly string[];
}

/** Every heading that a mapping knows, normalised. */
export function knownHeadings(mappings: readonly Mapping[]): Set<string> {
  const known = new Set<string>();
  for (const mapping of mappings) {
    for (const table of Object.values(mapping.tables)) {
      for (const names of Object.values(table.columns))
        for (const name of names) known.add(normaliseHeading(name));
      for (const name of Object.keys(table.waived)) known.add(normaliseHeading(name));
    }
  }
  return known;
}

/** Finds for each sheet the table it fits, and takes its rows under the mapping's own column names. */
export function assignTables(source: Source, mapping: Mapping): AssignedTables {
  const known = knownHeadings([mapping]);
  const tables = new Map<string, MappedRow[]>();
  const sheets = source.sheets.map((sheet) => assignSheet(sheet, mapping, known, tables));
  const missingTables = Object.entries(mapping.tables)
    .filter(([name, table]) => !table.optional && !tables.has(name))
    .map(([name]) => name);
  return { tables, sheets, missingTables };
}

function assignSheet(
  sheet: Sheet,
  mapping: Mapping,
  known: ReadonlySet<string>,
  tables: Map<string, MappedRow[]>,
): SheetReport {
  const headings = findHeadings(sheet, known);
  const base = {
    sheet: `${sheet.file} ${sheet.name}`,
    hidden: sheet.hidden,
    headingRow: headings?.row ?? null,
  };
  const waived = mapping.ignoredSheets[sheet.name];
  const fit = headings && waived === undefined ? fittingTable(headings, mapping) : null;
  const sorted = headings
    ? sortRows(sheet, headings)
    : { data: [], blank: 0, totals: [], repeatedHeadings: [] };
  const counts = { rows: sorted.data.length, blankRows: sorted.blank, totalRows: sorted.totals };
  const leftOut = sheet.hidden && !mapping.includeHiddenSheets;
  if (!headings || !fit || leftOut) {
    const reason = waived ?? (leftOut && fit ? 'hidden sheet: not loaded' : 'fits no table of the mapping');
    return {
      ...base,
      ...counts,
      table: fit?.[0] ?? null,
      role: 'ignored',
      remarks: [...sheet.remarks, reason],
      unmappedColumns: [],
    };
  }
  const [name, table] = fit;
  const columns = columnPositions(headings, table);
  const rows = sorted.data.map((row) => toMappedRow(sheet, row, columns, table));
  tables.set(name, [...(tables.get(name) ?? []), ...rows]);
  const unmappedColumns = unmapped(headings, table, sorted.data);
  return { ...base, ...counts, table: name, role: table.role, remarks: sheet.remarks, unmappedColumns };
}

/** The table whose identifying columns all stand in the headings; the one with most columns wins. */
export function fittingTable(headings: Headings, mapping: Mapping): [string, MappingTable] | null {
  let best: { readonly entry: [string, MappingTable]; readonly columns: number } | null = null;
  for (const entry of Object.entries(mapping.tables)) {
    const columns = columnPositions(headings, entry[1]);
    const fits = entry[1].identifiedBy.every((column) => columns.has(column));
    if (fits && columns.size > (best?.columns ?? 0)) best = { entry, columns: columns.size };
  }
  return best?.entry ?? null;
}

function columnPositions(headings: Headings, table: MappingTable): Map<string, number> {
  const positions = new Map<string, number>();
  const names = headings.names.map(normaliseHeading);
  for (const [column, accepted] of Object.entries(table.columns)) {
    const wanted = accepted.map(normaliseHeading);
    const at = names.findIndex((name) => wanted.includes(name));
    if (at >= 0) positions.set(column, at);
  }
  return positions;
}

/** Headings with data under them that nobody asked for: they would be lost without a word. */
function unmapped(
  headings: Headings,
  table: MappingTable,
  rows: readonly { readonly cells: readonly CellValue[] }[],
): string[] {
  const expected = new Set(Object.values(table.columns).flat().map(normaliseHeading));
  for (const name of Object.keys(table.waived)) expected.add(normaliseHeading(name));
  return headings.names.filter((name, index) => {
    if (expected.has(normaliseHeading(name))) return false;
    return rows.some(({ cells }) => cellText(cells[index]) !== '');
  });
}

/** The cell, with a known misspelling put right. */
function corrected(spellings: Readonly<Record<string, string>> | undefined, cell: CellValue): CellValue {
  if (!spellings || typeof cell !== 'string') return cell;
  const text = cellText(cell).toLowerCase();
  return Object.entries(spellings).find(([wrong]) => wrong.toLowerCase() === text)?.[1] ?? cell;
}

type SheetRow = ReturnType<typeof sortRows>['data'][number];

function toMappedRow(
  sheet: Sheet,
  row: SheetRow,
  columns: ReadonlyMap<string, number>,
  table: MappingTable,
): MappedRow {
  const cells: Record<string, CellValue> = {};
  for (const [column, at] of columns) {
    const cleaner = table.clean[column];
    const cell = row.cells[at] ?? null;
    cells[column] = corrected(table.replace[column], cleaner ? cleanCell(cleaner, cell) : cell);
  }
  const place = `${sheet.name}!${row.number}`;
  const { widthFault } = row;
  return {
    source: place,
    sourceRow: `${sheet.file} ${place}`,
    cells,
    ...(widthFault && {
      fault: {
        code: 'COLUMN_COUNT',
        message: `The row has ${widthFault.found} cells, the headings have ${widthFault.expected}`,
      },
    }),
  };
}
