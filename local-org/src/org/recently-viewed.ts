import type { AccessControl } from '../access';
import { keyPrefixOf, type RecordValues } from '../core';
import type { RequestContext } from '../execution';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';
import type { RecentItems } from './recent-items';

/** What the rows are made from. */
export interface RecentlyViewedSources {
  schema(): Schema;
  readonly store: RecordStore;
  readonly access: AccessControl;
  readonly recentItems: RecentItems;
}

/** Fields of the records themselves that the rows show. */
const OWN_FIELDS = [
  'FirstName',
  'LastName',
  'Alias',
  'UserRoleId',
  'RecordTypeId',
  'IsActive',
  'ProfileId',
  'Title',
  'Email',
  'Phone',
] as const;

/**
 * Rows of RecentlyViewed: the records that the user viewed and still sees.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_recentlyviewed.htm
 */
export function recentlyViewedRows(
  { schema, store, access, recentItems }: RecentlyViewedSources,
  { user }: RequestContext,
): RecordValues[] {
  return recentItems.list(user.id, null).flatMap(({ id, viewedDate }): RecordValues[] => {
    const type = schema().findByKeyPrefix(keyPrefixOf(id));
    if (!type || !access.objectAccess(user, type.name).read) return [];
    const row = access.accessibleIds(user, type.name, [id], 'read').has(id)
      ? store.find(type, id)
      : undefined;
    if (!row || row['IsDeleted'] === true) return [];
    const name = row[type.nameField?.name ?? ''] ?? null;
    return [
      {
        Id: id,
        Type: type.name,
        Name: name,
        NameOrAlias: row['Alias'] ?? name,
        ...Object.fromEntries(OWN_FIELDS.map((field) => [field, row[field] ?? null])),
        IsActive: row['IsActive'] === true,
        LastViewedDate: viewedDate,
        LastReferencedDate: viewedDate,
      },
    ];
  });
}
