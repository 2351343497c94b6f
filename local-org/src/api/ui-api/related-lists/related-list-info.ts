import type { ListOrder } from '../list-views/list-preferences';
import { columnPreferences, storedPreferences } from '../list-views/list-preferences';
import { columnPath, listColumns } from '../list-views/list-columns';
import { displayColumns, orderedBy } from '../list-views/list-info';
import { pathsOf } from '../records/record-query';
import { objectTheme } from '../themes/object-icons';
import type { UiRequest } from '../request/ui-request';
import { withEtag } from '../values/etag';
import { relatedListsOf, type RelatedList, type RelatedListParent } from './related-list';

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_related_list_summary_collection.htm */
export function relatedListSummaries(ui: UiRequest, parent: RelatedListParent): Record<string, unknown> {
  const lists = relatedListsOf(ui, parent);
  return withEtag({
    parentObjectApiName: parent.type.name,
    parentRecordTypeId: lists[0]?.parentRecordTypeId ?? parent.recordTypeId,
    relatedLists: lists.map((list) => ({
      entityLabel: list.type.definition.label,
      entityLabelPlural: list.type.definition.labelPlural,
      fieldApiName: list.fieldApiName,
      keyPrefix: list.type.definition.keyPrefix,
      label: list.label,
      objectApiName: list.type.name,
      parentFieldApiName: list.fieldApiName,
      relatedListId: list.id,
      relatedListInfoUrl: `${ui.basePath}/related-list-info/${parent.type.name}/${list.id}?recordTypeId=${list.parentRecordTypeId}`,
      themeInfo: objectTheme(ui, list.type),
    })),
  });
}

/** What a related list is, as answers refer to it. @param parentRecordId set with its records */
export function relatedListReference(
  list: RelatedList,
  parentRecordId: string | null = null,
): Record<string, unknown> {
  return {
    id: null,
    inContextOfRecordId: parentRecordId,
    parentObjectApiName: list.parentType.name,
    recordTypeId: list.parentRecordTypeId,
    relatedListId: list.id,
    type: 'relatedList',
  };
}

/** Which columns of a related list are described. */
export interface RelatedListColumns {
  /** Fields, with their object or without it: `Contact.Phone`. */
  readonly fields: readonly string[];
  readonly restrictColumnsToLayout: boolean;
}

const LAYOUT_COLUMNS: RelatedListColumns = { fields: [], restrictColumnsToLayout: true };

/**
 * What a related list shows: the columns of the layout, or the fields that are asked for when the layout does not
 * restrict them.
 * UNVERIFIED: that the columns of the layout are left out then.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_related_list_metadata.htm
 */
export function relatedListInfo(
  ui: UiRequest,
  list: RelatedList,
  { fields, restrictColumnsToLayout }: RelatedListColumns = LAYOUT_COLUMNS,
): { readonly eTag: string } & Record<string, unknown> {
  const asked = restrictColumnsToLayout ? [] : fields.map((name) => pathsOf(list.type, [name])[0] ?? name);
  const columns = listColumns(ui, list.type, asked.length > 0 ? asked : list.columns);
  const preferences = storedPreferences(ui, 'relatedListPreferences', preferencesName(list));
  return withEtag({
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: displayColumns(ui, list.type, columns),
    fieldApiName: list.fieldApiName,
    fields,
    filterable: true,
    filterLogicString: null,
    filteredByInfo: [],
    label: list.label,
    listReference: relatedListReference(list),
    objectApiNames: [list.type, ...list.others.map(({ type }) => type)].map(({ name }) => name),
    optionalFields: [],
    orderedByInfo: relatedListOrder(ui, list).map((order) => orderedBy(ui, list.type, order)),
    restrictColumnsToLayout,
    updateable: false,
    userPreferences: columnPreferences(preferences, columns),
    visibility: 'Public',
    visibilityEditable: false,
  });
}

/** The order of a related list: the user's own, else that of the layout, else the name. */
export function relatedListOrder(ui: UiRequest, list: RelatedList): ListOrder[] {
  const { orderedBy: own } = storedPreferences(ui, 'relatedListPreferences', preferencesName(list));
  if (own && own.length > 0) return [...own];
  if (list.sortField !== null) {
    const path = columnPath(ui.deps.org.schema(), list.type, list.sortField);
    return [{ fieldApiName: path, isAscending: list.sortAscending }];
  }
  const name = list.type.nameField;
  return name?.sortable ? [{ fieldApiName: name.name, isAscending: true }] : [];
}

/** Id of the preferences of a related list: `Account.Contacts`. */
export function preferencesName({ parentType, id }: RelatedList): string {
  return `${parentType.name}.${id}`;
}
