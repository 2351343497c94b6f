import { ApiError, UnsupportedFeatureError, type FieldValue, type RecordValues } from '../../core';
import { asFieldValue, formulaResultTypeOf, type RequestContext } from '../../execution';
import { textOf, type Component, type MetadataObject } from '../../metadata';
import type { Field, SObjectType } from '../../schema';
import type { ApprovalServices } from '../types';

/** What a value of a field update is worked out from. */
interface UpdateSubject {
  readonly services: ApprovalServices;
  readonly context: RequestContext;
  /** The record of the approval. */
  readonly type: SObjectType;
  readonly values: Readonly<RecordValues>;
  /** The field to set, and its present value. */
  readonly field: Field;
  readonly current: FieldValue;
}

type ReadValue = (content: MetadataObject, subject: UpdateSubject) => FieldValue;

const NUMBERS: ReadonlySet<string> = new Set(['int', 'long', 'double', 'currency', 'percent']);

/** Queries by kind of lookup value: the id behind a name. */
const LOOKUPS: Readonly<Record<string, string>> = {
  User: 'SELECT "Id" AS id FROM "User" WHERE "Username" = ?1 AND ?2 IS NOT NULL',
  Queue:
    'SELECT "Id" AS id FROM "Group" WHERE "Type" = \'Queue\' AND "DeveloperName" = ?1 AND ?2 IS NOT NULL',
  RecordType: 'SELECT "Id" AS id FROM "RecordType" WHERE "DeveloperName" = ?1 AND "SobjectType" = ?2',
};

/**
 * How a field update finds its value, by operation.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_workflow.htm#WorkflowFieldUpdate
 */
const OPERATIONS: Readonly<Record<string, ReadValue>> = {
  Literal: (content, { field }) => literalValue(field, textOf(content, 'literalValue') ?? null),
  Null: () => null,
  Formula: (content, { services, context, type, values, field }) => {
    const session = services.formulas.open(context.user);
    const returnType = formulaResultTypeOf(field);
    const compiled = services.formulas.services.compiler.compile(session.schema, {
      objectName: type.name,
      expression: textOf(content, 'formula') ?? '',
      usage: 'rule',
      blankHandling: 'BlankAsBlank',
      returnType,
    });
    return asFieldValue(field, session.evaluate(compiled, { type, values, prior: null, isNew: false }));
  },
  LookupValue: (content, { services, type }) => {
    const sql = LOOKUPS[textOf(content, 'lookupValueType') ?? ''];
    const row = sql && services.store.prepare(sql).get(textOf(content, 'lookupValue') ?? '', type.name);
    if (row) return (row as { id: string }).id;
    throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  },
  NextValue: (_content, subject) => neighbour(subject, 1),
  PreviousValue: (_content, subject) => neighbour(subject, -1),
};

/** Whether an operation is supported. */
export function isSupportedOperation(operation: string): boolean {
  return Object.hasOwn(OPERATIONS, operation);
}

/**
 * Runs field updates one after the other, each seeing those before it, and saves what changed: the record, and parents
 * that updates name. Validation rules are left out, triggers and flows run.
 * @throws ApiError with the first error of a save that fails
 * @see https://help.salesforce.com/s/articleView?id=sf.workflow_field_updates.htm
 */
export function runFieldUpdates(
  services: ApprovalServices,
  context: RequestContext,
  type: SObjectType,
  recordId: string,
  updates: readonly Component[],
): void {
  const stored = services.store.find(type, recordId);
  if (!stored) return;
  const values = { ...stored };
  const changes = new Map<string, RecordValues>();
  for (const { content } of updates) {
    const target = targetOf(services, type, values, content);
    const field = target?.type.field(textOf(content, 'field') ?? '');
    if (!target || !field) continue;
    const read = OPERATIONS[textOf(content, 'operation') ?? ''];
    if (!read)
      throw new UnsupportedFeatureError(`Field update operation ${textOf(content, 'operation') ?? ''}`);
    const current = target.values[field.name] ?? null;
    const value = read(content, { services, context, type, values, field, current });
    // An update that changes nothing saves nothing.
    if (value === current) continue;
    target.values[field.name] = value;
    const key = `${target.type.name}:${target.id}`;
    changes.set(key, { ...changes.get(key), Id: target.id, [field.name]: value });
  }
  for (const [key, record] of changes) save(services, context, key.split(':')[0] ?? '', record);
}

interface UpdateTarget {
  readonly type: SObjectType;
  readonly id: string;
  readonly values: RecordValues;
}

/** The record itself, or the parent that `targetObject` names by its reference field. */
function targetOf(
  services: ApprovalServices,
  type: SObjectType,
  values: RecordValues,
  content: MetadataObject,
): UpdateTarget | undefined {
  const name = textOf(content, 'targetObject');
  if (name === undefined || name === type.name) return { type, id: String(values['Id']), values };
  const reference = type.field(name) ?? type.parentField(name);
  const id = reference && values[reference.name];
  if (typeof id !== 'string') return undefined;
  const parent = services.schema().findByKeyPrefix(id.slice(0, 3));
  const row = parent && services.store.find(parent, id);
  return parent && row ? { type: parent, id, values: row } : undefined;
}

function save(
  services: ApprovalServices,
  context: RequestContext,
  objectName: string,
  record: RecordValues,
): void {
  const [result] = services.dml.update(objectName, [record], {
    context: { ...context, mode: 'system' },
    allOrNone: true,
    origin: 'approval',
  });
  const error = result?.errors[0];
  if (error) throw new ApiError(error.statusCode, error.message, { fields: error.fields });
}

function literalValue(field: Field, text: string | null): FieldValue {
  if (text === null) return null;
  if (field.type === 'boolean') return text === '1' || text.toLowerCase() === 'true';
  return NUMBERS.has(field.type) ? Number(text) : text;
}

function neighbour({ field, current }: UpdateSubject, distance: number): FieldValue {
  const values = (field.picklist?.values ?? []).filter(({ active }) => active).map(({ value }) => value);
  const position = values.indexOf(String(current));
  return values[position + distance] ?? current;
}
