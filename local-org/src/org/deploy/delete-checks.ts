import type { PlannedMessage, PlanOperation } from '../../metadata';
import type { Schema } from '../../schema';
import { quoteName, type RecordStore } from '../../storage';
import { componentFailure } from './component-failure';

/** A reason not to delete a component: records that rest on it. */
interface DeleteGuard {
  readonly message: string;
  isInUse(store: RecordStore, schema: Schema, name: string): boolean;
}

/**
 * Components whose delete is refused while records rest on them.
 * UNVERIFIED: the wordings.
 * @see https://help.salesforce.com/s/articleView?id=sf.perm_sets_deleting.htm
 */
const GUARDS: Readonly<Record<string, DeleteGuard>> = {
  PermissionSet: {
    message: 'You can’t delete this permission set because it’s assigned to users',
    isInUse: (store, _schema, name) =>
      has(
        store,
        `SELECT 1 FROM "PermissionSetAssignment" a JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId"
         WHERE s."Name" = ? AND s."Type" = 'Regular'`,
        name,
      ),
  },
  PermissionSetGroup: {
    message: 'You can’t delete this permission set group because it’s assigned to users',
    isInUse: (store, _schema, name) =>
      has(
        store,
        `SELECT 1 FROM "PermissionSetAssignment" a JOIN "PermissionSetGroup" g ON g."Id" = a."PermissionSetGroupId"
         WHERE g."DeveloperName" = ?`,
        name,
      ),
  },
  Role: {
    message: 'You can’t delete this role because it’s assigned to users',
    isInUse: (store, _schema, name) =>
      has(
        store,
        `SELECT 1 FROM "User" u JOIN "UserRole" r ON r."Id" = u."UserRoleId" WHERE r."DeveloperName" = ?`,
        name,
      ),
  },
  Queue: {
    message: 'You can’t delete this queue because it owns records',
    isInUse: (store, schema, name) =>
      [...schema.all()].some(
        (type) =>
          type.field('OwnerId')?.relationship?.referenceTo.includes('Group') &&
          has(
            store,
            `SELECT 1 FROM ${quoteName(type.name)} t JOIN "Group" g ON g."Id" = t."OwnerId"
             WHERE g."Type" = 'Queue' AND g."DeveloperName" = ?`,
            name,
          ),
      ),
  },
  RecordType: {
    message: 'You can’t delete this record type because records use it',
    isInUse: (store, schema, fullName) => {
      const [objectName = '', name = ''] = fullName.split('.');
      const type = schema.find(objectName);
      if (!type?.field('RecordTypeId')) return false;
      return has(
        store,
        `SELECT 1 FROM ${quoteName(type.name)} t JOIN "RecordType" r ON r."Id" = t."RecordTypeId"
         WHERE r."DeveloperName" = ?`,
        name,
      );
    },
  },
};

/**
 * Refusals for deletes of components that records still use: assigned permission sets, roles with users, queues that
 * own records.
 * @param schema the org's objects before the deploy
 */
export function refusedDeletes(
  operations: readonly PlanOperation[],
  store: RecordStore,
  schema: Schema,
): PlannedMessage[] {
  return operations.flatMap(({ kind, before }) => {
    const guard = kind === 'delete' && before ? GUARDS[before.type] : undefined;
    return guard && before && guard.isInUse(store, schema, before.fullName)
      ? [componentFailure({ ...before, fileName: 'destructiveChanges.xml' }, guard.message)]
      : [];
  });
}

function has(store: RecordStore, sql: string, name: string): boolean {
  return store.prepare(`${sql} LIMIT 1`).get(name) !== undefined;
}
