import type { CellValue } from './cell-value';

/** One data row of a source, its cells under the mapping's own column names. */
export interface MappedRow {
  /** Where it stands, for people: `sales_pipeline!17`. */
  readonly source: string;
  /** File and place, for the record: `deals.xlsx Pipeline!17`. */
  readonly sourceRow: string;
  readonly cells: Readonly<Record<string, CellValue>>;
  /** A fault of the row itself, found while reading: wrong number of cells. */
  readonly fault?: { readonly code: string; readonly message: string };
}

/** The rows of every table of a mapping. */
export type MappedTables = ReadonlyMap<string, readonly MappedRow[]>;
