import { ApiError, UnsupportedFeatureError } from '../../../core';
import { listViewOf, RECENTLY_VIEWED, type Component, type MetadataObject } from '../../../metadata';
import type { SObjectType } from '../../../schema';
import { resolveFieldPath } from '../filters/resolve-path';
import { SoqlBinds } from '../filters/soql-condition';
import type { UiRequest } from '../request/ui-request';
import { filterContent } from './filter-operands';
import { visibleListViews, type ListView } from './find-list-view';
import { columnNameOf, columnPath, listColumns } from './list-columns';
import { isListScope, listViewCondition } from './list-conditions';
import type { ListInfoInput } from './list-info-input';
import { visibilityOf, type ListVisibility } from './list-visibility';
import { isDeletable, isUpdateable, listViewPermissions, requirePermission } from './list-view-permissions';

const MAX_COLUMNS = 15;
const MAX_FILTERS = 10;

/**
 * Makes a list view. Without columns it has those of the object's list of all records; without visibility it is private.
 * @throws ApiError INSUFFICIENT_ACCESS without the permission for its visibility
 * @throws ApiError DUPLICATE_DEVELOPER_NAME when the user sees a list view of that name already
 */
export function createListView(ui: UiRequest, type: SObjectType, input: ListInfoInput): ListView {
  const visibility = input.visibility ?? 'Private';
  requirePermission(mayMake(ui, visibility));
  const label = input.label ?? input.listViewApiName ?? '';
  const name = input.listViewApiName ?? apiNameOf(label);
  if (label === '') throw new ApiError('REQUIRED_FIELD_MISSING', 'The list view needs a label');
  const views = visibleListViews(ui, type);
  if (views.some(({ definition }) => definition.name.toLowerCase() === name.toLowerCase())) {
    throw duplicateName();
  }
  const all = views.find(({ definition }) => definition.scope === 'Everything')?.definition.columns;
  const columns = listColumns(ui, type, all ?? [type.nameField?.name ?? 'Id']);
  const empty: MetadataObject = {
    columns: columns.map(({ path }) => columnNameOf(ui, type, path)),
    filterScope: 'Everything',
    label,
  };
  return keep(ui, type, name, changedContent(ui, type, empty, { ...input, label, visibility }), visibility);
}

/**
 * Changes of a list view what a request names. Its name stays.
 * @throws ApiError INSUFFICIENT_ACCESS when the user may not change it, or not give it that visibility
 */
export function updateListView(ui: UiRequest, view: ListView, input: ListInfoInput): ListView {
  const { type, definition } = view;
  requirePermission(isUpdateable(ui, view));
  const visibility = input.visibility ?? visibilityOf(definition);
  requirePermission(mayMake(ui, visibility));
  const before = ui.deps.org.listViews.component(definition)?.content ?? shippedContent(ui, view);
  return keep(
    ui,
    type,
    definition.name,
    changedContent(ui, type, before, { ...input, visibility }),
    visibility,
  );
}

/** Deletes a list view. @throws ApiError INSUFFICIENT_ACCESS when the user may not */
export function deleteListView(ui: UiRequest, view: ListView): void {
  requirePermission(isDeletable(ui, view));
  ui.deps.org.listViews.remove(view.definition, ui.context.user);
}

function mayMake(ui: UiRequest, visibility: ListVisibility): boolean {
  const { createable, publicCreatable } = listViewPermissions(ui);
  return visibility === 'Private' ? createable : publicCreatable;
}

/** Keeps a list view that can be run: a filter that cannot is refused before. */
function keep(
  ui: UiRequest,
  type: SObjectType,
  name: string,
  content: MetadataObject,
  visibility: ListVisibility,
): ListView {
  const component: Component = {
    type: 'ListView',
    fullName: `${type.name}.${name}`,
    fileName: `objects/${type.name}.object`,
    content,
    files: [],
  };
  listViewCondition(ui, { type, definition: listViewOf(component) }, new SoqlBinds());
  const { listViews } = ui.deps.org;
  const kept = visibility === 'Private' ? 'private' : 'public';
  return { type, definition: listViews.keep(component, ui.context.user, kept) };
}

