import type { FieldValue } from '../core';
import type { Field, FieldType } from '../schema';

/** A value as SQLite holds it. */
export type SqlValue = string | number | null;

type Affinity = 'TEXT COLLATE NOCASE' | 'TEXT' | 'REAL' | 'INTEGER';

/**
 * How each field type is stored. Text compares without regard to case, as on the platform;
 * ids, dates and times compare byte by byte. Compound types have no column: their parts do.
 */
const AFFINITY: Readonly<Record<FieldType, Affinity | null>> = {
  id: 'TEXT',
  reference: 'TEXT',
  date: 'TEXT',
  datetime: 'TEXT',
  time: 'TEXT',
  base64: 'TEXT',
  string: 'TEXT COLLATE NOCASE',
  textarea: 'TEXT COLLATE NOCASE',
  email: 'TEXT COLLATE NOCASE',
  phone: 'TEXT COLLATE NOCASE',
  url: 'TEXT COLLATE NOCASE',
  picklist: 'TEXT COLLATE NOCASE',
  multipicklist: 'TEXT COLLATE NOCASE',
  combobox: 'TEXT COLLATE NOCASE',
  encryptedstring: 'TEXT COLLATE NOCASE',
  anyType: 'TEXT COLLATE NOCASE',
  complexvalue: 'TEXT',
  boolean: 'INTEGER',
  int: 'REAL',
  long: 'REAL',
  double: 'REAL',
  currency: 'REAL',
  percent: 'REAL',
  address: null,
  location: null,
};

/** Whether a field has a column: all but formulas and compound fields, which are computed when read. */
export function isStored(field: Field): boolean {
  return field.formula === undefined && AFFINITY[field.type] !== null;
}

/** The column type of a stored field. */
export function columnType(field: Field): string {
  const affinity = AFFINITY[field.type];
  if (affinity === null) throw new Error(`${field.name} is a compound field and has no column`);
  return field.caseSensitive && affinity === 'TEXT COLLATE NOCASE' ? 'TEXT' : affinity;
}

/** Writes a field value as its column value. */
export function toSql(value: FieldValue | undefined): SqlValue {
  if (value === undefined || value === '') return null;
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Reads a column value as the field's value. */
export function fromSql(field: Field, value: SqlValue): FieldValue {
  return field.type === 'boolean' ? value === 1 : value;
}

/** Quotes a table or column name. */
export function quoteName(name: string): string {
  return `"${name}"`;
}
