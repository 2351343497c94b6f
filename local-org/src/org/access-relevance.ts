/** Objects whose records decide what users may see and do. */
const ACCESS_RELEVANT: ReadonlySet<string> = new Set([
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'Profile',
  'SetupEntityAccess',
  'User',
  'UserRole',
]);

/** Whether a change of this object's records may change somebody's access. */
export function isAccessRelevant(objectName: string): boolean {
  return ACCESS_RELEVANT.has(objectName);
}
