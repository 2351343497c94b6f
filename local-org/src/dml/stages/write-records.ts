import type { RecordValues } from '../../core';
import { nextAutoNumbers } from '../auto-number';
import type { SaveChunk } from '../save-chunk';
import type { SaveRecord } from '../save-record';
import { stampAuditFields } from './stamp-audit-fields';

/** Writes the chunk to the store, inside the transaction; ids and auto-numbers are taken here. */
export function writeRecords(chunk: SaveChunk): void {
  stampAuditFields(chunk);
  if (chunk.operation === 'insert') insertRecords(chunk);
  else for (const record of chunk.records) updateRecord(chunk, record);
  for (const record of chunk.records) {
    if (record.id === null) continue;
    chunk.transaction.recordChange({
      objectName: chunk.type.name,
      id: record.id,
      operation: chunk.operation,
      values: record.values,
      prior: record.prior,
      user: chunk.options.context.user,
    });
  }
}

function insertRecords(chunk: SaveChunk): void {
  const { store } = chunk.services;
  const { type, records } = chunk;
  const ids = store.newIds(type, records.length);
  records.forEach((record, position) => {
    record.id = ids[position] ?? null;
    record.values['Id'] = record.id;
  });
  nameById(chunk);
  for (const field of chunk.plan.autoNumbers) {
    const numbers = nextAutoNumbers(store, type, field, records.length, chunk.stamp);
    records.forEach((record, position) => {
      record.values[field.name] = numbers[position] ?? null;
    });
  }
  store.insert(
    type,
    records.map((record) => record.values),
  );
}

/** A custom object's record without a name is named by its id. */
function nameById({ type, plan, records }: SaveChunk): void {
  const field = plan.fields.get('Name')?.field;
  if (!type.definition.custom || field?.autoNumber !== undefined || !field?.nameField) return;
  for (const record of records) if (record.get('Name') === null) record.values['Name'] = record.id;
}

function updateRecord(chunk: SaveChunk, { id, values, prior }: SaveRecord): void {
  if (id === null) return;
  const changed: RecordValues = {};
  for (const name in values) {
    const value = values[name] ?? null;
    if (value !== prior?.[name]) changed[name] = value;
  }
  chunk.services.store.update(chunk.type, id, changed);
}
