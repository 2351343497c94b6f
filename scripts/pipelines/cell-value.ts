/** One cell of a source row: text, number, boolean, date (UTC midnight or instant), or nothing. */
export type CellValue = string | number | boolean | Date | null;

/** True when a cell holds nothing: null, or text of spaces (also non-breaking ones). */
export function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === 'string' && tidyText(value) === '');
}

/** Removes outer spaces and invisible characters and turns runs of blanks within a line into one. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** A cell as tidy text; dates as `2026-01-31`. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return tidyText(String(value));
}
