import type { SaveError } from '../../../dml';
import type { ApexExecution } from '../apex-execution';
import type { ApexRuntime } from '../apex-runtime';
import type { DmlOperation } from '../data-access';
import type { ApexSObject } from '../values/apex-sobject';

/** The first objects of each sort that a transaction has saved; null when it has saved none. */
export interface SavedObjects {
  setup: string | null;
  other: string | null;
}

/** Fields of a user that decide what he sees: with one of them he is saved as a setup object. */
const DECIDING_USER_FIELDS: ReadonlySet<string> = new Set([
  'UserRoleId',
  'IsActive',
  'ForecastEnabled',
  'IsPortalEnabled',
  'Username',
  'ProfileId',
]);

type IsSetup = (operation: DmlOperation, record: ApexSObject) => boolean;

const always: IsSetup = () => true;

/**
 * Objects that cannot be saved in one transaction with others, and which of their saves count.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_non_mix_sobjects.htm
 */
const SETUP_OBJECTS: Readonly<Record<string, IsSetup>> = {
  FieldPermissions: always,
  Group: (operation) => operation !== 'insert' && operation !== 'update',
  GroupMember: always,
  ObjectPermissions: always,
  PermissionSet: always,
  PermissionSetAssignment: always,
  QueueSobject: always,
  SetupEntityAccess: always,
  User: (operation, record) =>
    operation === 'insert'
      ? (record.peek('UserRoleId') ?? null) !== null
      : [...record.fieldsToWrite()].some((name) => DECIDING_USER_FIELDS.has(name)),
  UserRole: always,
};

/** Kinds of objects that are no part of the data of an org. */
const UNCOUNTED_KINDS: ReadonlySet<string> = new Set(['platformEvent', 'customMetadata']);

/** Notes the object whose save, which may have come from elsewhere, runs a trigger. Which saves of users count is not told. */
export function noteTriggerObject({ saved }: ApexExecution, objectName: string): void {
  if (!SETUP_OBJECTS[objectName]) saved.other ??= objectName;
}

/**
 * Notes what a transaction saves.
 * @returns the error of all records when it has saved objects of the other sort before
 */
export function mixedDmlError(
  { execution }: ApexRuntime,
  operation: DmlOperation,
  records: readonly ApexSObject[],
): SaveError | null {
  const [{ objectName, objectType } = { objectName: '', objectType: undefined }] = records;
  if (UNCOUNTED_KINDS.has(objectType?.definition.kind ?? '')) return null;
  const isSetup = SETUP_OBJECTS[objectName];
  const counts = records.some((record) => isSetup?.(operation, record) ?? true);
  if (!counts) return null;
  const { saved } = execution;
  const [sort, opposite] = isSetup ? (['setup', 'other'] as const) : (['other', 'setup'] as const);
  const original = saved[opposite];
  if (original === null) {
    saved[sort] ??= objectName;
    return null;
  }
  const message =
    'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ' +
    `${objectName}, original object: ${original}`;
  return { statusCode: 'MIXED_DML_OPERATION', message, fields: [] };
}
