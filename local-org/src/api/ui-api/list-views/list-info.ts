import type { SObjectType } from '../../../schema';
import { describeFor } from '../object-info/object-info';
import { userSetsOf } from '../../../org';
import type { UiRequest } from '../request/ui-request';
import { filterValues } from '../filters/field-comparison';
import { picklistLabel } from '../values/field-value';
import { withEtag } from '../values/etag';
import { isRecentView, type ListView } from './find-list-view';
import { columnOf, columnPath, listColumns, type ListColumn } from './list-columns';
import { isDeletable, isUpdateable, listViewPermissions } from './list-view-permissions';
import { visibilityOf } from './list-visibility';
import { columnPreferences, preferencesName, storedPreferences, type ListOrder } from './list-preferences';

/** What a list is, as answers refer to it. */
export interface ListReference {
  readonly id: string | null;
  readonly listViewApiName: string;
  readonly objectApiName: string;
  /** `listView`, or `mru` for the records viewed last. */
  readonly type: string;
}

/** Labels of scopes. */
const SCOPE_LABELS: Readonly<Record<string, (plural: string) => string>> = {
  Everything: (plural) => `All ${plural.toLowerCase()}`,
  Mine: (plural) => `My ${plural.toLowerCase()}`,
  MineAndMyGroups: () => 'Items owned by me and my groups',
  Queue: () => 'Queue',
};

export function listReference({ type, definition }: ListView): ListReference {
  const recent = isRecentView(definition);
  return {
    id: recent ? null : definition.id,
    listViewApiName: recent ? '__Recent' : definition.name,
    objectApiName: type.name,
    type: recent ? 'mru' : 'listView',
  };
}

/**
 * What a list view is: columns, filters, order, who sees it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_list_view_info.htm
 */
export function listInfo(ui: UiRequest, view: ListView): { readonly eTag: string } & Record<string, unknown> {
  const { type, definition } = view;
  const columns = listColumns(ui, type, definition.columns);
  const preferences = storedPreferences(ui, 'listPreferences', preferencesName(view));
  const { createable, publicCreatable } = listViewPermissions(ui);
  const updateable = isUpdateable(ui, view);
  return withEtag({
    cloneable: createable,
    createable,
    deletable: isDeletable(ui, view),
    displayColumns: displayColumns(ui, type, columns),
    filterLogicString: definition.booleanFilter,
    filteredByInfo: definition.filters.map((item) => filteredBy(ui, type, item)),
    hasMassActions: false,
    inlineEditDetails: { message: null, state: 'Enabled' },
    label: definition.label,
    listReference: listReference(view),
    listShares: shares(view),
    objectApiNames: [type.name],
    orderedByInfo: listOrder(ui, view).map((order) => orderedBy(ui, type, order)),
    scope: {
      apiName: scopeName(definition.scope),
      entity: definition.queue === null ? null : { id: null, label: definition.queue },
      label: SCOPE_LABELS[definition.scope]?.(type.definition.labelPlural) ?? definition.label,
      relatedEntity: null,
    },
    searchable: !isRecentView(definition),
    updateable,
    userPreferences: columnPreferences(preferences, columns),
    visibility: visibilityOf(definition),
    visibilityEditable: updateable && publicCreatable,
  });
}

/** The order of a list: the user's own, else the name, or the first column. */
export function listOrder(ui: UiRequest, view: ListView): ListOrder[] {
  const { type, definition } = view;
  const { orderedBy: own } = storedPreferences(ui, 'listPreferences', preferencesName(view));
  if (own && own.length > 0) return [...own];
  if (isRecentView(definition)) return [];
  const columns = listColumns(ui, type, definition.columns);
  const first = columns.find(({ field, path }) => field.nameField && !path.includes('.')) ?? columns[0];
  return first ? [{ fieldApiName: first.path, isAscending: true }] : [];
}

/** An order with the label of its column. */
export function orderedBy(
  ui: UiRequest,
  type: SObjectType,
  { fieldApiName, isAscending }: ListOrder,
): ListOrder & { readonly label: string } {
  return { fieldApiName, isAscending, label: columnOf(ui, type, fieldApiName)?.label ?? fieldApiName };
}

/** Columns with what may be done with them. Those of parents are not edited in the list. */
export function displayColumns(ui: UiRequest, type: SObjectType, columns: readonly ListColumn[]): unknown[] {
  const described = describeFor(ui, type);
  const byName = new Map(described.fields.map((field) => [field.name, field]));
  return columns.map(({ path, label, field, lookupId }) => {
    const details = byName.get(path) ?? byName.get(type.parentField(path.split('.')[0] ?? '')?.name ?? '');
    const attributes = {
      editable: details?.updateable === true && (path === details.name || field.nameField),
      required: details?.nillable === false && field.type !== 'boolean',
    };
    return {
      fieldApiName: path,
      inlineEditAttributes: Object.fromEntries(
        described.recordTypeInfos.map(({ recordTypeId }) => [recordTypeId, attributes]),
      ),
      label,
      lookupId,
      searchable: !path.includes('.') && field.filterable,
      sortable: field.sortable,
    };
  });
}

function filteredBy(
  ui: UiRequest,
  type: SObjectType,
  item: ListView['definition']['filters'][number],
): unknown {
  const schema = ui.deps.org.schema();
  const path = columnPath(schema, type, item.field);
  const column = columnOf(ui, type, path);
  const operands = filterValues(item.value ?? '');
  return {
    fieldApiName: path,
    label: column?.label ?? path,
    operandLabels: operands.map((value) => (column ? operandLabel(column, value) : value)),
    operator: `${item.operation.charAt(0).toUpperCase()}${item.operation.slice(1)}`,
  };
}

function operandLabel({ field }: ListColumn, value: string): string {
  if (field.type === 'boolean') return value === '1' || value.toLowerCase() === 'true' ? 'True' : 'False';
  return field.picklist ? picklistLabel(field, value) : value;
}

const SHARE_TYPES: Readonly<Record<string, string>> = {
  allInternalUsers: 'Regular',
  group: 'Regular',
  queue: 'Regular',
  role: 'Role',
  roleAndSubordinates: 'RoleAndSubordinates',
};

function shares({ definition: { sharedTo } }: ListView): unknown[] {
  if (sharedTo === null || sharedTo.allInternalUsers) return [];
  const sets = userSetsOf(sharedTo);
  return [...new Set(sets.map(({ kind }) => SHARE_TYPES[kind] ?? kind))].map((shareType) => ({
    shareType,
    shares: sets
      .filter(({ kind }) => (SHARE_TYPES[kind] ?? kind) === shareType)
      .map(({ name }) => ({ label: name, shareApiName: name })),
  }));
}

/** Scopes are written as queries write them: `mine`, `everything`. */
function scopeName(scope: string): string {
  return `${scope.charAt(0).toLowerCase()}${scope.slice(1)}`;
}
