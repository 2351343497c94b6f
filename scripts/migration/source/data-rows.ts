import { cellText, isBlank, type CellValue } from '../../pipelines';
import { normaliseHeading, type Headings } from './headings';
import type { RawRow, Sheet } from './sheet';

/** First words of rows that add up others. */
const TOTAL_WORDS = /^(grand\s+|sub-?\s*)?(total|totals|sum|summe|gesamt|average|count)\b/i;

/** A row of a list with what it is. */
export interface DataRow {
  readonly number: number;
  readonly cells: readonly CellValue[];
  /** Set for a text file row with too few or too many cells. */
  readonly widthFault?: { readonly expected: number; readonly found: number };
}

/** The rows under the headings, sorted by what they are. */
export interface DataRows {
  readonly data: readonly DataRow[];
  readonly blank: number;
  /** Row numbers of totals and of headings that are repeated. */
  readonly totals: readonly number[];
  readonly repeatedHeadings: readonly number[];
}

/** Sorts the rows under the headings: data, blank rows, totals, repeated headings. */
export function sortRows(sheet: Sheet, headings: Headings): DataRows {
  const data: DataRow[] = [];
  const totals: number[] = [];
  const repeatedHeadings: number[] = [];
  let blank = 0;
  const names = headings.names.map(normaliseHeading).join('|');
  for (const row of sheet.rows) {
    if (row.number <= headings.row) continue;
    if (row.cells.every((cell) => isBlank(cell))) blank += 1;
    else if (row.cells.map((cell) => normaliseHeading(cellText(cell))).join('|') === names)
      repeatedHeadings.push(row.number);
    else if (isTotal(row)) totals.push(row.number);
    else data.push(toDataRow(sheet, row, headings));
  }
  return { data, blank, totals, repeatedHeadings };
}

/** The first filled cell says total, and at most half of the row is filled. */
function isTotal(row: RawRow): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  const first = filled[0];
  return (
    typeof first === 'string' &&
    TOTAL_WORDS.test(first.trim()) &&
    filled.length <= Math.max(2, row.cells.length / 2)
  );
}

function toDataRow(sheet: Sheet, row: RawRow, headings: Headings): DataRow {
  const { number, cells } = row;
  const expected = headings.names.length;
  if (!sheet.fixedWidth || cells.length === expected) return { number, cells };
  return { number, cells, widthFault: { expected, found: cells.length } };
}
