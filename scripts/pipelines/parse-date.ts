/** How day, month and year follow each other in text. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** First day that spreadsheets count (serial 1 is 1900-01-01, with 1900 wrongly a leap year). */
const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30);

const DAY_MS = 86_400_000;

/** Serial numbers of 1950 to 2100: other numbers are no dates. */
const SERIAL_RANGE = { from: 18_264, to: 73_415 } as const;

/** Two-digit years up to this one belong to 2000; later ones to 1900, as spreadsheets read them. */
const LAST_YEAR_OF_2000S = 49;

const POSITIONS: Readonly<Record<DateOrder, readonly [number, number, number]>> = {
  ymd: [0, 1, 2],
  dmy: [2, 1, 0],
  mdy: [2, 0, 1],
};

/**
 * Reads a date from a cell: real dates, spreadsheet serials, `20-10-16`, `1.3.2017`, `2017-03-01`, `1 Mar 17`.
 * @param order how all-number dates are meant; a four-digit first part is always the year
 * @returns `2016-10-20`, or null when it is no date of the calendar
 */
export function parseDate(value: string | number | boolean | Date, order: DateOrder): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return fromSerial(value);
  if (typeof value === 'boolean') return null;
  const text = value
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?(Z|[+-]\d{2}:?\d{2})?$/i, '');
  return fromNumbers(text, order) ?? fromMonthName(text);
}

function fromSerial(serial: number): string | null {
  if (serial < SERIAL_RANGE.from || serial > SERIAL_RANGE.to) return null;
  return new Date(SERIAL_EPOCH_MS + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

function fromNumbers(text: string, order: DateOrder): string | null {
  const match = /^(\d{1,4})[-/. ]+(\d{1,2})[-/. ]+(\d{1,4})$/.exec(text);
  if (!match) return null;
  const parts = [match[1] ?? '', match[2] ?? '', match[3] ?? ''] as const;
  const [yearAt, monthAt, dayAt] = POSITIONS[parts[0].length === 4 ? 'ymd' : order];
  return calendarDate(parts[yearAt] ?? '', Number(parts[monthAt]), Number(parts[dayAt]));
}

function fromMonthName(text: string): string | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([A-Za-z]{3,9})\.?,?[-/. ]+(\d{2,4})$/.exec(text);
  const monthFirst = /^([A-Za-z]{3,9})\.?[-/. ]+(\d{1,2})(?:st|nd|rd|th)?,?[-/. ]+(\d{2,4})$/.exec(text);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (!day || !name || !year) return null;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : calendarDate(year, month, Number(day));
}

function calendarDate(yearText: string, month: number, day: number): string | null {
  if (yearText.length !== 2 && yearText.length !== 4) return null;
  const short = Number(yearText);
  const year = yearText.length === 4 ? short : short + (short <= LAST_YEAR_OF_2000S ? 2000 : 1900);
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** The date some days after another: `addDays('2016-12-31', 1)` is `2017-01-01`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
