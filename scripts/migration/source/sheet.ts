import type { CellValue } from '../../pipelines';

/** One row of a sheet before headings are known. */
export interface RawRow {
  /** Row number as the spreadsheet program shows it, from 1. */
  readonly number: number;
  readonly cells: readonly CellValue[];
}

/** A range of merged cells, all numbers from 1 and inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet of a workbook, or a `.csv` file, as it stands. */
export interface Sheet {
  /** File name without folder: `deals.xlsx`. */
  readonly file: string;
  /** Sheet name, or the file name without `.csv`. */
  readonly name: string;
  readonly hidden: boolean;
  /** Every row that has a cell, blank ones included. */
  readonly rows: readonly RawRow[];
  readonly merges: readonly MergedRange[];
  /** What a reader should know: formulas without result, error cells, guessed encoding. */
  readonly remarks: readonly string[];
  /** True for text files, where each row must have as many cells as the heading row. */
  readonly fixedWidth: boolean;
}
