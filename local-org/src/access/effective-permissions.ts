import type { RunningUser } from '../execution';
import type { RecordStore, SqlValue } from '../storage';
import type { FieldAccess, ObjectAccess } from './types';

/** Nothing allowed. */
export const NO_OBJECT_ACCESS: ObjectAccess = {
  create: false,
  read: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
};
/** Everything allowed, on all records. */
export const FULL_OBJECT_ACCESS: ObjectAccess = {
  create: true,
  read: true,
  edit: true,
  delete: true,
  viewAll: true,
  modifyAll: true,
};
const NO_FIELD_ACCESS: FieldAccess = { read: false, edit: false };

/** A PermissionSet row: its `Permissions…` columns are the user permissions it grants. */
type PermissionSetRow = Record<string, SqlValue>;

/**
 * What one user is granted by the profile's own permission set, assigned permission sets and permission set groups.
 * Grants only add up; there is no deny.
 * @see https://help.salesforce.com/s/articleView?id=sf.permissions_about_users_access.htm
 */
export class EffectivePermissions {
  private constructor(
    private readonly userPermissions: ReadonlySet<string>,
    private readonly objects: ReadonlyMap<string, ObjectAccess>,
    private readonly objectsWithAllFields: ReadonlySet<string>,
    private readonly fields: ReadonlyMap<string, FieldAccess>,
    private readonly customPermissions: ReadonlySet<string>,
    private readonly apexClasses: ReadonlySet<string>,
    private readonly entities: ReadonlySet<string>,
  ) {}

  static load(store: RecordStore, user: RunningUser): EffectivePermissions {
    const sets = permissionSetsOf(store, user);
    const ids = JSON.stringify(sets.map((set) => set['Id']));
    return new EffectivePermissions(
      new Set(
        sets.flatMap((set) =>
          Object.entries(set).flatMap(([column, value]) =>
            column.startsWith('Permissions') && value === 1 ? [column.slice('Permissions'.length)] : [],
          ),
        ),
      ),
      loadObjectAccess(store, ids),
      loadObjectsWithAllFields(store, ids),
      loadFieldAccess(store, ids),
      loadSetupEntities(store, ids, 'CustomPermission', 'DeveloperName'),
      loadSetupEntities(store, ids, 'ApexClass', 'Name'),
      loadEntityAccess(store, ids),
    );
  }

  hasUserPermission(name: string): boolean {
    return this.userPermissions.has(name);
  }

  hasCustomPermission(name: string): boolean {
    return this.customPermissions.has(name.toLowerCase());
  }

  /** Whether the class was granted by name. */
  hasApexClassAccess(className: string): boolean {
    return this.apexClasses.has(className.toLowerCase());
  }

  /** Whether a custom metadata type was opened to the user. */
  hasEntityAccess(objectName: string): boolean {
    return this.entities.has(objectName.toLowerCase());
  }

  /** Granted object permissions, for objects that permission sets name. */
  objectAccess(objectName: string): ObjectAccess {
    const granted = this.objects.get(objectName.toLowerCase()) ?? NO_OBJECT_ACCESS;
    return this.userPermissions.has('ViewAllData') ? { ...granted, read: true, viewAll: true } : granted;
  }

  /** Granted field permission; fields that take no permissions are not asked here. */
  fieldAccess(objectName: string, fieldName: string): FieldAccess {
    const granted = this.fields.get(`${objectName}.${fieldName}`.toLowerCase()) ?? NO_FIELD_ACCESS;
    return this.objectsWithAllFields.has(objectName.toLowerCase()) ? { ...granted, read: true } : granted;
  }
}

/**
 * The permission sets that count for a user. A group counts by the permission set of its own, which leaves out what is
 * muted; a group that was made as a record has none and counts by its components.
 */
