import type { AccessControl } from '../../../access';
import type { RunningUser } from '../../../execution';
import type { RecordInput, SaveError } from '../../../dml';
import type { Field, Schema, SObjectType } from '../../../schema';
import { readFieldText } from '../text-values';

/** Clears a field; an empty value leaves it alone. @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datafiles_csv_valid_record_rows.htm */
const CLEAR_FIELD = '#N/A';

/** A column of an upload: a field, or a field of a parent that stands for the reference. */
export interface RecordColumn {
  readonly field: Field;
  /** For `Account.External_Id__c`: the relationship, and the parent's object where the column names it. */
  readonly parent?: {
    readonly relationshipName: string;
    /** The field that the relationship fills: `AccountId`. */
    readonly referenceName: string;
    readonly objectName?: string;
  };
}

/** For whom, and against what, columns are resolved. */
export interface ColumnScope {
  readonly schema: Schema;
  readonly access: AccessControl;
  readonly user: RunningUser;
  readonly type: SObjectType;
}

/** Thrown for a header the platform refuses; the message is that of the failed job. */
export class HeaderProblem extends Error {}

/**
 * Resolves the header of an upload. Names are those of fields the user may see, `Relationship.Field` with an external
 * id of the parent, or `Object:Relationship.Field` where there are several parents.
 * @throws HeaderProblem `InvalidBatch : Field name not found : X`
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datafiles_csv_rel_field_header_row.htm
 */
export function resolveColumns(names: readonly string[], scope: ColumnScope): RecordColumn[] {
  const columns = names.map((name) => {
    const column = name.includes('.') ? parentColumn(name, scope) : fieldColumn(name, scope.type, scope);
    if (!column) throw new HeaderProblem(`InvalidBatch : Field name not found : ${name}`);
    return column;
  });
  const keys = columns.map(({ field, parent }) => `${parent?.relationshipName ?? ''}.${field.name}`);
  const repeated = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (repeated >= 0)
    throw new HeaderProblem(`InvalidBatch : Duplicate field name : ${names[repeated] ?? ''}`);
  return columns;
}

function fieldColumn(
  name: string,
  type: SObjectType,
  { access, user }: ColumnScope,
): RecordColumn | undefined {
  const field = type.field(name);
  if (!field) return undefined;
  return field.type === 'id' || access.fieldAccess(user, type.name, field.name).read ? { field } : undefined;
}

function parentColumn(name: string, scope: ColumnScope): RecordColumn | undefined {
  const [, objectName, relationshipName = '', fieldName = ''] = /^(?:(\w+):)?(\w+)\.(\w+)$/.exec(name) ?? [];
  const reference = scope.type.fields.find(
    ({ relationship }) => relationship?.relationshipName?.toLowerCase() === relationshipName.toLowerCase(),
  );
  const targets = reference?.relationship?.referenceTo ?? [];
  const target = targets.find(
    (candidate) => !objectName || candidate.toLowerCase() === objectName.toLowerCase(),
  );
  const type = target === undefined ? undefined : scope.schema.find(target);
  const field = type && fieldColumn(fieldName, type, scope)?.field;
  if (!reference || !field || !type || !(field.externalId || field.idLookup)) return undefined;
  const parent = {
    relationshipName: reference.relationship?.relationshipName ?? relationshipName,
    referenceName: reference.name,
  };
  return { field, parent: objectName === undefined ? parent : { ...parent, objectName: type.name } };
}

/** A row as a record, or why it is none. */
export type RecordFromRow = { readonly record: RecordInput } | { readonly error: SaveError };

/** Makes the record of a row. Empty values are left out, `#N/A` becomes null. */
export function recordFromRow(columns: readonly RecordColumn[], values: readonly string[]): RecordFromRow {
  if (values.length !== columns.length) return { error: wrongColumnCount(columns.length, values.length) };
  const record: Record<string, unknown> = {};
  for (let index = 0; index < columns.length; index++) {
    const { field, parent } = columns[index] as RecordColumn;
    const text = values[index] as string;
    if (text === '') continue;
    const value = text === CLEAR_FIELD ? null : readFieldText(field, text);
    if (value === undefined) return { error: notOfRequiredType(field, text) };
    if (!parent) record[field.name] = value;
    else if (value === null) record[parent.referenceName] = null;
    else record[parent.relationshipName] = parentReference(field.name, value, parent.objectName);
  }
  return { record };
}

function parentReference(fieldName: string, value: unknown, objectName: string | undefined): unknown {
  return objectName === undefined
    ? { [fieldName]: value }
    : { attributes: { type: objectName }, [fieldName]: value };
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm */
function notOfRequiredType(field: Field, text: string): SaveError {
  return {
    statusCode: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
    message: `${field.label}: value not of required type: ${text}`,
    fields: [field.name],
  };
}

/** UNVERIFIED: code and text for a row with too few or too many columns. */
function wrongColumnCount(expected: number, found: number): SaveError {
  return {
    statusCode: 'INVALID_INPUT_FORMAT',
    message: `The row has ${found} columns, the header has ${expected}`,
    fields: [],
  };
}
