import type { FieldValue, QueryRow } from '../shared';
import type { FieldFacts, FieldIndex } from './field-index';

/**
 * The fields of a record that differ from what the org holds; empty means that nothing has to be sent.
 * Parents are compared by their external id, text as the platform trims it, numbers at the field's scale.
 */
export function changedFields(
  record: Readonly<Record<string, FieldValue>>,
  existing: QueryRow,
  fields: FieldIndex,
  ignored: ReadonlySet<string>,
): string[] {
  return Object.entries(record)
    .filter(([name, value]) => !ignored.has(name) && !sameValue(value, existing[name], fields.find(name)))
    .map(([name]) => name);
}

function sameValue(value: FieldValue, held: unknown, facts: FieldFacts | undefined): boolean {
  if (value !== null && typeof value === 'object') return sameParent(value, held);
  const blank = held === null || held === undefined || held === '';
  if (value === null || value === '') return blank;
  if (blank) return false;
  if (typeof value === 'number') return sameNumber(value, Number(held), facts?.scale);
  if (typeof value === 'boolean') return String(value) === String(held);
  if (facts?.type === 'datetime') return Date.parse(value) === Date.parse(String(held));
  if (facts?.type === 'reference') return value.slice(0, 15) === String(held).slice(0, 15);
  return normalise(value) === normalise(String(held));
}

function sameParent(reference: Readonly<Record<string, string>>, held: unknown): boolean {
  if (held === null || typeof held !== 'object') return false;
  const parent = held as Record<string, unknown>;
  return Object.entries(reference).every(
    ([field, key]) => String(parent[field]).toLowerCase() === key.toLowerCase(),
  );
}

function sameNumber(value: number, held: number, scale: number | undefined): boolean {
  return Math.abs(value - held) < 0.5 * 10 ** -(scale ?? 6);
}

const normalise = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** The SOQL names of the fields to read for a comparison: `Account.External_Id__c` for a parent. */
export function comparedPaths(
  records: readonly Readonly<Record<string, FieldValue>>[],
  ignored: ReadonlySet<string>,
): string[] {
  const paths = new Set<string>();
  for (const record of records) {
    for (const [name, value] of Object.entries(record)) {
      if (ignored.has(name)) continue;
      if (value !== null && typeof value === 'object')
        for (const key of Object.keys(value)) paths.add(`${name}.${key}`);
      else paths.add(name);
    }
  }
  return [...paths];
}
