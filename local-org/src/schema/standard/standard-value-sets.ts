import type { PicklistValue } from '../types';
import { expandValue } from './compact-form';
import type { CompactValueSets } from './compact-form';
import { readGenerated } from './read-generated';

/** A picklist that several standard fields share and that metadata may change as a whole. */
export interface StandardValueSet {
  /** Name as the Metadata API has it: `LeadSource`. */
  readonly name: string;
  /** Fields that take their values from it: `Lead.LeadSource`. */
  readonly fields: readonly string[];
  readonly values: readonly PicklistValue[];
}

let cache: ReadonlyMap<string, StandardValueSet> | undefined;

/**
 * The standard value sets of a new org, by name, with the values a Developer Edition starts with.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/standardvalueset_names.htm
 */
export function standardValueSets(): ReadonlyMap<string, StandardValueSet> {
  cache ??= new Map(
    Object.entries(readGenerated<CompactValueSets>('value-sets.json')).map(([name, { fields, values }]) => [
      name,
      { name, fields, values: values.map(expandValue) },
    ]),
  );
  return cache;
}
