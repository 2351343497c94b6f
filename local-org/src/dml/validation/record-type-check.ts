import type { FieldValue } from '../../core';
import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';
import type { SaveRecord } from '../save-record';
import { recordTypesOf } from '../stages/record-types';

/**
 * Checks record types and, for restricted picklists, the values that the record type offers. An update to null keeps
 * the stored record type; an insert with an explicit null is refused.
 * @see https://help.salesforce.com/s/articleView?id=sf.customize_recordtype.htm
 */
export function checkRecordTypes(chunk: SaveChunk, records: readonly SaveRecord[]): void {
  if (!chunk.plan.fields.has('RecordTypeId')) return;
  const changed = records.filter((record) => record.changes('RecordTypeId') || refusesNull(chunk, record));
  if (changed.length === 0 && chunk.type.definition.recordTypes.length === 0) return;
  const rows = recordTypesOf(chunk);
  for (const record of changed) {
    const id = record.get('RecordTypeId');
    if (id === null && record.prior !== null) record.values['RecordTypeId'] = record.before('RecordTypeId');
    else if (id === null || !rows.some((row) => row.id === id && row.active) || !mayChoose(chunk, record, id))
      record.fail(saveErrors.invalidRecordType(String(id)));
  }
  for (const record of records) {
    const definition = rows.find((row) => row.id === record.get('RecordTypeId'))?.definition;
    if (definition && !record.failed) checkOfferedValues(chunk, record, definition.picklistValues);
  }
}

/** A record type that a client names must be open to the user; defaults and automation are not asked. */
function mayChoose(
  { options, services, trusted, type }: SaveChunk,
  record: SaveRecord,
  id: FieldValue,
): boolean {
  if (trusted || options.context.mode === 'system' || !record.assigned.has('RecordTypeId')) return true;
  return services.recordTypes?.isAvailable(options.context.user, type.name, String(id)) ?? true;
}

/** UNVERIFIED: the text; the code is known. */
function refusesNull(chunk: SaveChunk, record: SaveRecord): boolean {
  return (
    chunk.operation === 'insert' && record.assigned.has('RecordTypeId') && record.get('RecordTypeId') === null
  );
}

function checkOfferedValues(
  chunk: SaveChunk,
  record: SaveRecord,
  offered: Readonly<Record<string, { readonly values: readonly string[] }>>,
): void {
  for (const [name, { values }] of Object.entries(offered)) {
    const field = chunk.plan.fields.get(name)?.field;
    if (!field?.picklist?.restricted || !record.changes(field.name)) continue;
    const value = record.get(field.name);
    const bad =
      value === null
        ? undefined
        : String(value)
            .split(';')
            .find((part) => !values.includes(part));
    if (bad !== undefined) record.fail(saveErrors.badPicklistValue(field, bad));
  }
}
