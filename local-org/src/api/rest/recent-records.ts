import { keyPrefixOf } from '../../core';
import type { RequestContext } from '../../execution';
import type { SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import { readRecords } from './read-records';
import { recordUrl } from './save-answers';

/** A record that the user viewed: `{ attributes: { type, url }, Id: '001...', Name: 'Acme' }`. */
export interface RecentRecord {
  readonly attributes: { readonly type: string; readonly url: string };
  readonly Id: string;
  readonly Name: unknown;
}

/**
 * The records that the user viewed last and still sees, the latest first.
 * @param object the only object wanted; null for all objects
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_recent_items.htm
 */
export function recentRecords(
  object: SObjectType | null,
  limit: number,
  context: RequestContext,
  deps: ApiDeps,
): RecentRecord[] {
  const prefix = object === null ? null : object.definition.keyPrefix;
  const ids = deps.org.recentItems.list(context.user.id, prefix).map(({ id }) => id);
  const found = new Map(
    [...new Set(ids.map(keyPrefixOf))].flatMap((objectPrefix) =>
      recordsOf(
        objectPrefix,
        ids.filter((id) => keyPrefixOf(id) === objectPrefix),
        context,
        deps,
      ),
    ),
  );
  return ids.flatMap((id) => found.get(id) ?? []).slice(0, limit);
}

function recordsOf(
  keyPrefix: string,
  ids: readonly string[],
  context: RequestContext,
  deps: ApiDeps,
): [string, RecentRecord][] {
  const type = deps.org.schema().findByKeyPrefix(keyPrefix);
  const idField = type?.field('Id');
  if (!type || !idField || !deps.org.access.objectAccess(context.user, type.name).read) return [];
  const name = type.nameField?.name ?? 'Id';
  return readRecords(type, idField, ids, ['Id', name], context, deps).map(({ id, fields }) => {
    const url = recordUrl(type.name, id ?? '', context.apiVersion);
    return [id ?? '', { attributes: { type: type.name, url }, Id: id ?? '', Name: fields[name] ?? null }];
  });
}
