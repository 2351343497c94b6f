import { type RecordType } from '../../schema';
import { booleanOf, objectsOf, textOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';
import { decodeValueName } from './value-names';

/** The field whose values a business process selects from, by lower-case object name. */
export const PROCESS_FIELDS: ReadonlyMap<string, string> = new Map([
  ['opportunity', 'StageName'],
  ['lead', 'Status'],
  ['case', 'Status'],
  ['solution', 'Status'],
]);

/** Values of one picklist that a record type allows. */
export type AllowedValues = RecordType['picklistValues'][string];

/**
 * The picklist a business process governs and the values it allows; undefined when there is no such process.
 *
 * `processValues('Opportunity', 'Short', store)` is `['StageName', { values: ['Talk'], defaultValue: 'Talk' }]`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_businessprocess.htm
 */
export function processValues(
  objectName: string,
  processName: string,
  store: ComponentStore,
): readonly [field: string, allowed: AllowedValues] | undefined {
  const field = PROCESS_FIELDS.get(objectName.toLowerCase());
  const process = store.find('BusinessProcess', `${objectName}.${processName}`);
  if (field === undefined || !process) return undefined;
  const entries = objectsOf(process.content, 'values').map((value) => ({
    name: decodeValueName(textOf(value, 'fullName') ?? ''),
    isDefault: booleanOf(value, 'default'),
  }));
  const defaultValue = entries.find((entry) => entry.isDefault)?.name;
  return [
    field,
    { values: entries.map((entry) => entry.name), ...(defaultValue === undefined ? {} : { defaultValue }) },
  ];
}
