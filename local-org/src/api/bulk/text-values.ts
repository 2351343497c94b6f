import type { Field, FieldType } from '../../schema';

const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;
const WHOLE_NUMBER = /^\s*[-+]?\d+(?:\.0*)?\s*$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T.*|Z)?$/;
const DATETIME = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[-+]\d{2}:?\d{2})?)?$/;
const TIME = /^\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', 'on', '1'].map((text): [string, boolean] => [text, true]),
  ...['false', 'no', 'n', 'off', '0'].map((text): [string, boolean] => [text, false]),
]);

type ReadText = (text: string) => unknown;

/** How the text of a field is read, by its type. Types that are absent take the text as it is. */
const READERS: Partial<Record<FieldType, ReadText>> = {
  boolean: (text) => BOOLEANS.get(text.trim().toLowerCase()),
  int: readWholeNumber,
  long: readWholeNumber,
  double: readNumber,
  currency: readNumber,
  percent: readNumber,
  date: (text) => readDay(text.trim(), DATE)?.slice(0, 10),
  datetime: (text) => readDay(text.trim(), DATETIME),
  time: (text) => (TIME.test(text.trim()) ? text.trim() : undefined),
};

/**
 * Reads a field's value from CSV or XML text; undefined when the text cannot be of the field's type.
 *
 * `readFieldText(closeDate, '2026-11-22')` is `'2026-11-22'`, `readFieldText(amount, 'abc')` undefined.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datafiles_csv_valid_record_rows.htm
 */
export function readFieldText(field: Field, text: string): unknown {
  const read = READERS[field.type];
  return read ? read(text) : text;
}

function readNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

function readWholeNumber(text: string): number | undefined {
  return WHOLE_NUMBER.test(text) ? Number(text) : undefined;
}

function readDay(text: string, form: RegExp): string | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? text : undefined;
}
