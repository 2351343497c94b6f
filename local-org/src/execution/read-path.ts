import type { FieldValue } from '../core';
import type { FormulaRecord } from '../formula';

/** A field by a path through parents: `['Account', 'Owner', 'Name']`; null when a parent is missing. */
export function readPath(record: FormulaRecord, path: readonly string[]): FieldValue {
  let current: FormulaRecord | null = record;
  for (const relationship of path.slice(0, -1)) {
    current = current.parent(relationship);
    if (!current) return null;
  }
  return current.get(path.at(-1) ?? '');
}
