import type { SObjectType } from '../../../schema';
import { resolveFieldPath } from '../filters/resolve-path';
import { graphqlFilter, parseFilterText } from '../filters/graphql-filter';
import { joined, SoqlBinds } from '../filters/soql-condition';
import { addPaths, emptyFieldTree, type FieldTree } from '../records/field-tree';
import { queryUiRecords } from '../records/query-records';
import { RecordRepresenter } from '../records/record-representation';
import { pathsOf } from '../records/record-query';
import { recordPage } from '../request/record-page';
import type { UiRequest } from '../request/ui-request';
import { isRecentView, type ListView } from './find-list-view';
import { listColumns, type ListColumn } from './list-columns';
import { listViewCondition } from './list-conditions';
import { listInfo, listOrder, listReference } from './list-info';
import type { ListRecordsQuery } from './list-records-query';
import { searchCondition } from './search-condition';

/** Read with every record of a list, beside its columns. */
const STATE_FIELDS = ['Id', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'] as const;

/**
 * A page of the records of a list view.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_list_record_collection.htm
 * @throws ApiError INVALID_FIELD for a field that the user may not read
 */
export function listRecords(ui: UiRequest, view: ListView, query: ListRecordsQuery): Record<string, unknown> {
  const { type, definition } = view;
  const columns = listColumns(ui, type, definition.columns);
  const tree = listFields(ui, type, columns, query);
  const binds = new SoqlBinds();
  const conditions = [
    listViewCondition(ui, view, binds),
    query.searchTerm === null ? undefined : searchCondition(type, columns, query.searchTerm, binds),
    query.where === null ? undefined : graphqlFilter(ui, type, parseFilterText(query.where), binds),
  ];
  const where = joined(
    'AND',
    conditions.filter((condition) => condition !== undefined),
  );
  const { offset, pageSize } = query;
  const byViewing = isRecentView(definition) && query.sortBy.length === 0;
  const rows = queryUiRecords(ui, tree, {
    where,
    binds: binds.all,
    orderBy: orderBy(ui, type, query.sortBy.length > 0 ? query.sortBy : sortTermsOf(ui, view)),
    offset: byViewing ? 0 : offset,
    limit: byViewing ? MAX_RECENT : pageSize + 1,
  });
  const ordered = byViewing ? inOrderOfViewing(ui, type, rows).slice(offset, offset + pageSize + 1) : rows;
  const representer = new RecordRepresenter(ui);
  const { records, ...page } = recordPage(
    `${ui.basePath}/list-records/${type.name}/${listReference(view).listViewApiName}`,
    ordered.map((row) => representer.record(row, tree)),
    { offset, pageSize },
  );
  return {
    ...page,
    fields: query.fields,
    listInfoETag: listInfo(ui, view).eTag,
    listReference: listReference(view),
    optionalFields: query.optionalFields,
    pageSize,
    records,
    searchTerm: query.searchTerm,
    sortBy: query.sortBy.join(',') || null,
    where: query.where,
  };
}

const MAX_RECENT = 200;

/** The fields of a list's columns with what else is asked for; of references also their ids. */
export function listFields(
  ui: UiRequest,
  type: SObjectType,
  columns: readonly ListColumn[],
  { fields, optionalFields }: Pick<ListRecordsQuery, 'fields' | 'optionalFields'>,
): FieldTree {
  const tree = emptyFieldTree(type);
  addPaths(ui, tree, STATE_FIELDS, true);
  addPaths(
    ui,
    tree,
    columns.map(({ path }) => path),
    true,
  );
  for (const [, { reference }] of tree.parents) tree.fields.set(reference.name, reference);
  addPaths(ui, tree, pathsOf(type, fields), false);
  addPaths(ui, tree, pathsOf(type, optionalFields), true);
  return tree;
}

/**
 * Terms of a sort as SOQL orders: `['-CloseDate', 'Opportunity.Name']` is `CloseDate DESC NULLS LAST, Name ASC NULLS
 * FIRST, Id ASC`. Equal records keep one order, so that pages do not overlap.
 * @throws ApiError INVALID_FIELD
 */
export function orderBy(ui: UiRequest, type: SObjectType, terms: readonly string[]): string {
  const orders = terms.map((term) => {
    const descending = term.startsWith('-');
    const named = descending ? term.slice(1) : term;
    const [own] = pathsOf(type, [named]);
    const { path } = resolveFieldPath(ui, type, own ?? named);
    return descending ? `${path} DESC NULLS LAST` : `${path} ASC NULLS FIRST`;
  });
  return [...orders, 'Id ASC'].join(', ');
}

function sortTermsOf(ui: UiRequest, view: ListView): string[] {
  return listOrder(ui, view).map(
    ({ fieldApiName, isAscending }) => `${isAscending ? '' : '-'}${fieldApiName}`,
  );
}

function inOrderOfViewing<T extends { readonly id: string | null }>(
  ui: UiRequest,
  type: SObjectType,
  rows: readonly T[],
): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const viewed = ui.deps.org.recentItems.list(ui.context.user.id, type.definition.keyPrefix);
  return viewed.flatMap(({ id }) => byId.get(id) ?? []);
}
