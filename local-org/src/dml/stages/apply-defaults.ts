import { asFieldValue, findOrganization } from '../../execution';
import type { SaveChunk } from '../save-chunk';
import type { FormulaDefault } from '../save-plan';
import type { SaveRecord } from '../save-record';
import { recordTypesOf, type RecordTypeRow } from './record-types';

/**
 * Gives new records their defaults: record type, the record type's picklist defaults, literal and formula defaults,
 * owner. A value that the client gave stays, null included, except where the field must not be null.
 * @see https://help.salesforce.com/s/articleView?id=sf.fields_default_values.htm
 */
export function applyDefaults(chunk: SaveChunk): void {
  if (chunk.operation !== 'insert') return;
  applyRecordTypes(chunk);
  const owners = defaultOwners(chunk);
  for (const record of chunk.records) {
    if (record.failed) continue;
    for (const { name, value } of chunk.plan.literalDefaults)
      if (takesDefault(chunk, record, name)) record.values[name] = value;
    for (const formulaDefault of chunk.plan.formulaDefaults) applyFormula(chunk, record, formulaDefault);
    for (const [name, id] of owners) if (record.get(name) === null) record.values[name] = id;
  }
}

/** The running user owns a new record; a custom setting belongs to the org. */
function defaultOwners(chunk: SaveChunk): [string, string][] {
  const owners: [string, string][] = chunk.plan.fields.has('OwnerId')
    ? [['OwnerId', chunk.options.context.user.id]]
    : [];
  const organizationId = chunk.plan.fields.has('SetupOwnerId')
    ? findOrganization(chunk.services)?.['Id']
    : undefined;
  return typeof organizationId === 'string' ? [...owners, ['SetupOwnerId', organizationId]] : owners;
}

function takesDefault(chunk: SaveChunk, record: SaveRecord, name: string): boolean {
  if (!record.assigned.has(name)) return record.get(name) === null || record.get(name) === false;
  return record.get(name) === null && chunk.plan.fields.get(name)?.field.nillable === false;
}

function applyFormula(chunk: SaveChunk, record: SaveRecord, { field, compiled }: FormulaDefault): void {
  if (!takesDefault(chunk, record, field.name)) return;
  const subject = { type: chunk.type, values: record.values, prior: null, isNew: true };
  record.values[field.name] = asFieldValue(field, chunk.session.evaluate(compiled, subject));
}

function applyRecordTypes(chunk: SaveChunk): void {
  if (!chunk.plan.fields.has('RecordTypeId') || chunk.type.definition.recordTypes.length === 0) return;
  const rows = recordTypesOf(chunk);
  const byDefault = defaultRecordTypeId(chunk, rows);
  for (const record of chunk.records) {
    if (record.failed) continue;
    if (!record.assigned.has('RecordTypeId')) record.values['RecordTypeId'] = byDefault;
    applyRecordTypePicklists(chunk, record, rows);
  }
}

/** The profile's default, else the only active one, else Master. */
function defaultRecordTypeId(chunk: SaveChunk, rows: readonly RecordTypeRow[]): string | null {
  const { user } = chunk.options.context;
  const access = chunk.services.recordTypes;
  const ofProfile = access?.defaultRecordTypeId(user, chunk.type.name);
  if (ofProfile !== undefined) return ofProfile;
  const visible = rows.filter(
    (row) => row.active && (access?.isAvailable(user, chunk.type.name, row.id) ?? true),
  );
  return visible.length === 1 ? (visible[0]?.id ?? null) : null;
}

/** A picklist default of a record type holds for that record type only, and comes before the field's own. */
function applyRecordTypePicklists(
  chunk: SaveChunk,
  record: SaveRecord,
  rows: readonly RecordTypeRow[],
): void {
  const recordType = rows.find((row) => row.id === record.get('RecordTypeId'))?.definition;
  if (!recordType) return;
  for (const [name, { defaultValue }] of Object.entries(recordType.picklistValues)) {
    const field = chunk.plan.fields.get(name)?.field;
    if (field && defaultValue !== undefined && !record.assigned.has(field.name))
      record.values[field.name] = defaultValue;
  }
}
