/**
 * A field's value as it travels inside the org, from the API to the store and back.
 *
 * | field type                | representation                                   |
 * |---------------------------|--------------------------------------------------|
 * | text kinds, picklists     | `string`; never `''`, blank is `null`            |
 * | id, reference             | 18-character `string`                            |
 * | boolean                   | `boolean`                                        |
 * | int, double, currency, percent, long | `number` (percent in display form: 50 is 50 %) |
 * | date                      | `'2026-11-22'`                                   |
 * | datetime                  | `'2026-11-22T11:01:25.000+0000'`, always UTC     |
 * | time                      | `'11:01:25.000Z'`                                |
 *
 * Dates and times are the wire form, which also sorts as text, so queries need no conversion.
 */
export type FieldValue = string | number | boolean | null;

/** A record's values by canonical API field name. */
export type RecordValues = Record<string, FieldValue>;

/** Writes an instant as a datetime field value: `formatDatetime(0)` is `'1970-01-01T00:00:00.000+0000'`. */
export function formatDatetime(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('Z', '+0000');
}

let lastDatetime = '';
let lastEpochMs = NaN;

/** Reads a datetime field value into milliseconds since 1970 (UTC). */
export function datetimeToEpochMs(value: string): number {
  // The formulas of a record read the same field one after the other.
  if (value === lastDatetime) return lastEpochMs;
  lastDatetime = value;
  return (lastEpochMs = Date.parse(value.replace(/\+0000$/, 'Z')));
}

/** Writes an instant's UTC day as a date field value: `'1970-01-01'`. */
export function formatDate(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
