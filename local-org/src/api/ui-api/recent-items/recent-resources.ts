import type { RestRequest } from '../../http/resource';
import { keyPrefixOf } from '../../../core';
import { emptyFieldTree } from '../records/field-tree';
import { readUiRecords } from '../records/read-ui-records';
import { numberParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import type { UiResource } from '../request/ui-resource';

const LIMIT = { fallback: 10, min: 1, max: 200 };

/**
 * The records that the user viewed last, over all objects.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_recent_items.htm
 */
export const RECENT_RESOURCES: readonly UiResource[] = [{ path: '/recent', GET: getRecent }];

/** Records that are gone or closed to the user by now are left out. */
function getRecent(ui: UiRequest, { query }: RestRequest): unknown {
  const limit = numberParameter(query, 'limit', LIMIT);
  const items = ui.recentItems.list(ui.context.user.id, null);
  const records = items.map(({ id }) => readItem(ui, id)).filter((record) => record !== undefined);
  return records.slice(0, limit);
}

function readItem(ui: UiRequest, id: string): Record<string, unknown> | undefined {
  const { org } = ui.deps;
  const type = org.schema().findByKeyPrefix(keyPrefixOf(id));
  if (!type || !org.access.objectAccess(ui.context.user, type.name).read) return undefined;
  const tree = emptyFieldTree(type);
  const name = type.nameField;
  if (name) tree.fields.set(name.name, name);
  const row = readUiRecords(ui, tree, [id]).get(id);
  if (!row) return undefined;
  const url = `/services/data/v${ui.context.apiVersion}.0/sobjects/${type.name}/${id}`;
  return { attributes: { type: type.name, url }, Id: id, Name: row.fields[name?.name ?? 'Id'] ?? null };
}
