import type { Field, FieldType } from '../schema';
import type { FormulaType, FormulaUsage } from './types';

const TYPES: Readonly<Partial<Record<FieldType, FormulaType>>> = {
  id: 'Id',
  reference: 'Id',
  string: 'Text',
  textarea: 'Text',
  email: 'Text',
  phone: 'Text',
  url: 'Text',
  combobox: 'Text',
  boolean: 'Boolean',
  int: 'Number',
  long: 'Number',
  double: 'Number',
  currency: 'Number',
  percent: 'Number',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  location: 'Location',
};

/** Labels of field types that no formula may reference. */
const UNSUPPORTED_LABELS: Readonly<Partial<Record<FieldType, string>>> = {
  encryptedstring: 'Text (Encrypted)',
  base64: 'File',
  address: 'Address',
  complexvalue: 'Complex Value',
  anyType: 'Any',
};

/** Longest text area that a formula field may read. */
const MAX_TEXT_AREA_CHARACTERS = 255;

/** The formula type of a field's values: a currency is a `Number`. Undefined for types that formulas cannot read. */
export function formulaTypeOf(field: Field): FormulaType | undefined {
  return TYPES[field.type];
}

/** The platform's name for a field type that this usage may not reference; undefined when it may. */
export function unsupportedTypeLabel(field: Field, usage: FormulaUsage): string | undefined {
  if (!TYPES[field.type]) return UNSUPPORTED_LABELS[field.type] ?? field.type;
  const long = field.type === 'textarea' && field.length > MAX_TEXT_AREA_CHARACTERS && !field.formula;
  if (!long || usage !== 'formulaField') return undefined;
  return field.extraTypeInfo === 'richtextarea' ? 'Rich Text Area' : 'Long Text Area';
}
