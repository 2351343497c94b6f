import type { FieldValue } from '../../core';
import type { Field } from '../../schema';
import { quoteName } from '../../storage';
import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';
import type { SaveRecord } from '../save-record';

/**
 * Checks unique fields against stored records (deleted ones do not count) and within the chunk, where the first wins.
 * @see https://help.salesforce.com/s/articleView?id=sf.custom_field_attributes.htm
 */
export function checkUniqueFields(chunk: SaveChunk, records: readonly SaveRecord[]): void {
  for (const field of chunk.plan.uniques) {
    const changed = records.filter(
      (record) => !record.failed && record.get(field.name) !== null && record.changes(field.name),
    );
    if (changed.length > 0) checkField(chunk, field, changed);
  }
}

function checkField(chunk: SaveChunk, field: Field, changed: readonly SaveRecord[]): void {
  const keyOf = (value: FieldValue): string =>
    field.caseSensitive ? String(value) : String(value).toLowerCase();
  const holders = findHolders(
    chunk,
    field,
    changed.map((record) => record.get(field.name)),
    keyOf,
  );
  // A record of this chunk that gives up a value makes it free.
  const leaving = new Set(changed.flatMap((record) => record.id ?? []));
  const taken = new Map<string, string>();
  for (const record of changed) {
    const key = keyOf(record.get(field.name));
    const holder = (holders.get(key) ?? []).find((id) => !leaving.has(id)) ?? taken.get(key);
    if (holder !== undefined && holder !== record.id)
      record.fail(saveErrors.duplicateValue(field.name, holder));
    else taken.set(key, record.id ?? '<unknown>');
  }
}

function findHolders(
  chunk: SaveChunk,
  field: Field,
  values: readonly FieldValue[],
  keyOf: (value: FieldValue) => string,
): Map<string, string[]> {
  const live = chunk.type.field('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  const rows = chunk.services.store
    .prepare(
      `SELECT "Id" AS id, ${quoteName(field.name)} AS value FROM ${quoteName(chunk.type.name)}
       WHERE ${quoteName(field.name)} IN (SELECT value FROM json_each(?))${live}`,
    )
    .all(JSON.stringify(values)) as { id: string; value: FieldValue }[];
  const holders = new Map<string, string[]>();
  for (const { id, value } of rows) holders.set(keyOf(value), [...(holders.get(keyOf(value)) ?? []), id]);
  return holders;
}
