import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldModel, type FieldModel, type ObjectModel } from './object-model';

type StandardField = Pick<FieldModel, 'type'> & Partial<FieldModel>;
type StandardFields = Readonly<Record<string, Readonly<Record<string, StandardField>>>>;

const FACTS = join(__dirname, '../generated/standard-objects.json');

/**
 * The standard objects that the solution extends or uses, with their standard fields, as facts in
 * `../generated/standard-objects.json`. A test compares them with the objects that the local org has. An object that
 * is missing is added there.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_list.htm
 */
export function standardObjects(): readonly ObjectModel[] {
  const objects = JSON.parse(readFileSync(FACTS, 'utf8')) as StandardFields;
  return Object.entries(objects).map(([name, fields]) => ({
    name,
    label: '',
    fields: Object.entries(fields).map(([field, facts]) => fieldModel({ name: field, ...facts })),
  }));
}
