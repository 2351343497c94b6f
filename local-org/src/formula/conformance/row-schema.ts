import type { Field, FieldType } from '../../schema';
import { Schema } from '../../schema';
import { fieldDefinition, objectDefinition } from './field-definition';
import type { ConformanceField, ConformanceRow } from './row';

/** The object every row's fields are put on. */
export const ROW_OBJECT = 'Row__c';

const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  text: 'string',
  double: 'double',
  currency: 'currency',
  percent: 'percent',
  boolean: 'boolean',
  dateonly: 'date',
  datetime: 'datetime',
  timeonly: 'time',
  email: 'email',
  phone: 'phone',
  url: 'url',
  textarea: 'textarea',
  picklist: 'picklist',
  multipicklist: 'multipicklist',
};

/**
 * The field type that a row's word stands for.
 * @throws Error for a word that no field type has
 */
export function fieldTypeOf(word: string): FieldType {
  const type = FIELD_TYPES[word.toLowerCase()];
  if (!type) throw new Error(`Unknown field type in a conformance row: ${word}`);
  return type;
}

/** A schema of one object with the fields of a row. */
export function schemaOf(row: ConformanceRow): Schema {
  return new Schema([objectDefinition(ROW_OBJECT, 'a00', [...row.leaf, ...row.formulas].map(fieldOf))]);
}

function fieldOf({ name, type, scale, formula }: ConformanceField): Field {
  return fieldDefinition(name, fieldTypeOf(type), {
    scale: scale ?? 0,
    ...(formula === undefined ? {} : { formula: { expression: formula, treatBlanksAs: 'BlankAsZero' } }),
  });
}
