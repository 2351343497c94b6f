import { tidyText, type CellValue } from './cell-value';

/** Ways to tidy a cell, as mappings name them. */
export const CLEANERS = ['person-name', 'lower-case'] as const;

/** A way to tidy a cell. */
export type Cleaner = (typeof CLEANERS)[number];

const TIDY: Readonly<Record<Cleaner, (text: string) => string>> = {
  'person-name': (text) => text.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1'),
  'lower-case': (text) => text.toLowerCase(),
};

/** Tidies a cell that holds text: `Rinaldi, Callum` becomes `Callum Rinaldi`. */
export function cleanCell(cleaner: Cleaner, cell: CellValue): CellValue {
  return typeof cell === 'string' ? TIDY[cleaner](tidyText(cell)) : cell;
}
