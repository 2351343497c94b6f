import type { PicklistValue } from '../types';
import { expandValue } from './compact-form';
import type { CompactSharedValues } from './compact-form';
import { readGenerated } from './read-generated';

let cache: ReadonlyMap<string, readonly PicklistValue[]> | undefined;

/**
 * Values that several standard fields have in common without being a value set: `TimeZone`, `Locale`.
 * @throws Error when there are none of that name
 */
export function sharedPicklistValues(name: string): readonly PicklistValue[] {
  cache ??= new Map(
    Object.entries(readGenerated<CompactSharedValues>('shared-values.json')).map(([key, values]) => [
      key,
      values.map(expandValue),
    ]),
  );
  const values = cache.get(name);
  if (!values) throw new Error(`There are no shared picklist values ${name}`);
  return values;
}
