import { isRecordId, toId18 } from '../../core';
import type { Field } from '../../schema';
import { CoercionFailure } from '../field-coercion';
import type { SaveChunk } from '../save-chunk';
import { saveError, saveErrors } from '../save-errors';
import type { FieldPlan } from '../save-plan';
import type { SaveRecord } from '../save-record';
import { resolveParentReferences, type ParentReference } from './resolve-parent-references';

/** Fields that the user permission Create Audit Fields opens at insert. */
const AUDIT_FIELDS: ReadonlySet<string> = new Set([
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
]);

/** Reads the stored records of an update, then puts the new values, checked and typed, over the old ones. */
export function loadRecords(chunk: SaveChunk): void {
  if (chunk.operation === 'update') loadStoredRecords(chunk);
  const isWriteable = writeabilityOf(chunk);
  const references: ParentReference[] = [];
  for (const record of chunk.records) {
    if (record.failed) continue;
    record.values = { ...(record.prior ?? chunk.plan.template) };
    assignInput(chunk, record, isWriteable, references);
  }
  if (references.length > 0) resolveParentReferences(chunk, references);
}

function loadStoredRecords(chunk: SaveChunk): void {
  const seen = new Set<string>();
  for (const record of chunk.records) {
    identify(chunk, record);
    if (record.id === null) continue;
    if (seen.has(record.id)) record.fail(saveErrors.duplicateIdInList(record.id));
    seen.add(record.id);
  }
  const stored = chunk.services.store.findAll(chunk.type, seen);
  for (const record of chunk.records) {
    if (record.failed || record.id === null) continue;
    const values = stored.get(record.id);
    if (!values) record.fail(saveErrors.invalidCrossReference());
    else if (values['IsDeleted'] === true) record.fail(saveErrors.deleted());
    else record.prior = values;
  }
}

/** Finds the record's id in its input. */
function identify(chunk: SaveChunk, record: SaveRecord): void {
  const given = givenId(record);
  if (given === undefined || given === null || given === '') {
    record.fail(saveErrors.idMissing('an update'));
  } else if (typeof given !== 'string' || !isIdOf(chunk, given)) {
    const label = `${chunk.type.definition.label} ID`;
    record.fail(saveError('MALFORMED_ID', `${label}: id value of incorrect type: ${String(given)}`, ['Id']));
  } else {
    record.id = toId18(given);
  }
}

function isIdOf(chunk: SaveChunk, id: string): boolean {
  return isRecordId(id) && id.startsWith(chunk.type.definition.keyPrefix ?? '');
}

function givenId(record: SaveRecord): unknown {
  const key = Object.keys(record.input).find((name) => name.toLowerCase() === 'id');
  return key === undefined ? undefined : record.input[key];
}

function assignInput(
  chunk: SaveChunk,
  record: SaveRecord,
  isWriteable: (field: Field) => boolean,
  references: ParentReference[],
): void {
  const refused: string[] = [];
  const { input } = record;
  for (const name of Object.keys(input)) {
    const value = input[name];
    if (value === undefined || name === 'attributes') continue;
    const plan = chunk.plan.fields.get(name) ?? chunk.plan.fields.get(name.toLowerCase());
    if (!plan) assignParent(chunk, record, name, value, isWriteable, references, refused);
    else if (plan.field.name === 'Id') assignId(chunk, record, value);
    else if (!isWriteable(plan.field)) refused.push(plan.field.name);
    else assignField(chunk, record, plan, value);
  }
  if (refused.length > 0) record.fail(saveErrors.notWriteable(refused));
}

function assignId(chunk: SaveChunk, record: SaveRecord, value: unknown): void {
  if (chunk.operation === 'insert' && value !== null && value !== '')
    record.fail(saveErrors.idGivenOnInsert());
}

function assignField(chunk: SaveChunk, record: SaveRecord, plan: FieldPlan, value: unknown): void {
  try {
    record.values[plan.field.name] = plan.coerce(value);
    record.assigned.add(plan.field.name);
  } catch (error) {
    if (!(error instanceof CoercionFailure)) throw error;
    const unreadableText =
      chunk.options.textValues === true && error.error.statusCode === 'JSON_PARSER_ERROR';
    record.fail(unreadableText ? saveErrors.notOfRequiredType(plan.field, String(value)) : error.error);
  }
}

/** A key that is no field may be a relationship with the parent's external id. */
function assignParent(
  chunk: SaveChunk,
  record: SaveRecord,
  name: string,
  value: unknown,
  isWriteable: (field: Field) => boolean,
  references: ParentReference[],
  refused: string[],
): void {
  const field = chunk.type.parentField(name);
  if (!field) record.fail(saveErrors.unknownField(name, chunk.type.name));
  else if (!isWriteable(field)) refused.push(field.name);
  else if (value === null) {
    record.values[field.name] = null;
    record.assigned.add(field.name);
  } else references.push({ record, field, value });
}

/**
 * Whether a field may be written by this save: by its own nature, and in user mode by field-level security.
 * @see https://help.salesforce.com/s/articleView?id=sf.admin_fls.htm
 */
function writeabilityOf(chunk: SaveChunk): (field: Field) => boolean {
  const { context } = chunk.options;
  const { access } = chunk.services;
  if (chunk.trusted) return () => true;
  const known = new Map<string, boolean>();
  const decide = (field: Field): boolean => {
    if (AUDIT_FIELDS.has(field.name)) {
      return chunk.operation === 'insert' && access.hasUserPermission(context.user, 'CreateAuditFields');
    }
    if (!(chunk.operation === 'insert' ? field.createable : field.updateable)) return false;
    if (context.mode === 'system' || !field.permissionable) return true;
    return access.fieldAccess(context.user, chunk.type.name, field.name).edit;
  };
  return (field) => {
    let writeable = known.get(field.name);
    if (writeable === undefined) known.set(field.name, (writeable = decide(field)));
    return writeable;
  };
}
