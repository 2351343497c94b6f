import type { FieldValue } from '../../core';
import type { PicklistValue } from '../../schema';
import type { SaveChunk } from '../save-chunk';
import type { SaveRecord } from '../save-record';

/** Sets a computed field where the org's edition of the object has it. */
export function assignComputed(
  chunk: SaveChunk,
  record: SaveRecord,
  fieldName: string,
  value: FieldValue,
): void {
  if (chunk.plan.fields.has(fieldName)) record.values[fieldName] = value;
}

/** The entry of a picklist field that a record has chosen. */
export function chosenValue(
  chunk: SaveChunk,
  record: SaveRecord,
  fieldName: string,
): PicklistValue | undefined {
  const value = record.get(fieldName);
  return chunk.plan.fields.get(fieldName)?.field.picklist?.values.find((entry) => entry.value === value);
}

/** Ids that a field holds now or held before, over the records of a chunk. */
export function touchedIds(chunk: SaveChunk, fieldName: string): Set<string> {
  const ids = new Set<string>();
  for (const record of chunk.records) {
    for (const id of [record.get(fieldName), record.before(fieldName)])
      if (typeof id === 'string') ids.add(id);
  }
  return ids;
}
