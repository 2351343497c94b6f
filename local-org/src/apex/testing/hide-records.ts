import type { Schema, SObjectKind, SObjectType } from '../../schema';
import { quoteName, type RecordStore } from '../../storage';

/** Kinds of objects whose records tests see as they are. */
const VISIBLE_KINDS: ReadonlySet<SObjectKind> = new Set(['customMetadata', 'platformEvent', 'setup']);

/**
 * Standard objects with which an org manages itself: tests see their records.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_data_access.htm
 */
const VISIBLE_OBJECTS: ReadonlySet<string> = new Set([
  'ApexClass',
  'ApexComponent',
  'ApexLog',
  'ApexPage',
  'ApexTestQueueItem',
  'ApexTestResult',
  'ApexTrigger',
  'AuthSession',
  'BusinessHours',
  'CustomNotificationType',
  'EmailTemplate',
  'FieldPermissions',
  'Folder',
  'Group',
  'GroupMember',
  'Holiday',
  'ObjectPermissions',
  'OrgWideEmailAddress',
  'Organization',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'Profile',
  'QueueSobject',
  'RecordType',
  'SetupEntityAccess',
  'StaticResource',
  'User',
  'UserRole',
]);

/**
 * Rows that stay although others of their object vanish. The standard price book has a fixed place in the org: products
 * get their standard prices in it.
 *
 * DEVIATION: queries of isolated tests find the standard price book, which the platform shows only once it was updated.
 */
const KEPT_ROWS: Readonly<Record<string, string>> = { Pricebook2: '"IsStandard" = 1' };

/**
 * Takes the records of the org away from a test, for the transaction under way: the caller undoes it, which brings them
 * back. What depends on records (search, duplicate rules, parents, roll-ups) then finds none of them either.
 */
export function hideRecords(store: RecordStore, schema: Schema): void {
  for (const type of schema.all()) {
    if (!isHidden(type)) continue;
    const kept = KEPT_ROWS[type.name];
    // Without a condition SQLite drops whole pages instead of rows.
    store.prepare(`DELETE FROM ${quoteName(type.name)}${kept ? ` WHERE NOT (${kept})` : ''}`).run();
  }
}

function isHidden({ name, definition }: SObjectType): boolean {
  return !VISIBLE_KINDS.has(definition.kind) && !VISIBLE_OBJECTS.has(name);
}
