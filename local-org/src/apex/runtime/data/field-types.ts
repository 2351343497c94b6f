import type { FieldType } from '../../../schema';

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

/**
 * The type that a field has in Apex.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SObjects_accessing_fields.htm
 */
export function apexTypeNameOf(type: FieldType): string {
  return APEX_TYPES[type] ?? 'String';
}