function permissionSetsOf(store: RecordStore, user: RunningUser): PermissionSetRow[] {
  return store
    .prepare(
      `WITH assigned AS (SELECT "PermissionSetId", "PermissionSetGroupId" FROM "PermissionSetAssignment"
                         WHERE "AssigneeId" = ?2),
            "groups" AS (SELECT "PermissionSetGroupId" AS id FROM assigned WHERE "PermissionSetGroupId" IS NOT NULL),
            own AS (SELECT "Id" AS id, "PermissionSetGroupId" AS "group" FROM "PermissionSet"
                    WHERE "PermissionSetGroupId" IN (SELECT id FROM "groups"))
       SELECT * FROM "PermissionSet" WHERE "ProfileId" = ?1
         OR "Id" IN (SELECT "PermissionSetId" FROM assigned WHERE "PermissionSetGroupId" IS NULL)
         OR "Id" IN (SELECT id FROM own)
         OR "Id" IN (SELECT "PermissionSetId" FROM "PermissionSetGroupComponent"
                     WHERE "PermissionSetGroupId" IN (SELECT id FROM "groups" EXCEPT SELECT "group" FROM own))`,
    )
    .all(user.profileId, user.id) as PermissionSetRow[];
}

function loadObjectAccess(store: RecordStore, permissionSetIds: string): Map<string, ObjectAccess> {
  const rows = store
    .prepare(
      `SELECT lower("SobjectType") AS object, max("PermissionsCreate") AS c, max("PermissionsRead") AS r,
              max("PermissionsEdit") AS e, max("PermissionsDelete") AS d,
              max("PermissionsViewAllRecords") AS v, max("PermissionsModifyAllRecords") AS m
       FROM "ObjectPermissions" WHERE "ParentId" IN (SELECT value FROM json_each(?)) GROUP BY 1`,
    )
    .all(permissionSetIds) as {
    object: string;
    c: number;
    r: number;
    e: number;
    d: number;
    v: number;
    m: number;
  }[];
  return new Map(
    rows.map((row) => [
      row.object,
      {
        create: row.c === 1,
        read: row.r === 1,
        edit: row.e === 1,
        delete: row.d === 1,
        viewAll: row.v === 1 || row.m === 1,
        modifyAll: row.m === 1,
      },
    ]),
  );
}

/** Objects on which View All Fields was granted. */
function loadObjectsWithAllFields(store: RecordStore, permissionSetIds: string): Set<string> {
  const rows = store
    .prepare(
      `SELECT lower("SobjectType") AS name FROM "ObjectPermissions"
       WHERE "PermissionsViewAllFields" = 1 AND "ParentId" IN (SELECT value FROM json_each(?))`,
    )
    .all(permissionSetIds) as { name: string }[];
  return new Set(rows.map((row) => row.name));
}

function loadFieldAccess(store: RecordStore, permissionSetIds: string): Map<string, FieldAccess> {
  const rows = store
    .prepare(
      `SELECT lower("Field") AS field, max("PermissionsRead") AS r, max("PermissionsEdit") AS e
       FROM "FieldPermissions" WHERE "ParentId" IN (SELECT value FROM json_each(?)) GROUP BY 1`,
    )
    .all(permissionSetIds) as { field: string; r: number; e: number }[];
  return new Map(rows.map((row) => [row.field, { read: row.r === 1 || row.e === 1, edit: row.e === 1 }]));
}

/** Names, in lower case, of the records of a setup object that were granted. */
function loadSetupEntities(
  store: RecordStore,
  permissionSetIds: string,
  objectName: 'ApexClass' | 'CustomPermission',
  nameField: string,
): Set<string> {
  const rows = store
    .prepare(
      `SELECT lower(e."${nameField}") AS name FROM "SetupEntityAccess" a
       JOIN "${objectName}" e ON e."Id" = a."SetupEntityId"
       WHERE a."ParentId" IN (SELECT value FROM json_each(?))`,
    )
    .all(permissionSetIds) as { name: string }[];
  return new Set(rows.map((row) => row.name));
}

function loadEntityAccess(store: RecordStore, permissionSetIds: string): Set<string> {
  const rows = store
    .prepare(
      `SELECT lower("SetupEntityId") AS name FROM "SetupEntityAccess"
       WHERE "SetupEntityType" = 'CustomEntityDefinition' AND "ParentId" IN (SELECT value FROM json_each(?))`,
    )
    .all(permissionSetIds) as { name: string }[];
  return new Set(rows.map((row) => row.name));
}
