import type { QueryResult } from '../../../query';
import { graphqlFilter, parseFilterText } from '../filters/graphql-filter';
import { joined, SoqlBinds } from '../filters/soql-condition';
import { columnOf, listColumns } from '../list-views/list-columns';
import { listFields, orderBy } from '../list-views/list-records';
import type { ListRecordsQuery } from '../list-views/list-records-query';
import { emptyFieldTree } from '../records/field-tree';
import { queryUiRecords } from '../records/query-records';
import { readUiRecords, recordNotReadable } from '../records/read-ui-records';
import { recordTypeIdOf } from '../records/get-records';
import { pathsOf } from '../records/record-query';
import { RecordRepresenter } from '../records/record-representation';
import { requireTarget } from '../request/find-object';
import { recordPage } from '../request/record-page';
import type { UiRequest } from '../request/ui-request';
import { findRelatedList, type RelatedList } from './related-list';
import { relatedListInfo, relatedListOrder, relatedListReference } from './related-list-info';

/** A related list of one record. */
export interface ListOfRecord {
  readonly list: RelatedList;
  /** 18 characters. */
  readonly parentId: string;
}

/**
 * A related list of a record that the user may read.
 * @throws ApiError INSUFFICIENT_ACCESS, NOT_FOUND, INVALID_PARAMETER_VALUE
 */
export function listOfRecord(ui: UiRequest, parentRecordId: string, relatedListId: string): ListOfRecord {
  const { type, id } = requireTarget(ui, parentRecordId);
  if (!readUiRecords(ui, emptyFieldTree(type), [id]).has(id)) throw recordNotReadable(ui, type, id);
  const recordTypeId = recordTypeIdOf(ui, type, id);
  return { list: findRelatedList(ui, { type, recordTypeId }, relatedListId), parentId: id };
}

/**
 * A page of the records of a related list. Terms of the order that the user may not read are left out.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_related_list_record_collection.htm
 */
export function relatedListRecords(
  ui: UiRequest,
  { list, parentId }: ListOfRecord,
  query: ListRecordsQuery,
): Record<string, unknown> {
  const { offset, pageSize } = query;
  const columns = listColumns(ui, list.type, list.columns);
  const tree = listFields(ui, list.type, columns, query);
  const binds = new SoqlBinds();
  const filter =
    query.where === null ? undefined : graphqlFilter(ui, list.type, parseFilterText(query.where), binds);
  const rows = queryUiRecords(ui, tree, {
    where: childCondition({ list, parentId }, binds, filter),
    binds: binds.all,
    orderBy: orderBy(ui, list.type, sortTerms(ui, list, query.sortBy)),
    offset,
    limit: pageSize + 1,
  });
  const representer = new RecordRepresenter(ui);
  const { records, ...page } = recordPage(
    `${ui.basePath}/related-list-records/${parentId}/${list.id}`,
    rows.map((row) => representer.record(row, tree)),
    { offset, pageSize },
  );
  return {
    ...page,
    columnLabels: Object.fromEntries(columns.map(({ path, label }) => [path, label])),
    fields: query.fields,
    listInfoETag: relatedListInfo(ui, list).eTag,
    listReference: relatedListReference(list, parentId),
    optionalFields: query.optionalFields,
    pageSize,
    records,
    sortBy: query.sortBy,
    where: query.where,
  };
}

/**
 * How many records a related list has, up to a number.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_related_list_record_count.htm
 */
export function relatedListCount(ui: UiRequest, { list, parentId }: ListOfRecord, maxCount: number): unknown {
  const binds = new SoqlBinds();
  const where = childCondition({ list, parentId }, binds, undefined);
  const soql = `SELECT COUNT() FROM ${list.type.name} WHERE ${where} LIMIT ${maxCount + 1}`;
  const { totalSize }: QueryResult = ui.deps.org.query.query(soql, { context: ui.context, binds: binds.all });
  return {
    count: Math.min(totalSize, maxCount),
    hasMore: totalSize > maxCount,
    listReference: relatedListReference(list, parentId),
  };
}

function childCondition(
  { list, parentId }: ListOfRecord,
  binds: SoqlBinds,
  filter: string | undefined,
): string {
  const conditions = [`${list.fieldApiName} = ${binds.add(parentId)}`, list.condition, filter];
  return (
    joined(
      'AND',
      conditions.filter((condition) => typeof condition === 'string'),
    ) ?? ''
  );
}

function sortTerms(ui: UiRequest, list: RelatedList, given: readonly string[]): readonly string[] {
  const own = relatedListOrder(ui, list).map(
    ({ fieldApiName, isAscending }) => `${isAscending ? '' : '-'}${fieldApiName}`,
  );
  return (given.length > 0 ? given : own).filter((term) => {
    const named = term.replace(/^-/, '');
    const [path = named] = pathsOf(list.type, [named]);
    return columnOf(ui, list.type, path) !== undefined;
  });
}
