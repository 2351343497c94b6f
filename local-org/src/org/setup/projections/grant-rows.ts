import type { FieldValue, RecordValues } from '../../../core';
import type { Grants, ObjectPermission } from '../../../metadata';
import { syncSetupRows } from '../setup-rows';
import { idsByName, type ProjectionContext } from './projection';

/** What one permission set grants. */
export interface Grant {
  /** Id of the permission set, or of the one that belongs to a profile or group. */
  readonly parentId: string;
  readonly grants: Grants;
}

/**
 * Makes the permission rows of the given parents equal to what is granted.
 * @param ownsObject rows of ObjectPermissions to be replaced; default: all of the parents
 */
export function syncGrants(
  context: ProjectionContext,
  granted: readonly Grant[],
  ownsObject: (row: RecordValues) => boolean = () => true,
): void {
  const parents = new Set<FieldValue>(granted.map((grant) => grant.parentId));
  const owns = (row: RecordValues): boolean => parents.has(row['ParentId'] ?? null);
  const entityIds = {
    ApexClass: idsByName(context, 'ApexClass', 'Name'),
    CustomPermission: idsByName(context, 'CustomPermission', 'DeveloperName'),
  };
  syncSetupRows(context.target, {
    objectName: 'ObjectPermissions',
    key: ['ParentId', 'SobjectType'],
    rows: granted.flatMap(objectRows),
    owns: (row) => owns(row) && ownsObject(row),
  });
  syncSetupRows(context.target, {
    objectName: 'FieldPermissions',
    key: ['ParentId', 'Field'],
    rows: granted.flatMap(fieldRows),
    owns,
  });
  syncSetupRows(context.target, {
    objectName: 'SetupEntityAccess',
    key: ['ParentId', 'SetupEntityId'],
    rows: granted.flatMap((grant) => entityRows(grant, entityIds)),
    owns,
  });
}

/** The `Permissions…` columns of a permission set: true for what is granted, false for all others. */
export function userPermissionColumns(context: ProjectionContext, { userPermissions }: Grants): RecordValues {
  const granted = new Set(userPermissions.map((name) => `Permissions${name}`));
  const columns = context.target.schema.find('PermissionSet')?.fields ?? [];
  return Object.fromEntries(
    columns
      .filter((field) => field.name.startsWith('Permissions'))
      .map((field) => [field.name, granted.has(field.name)]),
  );
}

function objectRows({ parentId, grants }: Grant): RecordValues[] {
  return grants.objectPermissions.map((permission) => ({
    ParentId: parentId,
    SobjectType: permission.object,
    ...objectColumns(permission),
  }));
}

function objectColumns(permission: ObjectPermission): RecordValues {
  return {
    PermissionsCreate: permission.create,
    PermissionsRead: permission.read,
    PermissionsEdit: permission.edit,
    PermissionsDelete: permission.delete,
    PermissionsViewAllRecords: permission.viewAll,
    PermissionsModifyAllRecords: permission.modifyAll,
    PermissionsViewAllFields: permission.viewAllFields,
  };
}

function fieldRows({ parentId, grants }: Grant): RecordValues[] {
  return grants.fieldPermissions.map(({ object, field, readable, editable }) => ({
    ParentId: parentId,
    SobjectType: object,
    Field: `${object}.${field}`,
    PermissionsRead: readable,
    PermissionsEdit: editable,
  }));
}

/** Ids by name in lower case, by setup object. */
type EntityIds = Readonly<Record<'ApexClass' | 'CustomPermission', ReadonlyMap<string, string>>>;

function entityRows({ parentId, grants }: Grant, ids: EntityIds): RecordValues[] {
  const rowsOf = (type: keyof EntityIds, names: readonly string[]): RecordValues[] =>
    names.flatMap((name) => {
      const id = ids[type].get(name.toLowerCase());
      return id ? [{ ParentId: parentId, SetupEntityId: id, SetupEntityType: type }] : [];
    });
  // An object's id in this org is its API name, as in EntityDefinition.
  const objects = [...grants.customMetadataTypes, ...grants.customSettings].map((name) => ({
    ParentId: parentId,
    SetupEntityId: name,
    SetupEntityType: 'CustomEntityDefinition',
  }));
  return [
    ...rowsOf('CustomPermission', grants.customPermissions),
    ...rowsOf('ApexClass', grants.apexClasses),
    ...objects,
  ];
}
