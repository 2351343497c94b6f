import type { Schema, SObjectType } from '../schema';
import { FULL_OBJECT_ACCESS, NO_OBJECT_ACCESS, type EffectivePermissions } from './effective-permissions';
import { controllingReference } from './sharing/sharing-parents';
import type { ObjectAccess } from './types';

/**
 * Standard objects that permission sets name. Access to all others follows from their parent, from a user permission,
 * or is open.
 * @see https://help.salesforce.com/s/articleView?id=sf.users_profiles_object_perms.htm
 */
const PERMISSIONED_OBJECTS: ReadonlySet<string> = new Set([
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'Document',
  'Lead',
  'Opportunity',
  'Order',
  'Pricebook2',
  'Product2',
  'Quote',
]);

/** Objects about the org itself: everybody may read them, these user permissions allow changes. */
const MANAGED_BY: Readonly<Record<string, string>> = {
  Group: 'ManageUsers',
  GroupMember: 'ManageUsers',
  PermissionSetAssignment: 'ManageUsers',
  QueueSobject: 'ManageUsers',
  User: 'ManageUsers',
  UserRole: 'ManageUsers',
};
const MANAGED_BY_DEFAULT = 'CustomizeApplication';

/** Objects that every user works with; sharing decides on which records. */
const OPEN_OBJECTS: ReadonlySet<string> = new Set([
  'Attachment',
  'ContentDocument',
  'ContentDocumentLink',
  'ContentVersion',
  'EmailMessage',
  'Event',
  'FeedComment',
  'FeedItem',
  'Note',
  'Task',
]);

const OPEN_ACCESS: ObjectAccess = { ...NO_OBJECT_ACCESS, create: true, read: true, edit: true, delete: true };

/** What a user may do with an object as a whole. */
export function objectAccessOf(
  schema: Schema,
  type: SObjectType,
  permissions: EffectivePermissions,
): ObjectAccess {
  const { kind } = type.definition;
  if (kind === 'customMetadata') return customMetadataAccess(type, permissions);
  if (permissions.hasUserPermission('ModifyAllData')) return FULL_OBJECT_ACCESS;
  const permissioned =
    PERMISSIONED_OBJECTS.has(type.name) || (type.definition.custom && !type.definition.associate);
  if (permissioned) return permissions.objectAccess(type.name);
  if (OPEN_OBJECTS.has(type.name)) return OPEN_ACCESS;
  const parent =
    kind === 'standard' || type.definition.associate ? controllingObject(schema, type) : undefined;
  return parent ? fromParent(objectAccessOf(schema, parent, permissions)) : setupAccess(type, permissions);
}

/** Whoever may edit the parent may add, change and remove what belongs to it. */
function fromParent(parent: ObjectAccess): ObjectAccess {
  return { ...parent, create: parent.edit, delete: parent.edit };
}

function setupAccess(type: SObjectType, permissions: EffectivePermissions): ObjectAccess {
  const manages = permissions.hasUserPermission(MANAGED_BY[type.name] ?? MANAGED_BY_DEFAULT);
  return { ...NO_OBJECT_ACCESS, read: true, create: manages, edit: manages, delete: manages };
}

/** @see https://help.salesforce.com/s/articleView?id=sf.custom_metadata_types_accessing.htm */
function customMetadataAccess(type: SObjectType, permissions: EffectivePermissions): ObjectAccess {
  const read =
    permissions.hasUserPermission('CustomizeApplication') || permissions.hasEntityAccess(type.name);
  return { ...NO_OBJECT_ACCESS, read };
}

function controllingObject(schema: Schema, type: SObjectType): SObjectType | undefined {
  const [parent] = controllingReference(type)?.relationship?.referenceTo ?? [];
  return parent === undefined ? undefined : schema.find(parent);
}
