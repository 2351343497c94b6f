import type { QueryResult } from '../../../query';
import { graphqlFilter, parseFilterText } from '../filters/graphql-filter';
import { joined, SoqlBinds } from '../filters/soql-condition';
import type { SObjectType } from '../../../schema';
import { columnOf, listColumns, type ListColumn } from '../list-views/list-columns';
import { listFields, orderBy } from '../list-views/list-records';
import type { ListRecordsQuery } from '../list-views/list-records-query';
import { emptyFieldTree } from '../records/field-tree';
import { queryUiRecords } from '../records/query-records';
import { readUiRecords, recordNotReadable } from '../records/read-ui-records';
import { recordTypeIdOf } from '../records/get-records';
import { pathsOf } from '../records/record-query';
import { RecordRepresenter, type RecordRepresentation } from '../records/record-representation';
import { requireTarget } from '../request/find-object';
import { recordPage } from '../request/record-page';
import type { UiRequest } from '../request/ui-request';
import { findRelatedList, type RelatedChildren, type RelatedList } from './related-list';
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
  const order = sortTerms(ui, list, query.sortBy);
  const found =
    list.others.length === 0
      ? recordsOf(ui, list, parentId, { columns, query, order, offset, limit: pageSize + 1 })
      : mergedRecords(ui, { list, parentId }, { columns, query, order, offset, limit: pageSize + 1 });
  const { records, ...page } = recordPage(
    `${ui.basePath}/related-list-records/${parentId}/${list.id}`,
    found,
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
  const totalSize = [list, ...list.others].reduce((total, children) => {
    const binds = new SoqlBinds();
    const where = childCondition(children, parentId, binds, undefined);
    const soql = `SELECT COUNT() FROM ${children.type.name} WHERE ${where} LIMIT ${maxCount + 1}`;
    const counted: QueryResult = ui.deps.org.query.query(soql, { context: ui.context, binds: binds.all });
    return total + counted.totalSize;
  }, 0);
  return {
    count: Math.min(totalSize, maxCount),
    hasMore: totalSize > maxCount,
    listReference: relatedListReference(list, parentId),
  };
}

/** What is read of children. */
interface ChildSelection {
  readonly columns: readonly ListColumn[];
  readonly query: ListRecordsQuery;
  /** `-CloseDate` */
  readonly order: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

function recordsOf(
  ui: UiRequest,
  children: RelatedChildren,
  parentId: string,
  { columns, query, order, offset, limit }: ChildSelection,
): RecordRepresentation[] {
  const { type } = children;
  const tree = listFields(ui, type, columns, query);
  const binds = new SoqlBinds();
  const filter =
    query.where === null ? undefined : graphqlFilter(ui, type, parseFilterText(query.where), binds);
  const rows = queryUiRecords(ui, tree, {
    where: childCondition(children, parentId, binds, filter),
    binds: binds.all,
    orderBy: orderBy(ui, type, order),
    offset,
    limit,
  });
  const representer = new RecordRepresenter(ui);
  return rows.map((row) => representer.record(row, tree));
}

/** Children of several objects in one order. Columns that an object does not have are left out of its records. */
function mergedRecords(
  ui: UiRequest,
  { list, parentId }: ListOfRecord,
  { columns, query, order, offset, limit }: ChildSelection,
): RecordRepresentation[] {
  const records = [list, ...list.others].flatMap((children) => {
    const { type } = children;
    const own = (terms: readonly string[]): string[] =>
      pathsOf(list.type, terms).map((path) => `${type.name}.${path}`);
    return recordsOf(ui, children, parentId, {
      columns: columns.flatMap(({ path }) => columnOf(ui, type, path) ?? []),
      query: { ...query, fields: [], optionalFields: own([...query.fields, ...query.optionalFields]) },
      order: order.filter((term) => columnOf(ui, type, pathOfTerm(list.type, term)) !== undefined),
      offset: 0,
      limit: offset + limit,
    });
  });
  const keys = order.map((term) => ({
    path: pathOfTerm(list.type, term),
    sign: term.startsWith('-') ? -1 : 1,
  }));
  const compared = (a: RecordRepresentation, b: RecordRepresentation): number =>
    keys.reduce(
      (result, { path, sign }) => result || sign * compareValues(valueAt(a, path), valueAt(b, path)),
      0,
    );
  return records.sort(compared).slice(offset, offset + limit);
}

function valueAt(record: RecordRepresentation, path: string): unknown {
  return record.fields[path]?.value ?? null;
}

/** Blank ones come first, as in ascending order. */
function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

function childCondition(
  { fieldApiName, condition }: RelatedChildren,
  parentId: string,
  binds: SoqlBinds,
  filter: string | undefined,
): string {
  const conditions = [`${fieldApiName} = ${binds.add(parentId)}`, condition, filter];
  return (
    joined(
      'AND',
      conditions.filter((each) => typeof each === 'string'),
    ) ?? ''
  );
}

/** The path of a term of an order, with the object or without it: `Name` of `-Contact.Name`. */
function pathOfTerm(type: SObjectType, term: string): string {
  const named = term.replace(/^-/, '');
  const [path = named] = pathsOf(type, [named]);
  return path;
}

function sortTerms(ui: UiRequest, list: RelatedList, given: readonly string[]): readonly string[] {
  const own = relatedListOrder(ui, list).map(
    ({ fieldApiName, isAscending }) => `${isAscending ? '' : '-'}${fieldApiName}`,
  );
  return (given.length > 0 ? given : own)
    .map((term) => `${term.startsWith('-') ? '-' : ''}${pathOfTerm(list.type, term)}`)
    .filter((term) => columnOf(ui, list.type, pathOfTerm(list.type, term)) !== undefined);
}
