import { ApiError, UnsupportedFeatureError } from '../../../core';
import { fieldPathOfColumn, RECENTLY_VIEWED, type ListViewDefinition } from '../../../metadata';
import type { FilterItem, SObjectType } from '../../../schema';
import { combine } from '../filters/boolean-filter';
import { filterCondition, type ConditionWriter } from '../filters/field-comparison';
import { resolveFieldPath } from '../filters/resolve-path';
import { joined, type SoqlBinds } from '../filters/soql-condition';
import type { UiRequest } from '../request/ui-request';
import { columnPath } from './list-columns';
import type { ListView } from './find-list-view';

type ScopeCondition = (ui: UiRequest, definition: ListViewDefinition, binds: SoqlBinds) => string | undefined;

/**
 * Records that a scope leaves, by its name. A scope that is not here is refused by name.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listview.htm (FilterScope)
 */
const SCOPES: Readonly<Record<string, ScopeCondition>> = {
  Everything: () => undefined,
  [RECENTLY_VIEWED]: ({ context, deps }, { object }, binds) => {
    const prefix = deps.org.schema().find(object)?.definition.keyPrefix ?? '';
    return `Id IN ${binds.add(deps.org.recentItems.list(context.user.id, prefix).map(({ id }) => id))}`;
  },
  Mine: ({ context }, _definition, binds) => `OwnerId = ${binds.add(context.user.id)}`,
  MineAndMyGroups: ({ context, deps }, _definition, binds) =>
    `OwnerId IN ${binds.add([context.user.id, ...deps.org.access.groupsOf(context.user)])}`,
  Queue: ({ deps }, { queue }, binds) => {
    const row = deps.org.store
      .prepare(`SELECT "Id" AS id FROM "Group" WHERE "Type" = 'Queue' AND "DeveloperName" = ? COLLATE NOCASE`)
      .get(queue ?? '');
    if (!row) throw new ApiError('NOT_FOUND', `The queue ${queue ?? ''} does not exist`);
    return `OwnerId = ${binds.add(String(row['id']))}`;
  },
};

/** Whether list views can have a scope: `Mine`. */
export function isListScope(scope: string): boolean {
  return Object.hasOwn(SCOPES, scope);
}

/**
 * The records of a list view as a condition of SOQL: scope and filters; undefined where there are none.
 * @throws UnsupportedFeatureError for a scope or a column that the local org does not know
 * @throws ApiError INVALID_FIELD when the user may not read a field that is filtered by
 */
export function listViewCondition(
  ui: UiRequest,
  { type, definition }: ListView,
  binds: SoqlBinds,
): string | undefined {
  const { scope: name, filters, booleanFilter } = definition;
  const scope = SCOPES[name];
  if (!scope) throw new UnsupportedFeatureError(`List view scope ${name}`);
  const writer = { binds, timeZone: ui.context.user.timeZone };
  const filtered = filters.map((item) => itemCondition(ui, type, item, writer));
  const parts = [scope(ui, definition, binds), combine(filtered, booleanFilter)];
  return joined(
    'AND',
    parts.filter((part) => part !== undefined),
  );
}

function itemCondition(ui: UiRequest, type: SObjectType, item: FilterItem, writer: ConditionWriter): string {
  const schema = ui.deps.org.schema();
  const path = columnPath(schema, type, item.field);
  const value = item.value ?? '';
  // Record types are named by developer name, with their object.
  if (fieldPathOfColumn(schema, type, item.field) === 'RecordType.Name') {
    const names = value.replace(new RegExp(`\\b${type.name}\\.`, 'gi'), '');
    const compared = resolveFieldPath(ui, type, 'RecordType.DeveloperName');
    return filterCondition(writer, compared, item.operation, names);
  }
  return filterCondition(writer, resolveFieldPath(ui, type, path), item.operation, value);
}
