import type { FieldValue, RecordData } from '../shared';

/** What is done with records of one object. */
export interface WriteOperation {
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete';
  /** Object API name: `Opportunity`. */
  readonly object: string;
  /** Field that identifies rows of an upsert. */
  readonly externalIdField?: string;
}

/** True when sending the same rows twice has the effect of once. A second insert would make duplicates. */
export const isIdempotent = ({ operation }: WriteOperation): boolean => operation !== 'insert';

/** The field whose value identifies a row of the operation; null for an insert. */
export function keyFieldOf({ operation, externalIdField }: WriteOperation): string | null {
  if (operation === 'insert') return null;
  return operation === 'upsert' ? (externalIdField ?? 'Id') : 'Id';
}

/** The value of a field when it is plain (not a parent reference), as text; empty when absent. */
export function textOf(record: RecordData, field: string): string {
  const value: FieldValue | undefined = record[field];
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}
