import type { Field, FieldType } from '../../../schema';

/** Types of fields that are no texts, as Apex has them. */
const APEX_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  base64: 'Blob',
  anyType: 'Object',
  address: 'Address',
  location: 'Location',
  // Headers of change events: other objects with such fields are not for Apex.
  complexvalue: 'EventBus.ChangeEventHeader',
};

/** Objects that are referred to by name: fields of custom metadata that choose an object or a field. */
const NAMED_OBJECTS: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

/**
 * The type that a field has in Apex.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SObjects_accessing_fields.htm
 */
export function apexTypeNameOf({ type, relationship }: Pick<Field, 'type' | 'relationship'>): string {
  if (relationship?.referenceTo.some((name) => NAMED_OBJECTS.has(name))) return 'String';
  return APEX_TYPES[type] ?? 'String';
}