function changedContent(
  ui: UiRequest,
  type: SObjectType,
  before: MetadataObject,
  input: ListInfoInput,
): MetadataObject {
  const { label, displayColumns, filteredByInfo, filterLogicString: logic } = input;
  if (label?.trim() === '') throw new ApiError('REQUIRED_FIELD_MISSING', 'The list view needs a label');
  const filters = filteredByInfo?.map((filter) => filterContent(ui, type, filter));
  if ((filters?.length ?? 0) > MAX_FILTERS) throw tooMany('filters', MAX_FILTERS);
  if ((displayColumns?.length ?? 0) > MAX_COLUMNS) throw tooMany('columns', MAX_COLUMNS);
  const { booleanFilter, sharedTo, queue, ...rest } = before;
  const changed: Record<string, MetadataObject[string] | undefined> = {
    ...rest,
    // A logic counts the filters that it was written for.
    booleanFilter: logic === undefined && filters === undefined ? booleanFilter : (logic ?? undefined),
    queue,
    sharedTo: sharedToContent(input, sharedTo),
    ...(label !== undefined && { label: label.trim() }),
    ...(displayColumns && { columns: columnNames(ui, type, displayColumns) }),
    ...(filters && { filters }),
    ...(input.scope && scopeContent(ui, type, input.scope)),
  };
  return Object.fromEntries(
    Object.entries(changed).filter(
      (entry): entry is [string, MetadataObject[string]] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}

/** Fields by API name as a list view has them. @throws ApiError INVALID_FIELD for one that is not open to the user */
function columnNames(ui: UiRequest, type: SObjectType, paths: readonly string[]): string[] {
  const schema = ui.deps.org.schema();
  return paths.map((path) =>
    columnNameOf(ui, type, resolveFieldPath(ui, type, columnPath(schema, type, path)).path),
  );
}

/** A scope by its name in queries. @throws ApiError INVALID_PARAMETER_VALUE for a queue that is not there */
function scopeContent(
  { deps }: UiRequest,
  type: SObjectType,
  { apiName, entityId }: NonNullable<ListInfoInput['scope']>,
): Record<string, string | undefined> {
  const scope = `${apiName.charAt(0).toUpperCase()}${apiName.slice(1)}`;
  if (!isListScope(scope) || scope === RECENTLY_VIEWED) {
    throw new UnsupportedFeatureError(`List view scope ${apiName}`);
  }
  if (scope !== 'Everything' && !type.field('OwnerId')) {
    throw new ApiError('INVALID_FILTER_VALUE', `${type.name} records have no owner to filter by`);
  }
  if (scope !== 'Queue') return { filterScope: scope, queue: undefined };
  const row = deps.org.store
    .prepare(`SELECT "DeveloperName" AS name FROM "Group" WHERE "Type" = 'Queue' AND "Id" = ?`)
    .get(entityId ?? '');
  if (!row) throw new ApiError('INVALID_PARAMETER_VALUE', `There is no queue ${entityId ?? ''}`);
  return { filterScope: scope, queue: String(row['name']) };
}

/** Elements of `sharedTo` by the kind of share that a request names. */
const SHARE_ELEMENTS: Readonly<Record<string, string>> = {
  Queue: 'queue',
  Regular: 'group',
  Role: 'role',
  RoleAndSubordinates: 'roleAndSubordinates',
};

/** Whom a list view is shared with; undefined for one that all see, or only one. */
function sharedToContent(
  { visibility, listShares }: ListInfoInput,
  before: MetadataObject[string] | undefined,
): MetadataObject | undefined {
  if (visibility !== 'Shared') return undefined;
  if (!listShares) return before as MetadataObject | undefined;
  const shares: Record<string, string[]> = {};
  for (const share of listShares) {
    const [kind = '', name = ''] = share.split('.');
    const element = SHARE_ELEMENTS[kind];
    if (element === undefined) throw new UnsupportedFeatureError(`List view share ${kind}`);
    (shares[element] ??= []).push(name);
  }
  if (listShares.length === 0)
    throw new ApiError('REQUIRED_FIELD_MISSING', 'A shared list view needs somebody to share it with');
  return shares;
}

/** What a list view that comes with its object would be as metadata. */
function shippedContent(ui: UiRequest, { type, definition }: ListView): MetadataObject {
  const { columns, label, scope } = definition;
  return { columns: columnNames(ui, type, columns), filterScope: scope, label };
}

/** `My_open_deals` for `My open deals!`. */
function apiNameOf(label: string): string {
  return label
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^[^A-Za-z]+/, '')
    .replace(/_+$/, '');
}

/** UNVERIFIED: code and text. */
function duplicateName(): ApiError {
  return new ApiError(
    'DUPLICATE_DEVELOPER_NAME',
    'This list view API name already exists or has been previously used. Please choose a different name.',
    { fields: ['listViewApiName'] },
  );
}

/** UNVERIFIED: code and text. */
function tooMany(what: string, max: number): ApiError {
  return new ApiError('LIMIT_EXCEEDED', `A list view has at most ${max} ${what}`);
}
