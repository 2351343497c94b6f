import type { Field, SObjectType } from '../schema';
import type { RecordStore } from '../storage';

/**
 * Writes a number by an auto-number's display format: `formatAutoNumber('A-{YYYY}-{0000}', 7, '2026-11-22')` is
 * `A-2026-0007`.
 * @param date the day of creation, `2026-11-22`
 * @see https://help.salesforce.com/s/articleView?id=sf.custom_field_types.htm
 */
export function formatAutoNumber(format: string, sequence: number, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const parts: Readonly<Record<string, string>> = { YYYY: year, YY: year.slice(2), MM: month, DD: day };
  return format.replace(/\{(0+|YYYY|YY|MM|DD)\}/g, (_whole, token: string) =>
    token.startsWith('0') ? String(sequence).padStart(token.length, '0') : (parts[token] ?? ''),
  );
}

/**
 * Takes the next numbers of an auto-number field, written by its format.
 * @param stamp the moment of the save: `2026-11-22T11:01:25.000+0000`
 */
export function nextAutoNumbers(
  store: RecordStore,
  type: SObjectType,
  field: Field,
  count: number,
  stamp: string,
): string[] {
  const first = store.takeFromSequence(
    autoNumberSequence(type.name, field.name),
    count,
    field.autoNumberStart,
  );
  const date = stamp.slice(0, 10);
  return Array.from({ length: count }, (_, i) =>
    formatAutoNumber(field.autoNumber ?? '{0}', first + i, date),
  );
}

/** Name of the sequence behind an auto-number field. */
export function autoNumberSequence(objectName: string, fieldName: string): string {
  return `autoNumber:${objectName}.${fieldName}`;
}
