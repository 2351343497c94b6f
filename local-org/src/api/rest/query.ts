import { ApiError, DEFAULT_QUERY_BATCH_ROWS, UnsupportedFeatureError } from '../../core';
import type { QueryResult, ResultColumn } from '../../query';
import type { ApiDeps } from '../api-deps';
import type { Resource, RestRequest } from '../http/resource';
import { JsonText, ok, type RestResponse } from '../http/responses';
import type { ResultPage } from './query-cursors';
import { RecordWriter, type WriteList } from './record-json';

const MIN_BATCH_ROWS = 200;
const MAX_BATCH_ROWS = 2_000;
const BATCH_SIZE_OPTION = /^\s*batchSize\s*=\s*(\d+)\s*$/i;

/**
 * `query`, `queryAll` and the pages that follow.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_queryall.htm
 */
export function queryResources(deps: ApiDeps): Resource[] {
  const more = (request: RestRequest): RestResponse => {
    const page = deps.cursors.page(request.parameters['locator'] ?? '', request.context.user.id);
    return ok(pageText(page, request, deps));
  };
  return [
    { path: '/query', composable: true, GET: (request) => runQuery(request, deps, false) },
    { path: '/query/:locator', composable: true, GET: more },
    { path: '/queryAll', composable: true, GET: (request) => runQuery(request, deps, true) },
    { path: '/queryAll/:locator', composable: true, GET: more },
  ];
}

function runQuery(request: RestRequest, deps: ApiDeps, allRows: boolean): RestResponse {
  if (request.query.has('explain')) throw new UnsupportedFeatureError('REST: query explain');
  const soql = request.query.get('q');
  if (soql === null || soql.trim() === '')
    throw new ApiError('MALFORMED_QUERY', 'A query string has to be specified');
  const options = { context: request.context, allRows };
  if (request.query.get('columns') === 'true')
    return ok(columnsAnswer(deps.org.query.columns(soql, options)));
  return queryAnswer(request, deps.org.query.query(soql, options), deps);
}

/** The first page of a result, in the batch size that the request asks for. */
export function queryAnswer(request: RestRequest, result: QueryResult, deps: ApiDeps): RestResponse {
  const page = deps.cursors.open(result, request.context.user.id, batchSizeOf(request));
  return ok(pageText(page, request, deps));
}

/** `Sforce-Query-Options: batchSize=500`, kept within what the platform allows. */
function batchSizeOf(request: RestRequest): number {
  const asked = BATCH_SIZE_OPTION.exec(request.headers['sforce-query-options'] ?? '')?.[1];
  if (asked === undefined) return DEFAULT_QUERY_BATCH_ROWS;
  return Math.min(Math.max(Number(asked), MIN_BATCH_ROWS), MAX_BATCH_ROWS);
}

function pageText(page: ResultPage, request: RestRequest, deps: ApiDeps): JsonText {
  const { user, apiVersion } = request.context;
  const resource = request.path.toLowerCase().startsWith('/queryall') ? 'queryAll' : 'query';
  const next = (locator: string | null): string =>
    locator === null ? '' : `,"nextRecordsUrl":"/services/data/v${apiVersion}.0/${resource}/${locator}"`;
  const writeList: WriteList = (list, writer) => {
    if (list.records.length === 0) return 'null';
    const part = deps.cursors.open(list, user.id, page.batchSize);
    const done = part.nextLocator === null;
    return `{"totalSize":${part.totalSize},"done":${done}${next(part.nextLocator)},"records":[${writer.writeAll(part.records)}]}`;
  };
  const writer = new RecordWriter(deps.org.schema(), apiVersion, writeList);
  const head = `{"totalSize":${page.totalSize},"done":${page.nextLocator === null}${next(page.nextLocator)}`;
  return new JsonText(`${head},"records":[${writer.writeAll(page.records)}]}`);
}

interface ColumnsResult {
  readonly entityName: string;
  readonly groupBy: boolean;
  readonly idSelected: boolean;
  readonly keyPrefix: string | null;
  readonly columnMetadata: readonly ResultColumn[];
}

/** The answer to `columns=true`. */
export function columnsAnswer(columns: ColumnsResult): unknown {
  const { columnMetadata, entityName, groupBy, idSelected, keyPrefix } = columns;
  return { columnMetadata: columnMetadata.map(columnAnswer), entityName, groupBy, idSelected, keyPrefix };
}

function columnAnswer(column: ResultColumn): unknown {
  return {
    aggregate: column.aggregate,
    apexType: column.apexType,
    booleanType: column.booleanField,
    columnName: column.columnName,
    custom: column.custom,
    displayName: column.displayName,
    foreignKeyName: column.foreignKeyName,
    insertable: column.insertable,
    joinColumns: column.joinColumns.map(columnAnswer),
    numberType: column.numberField,
    textType: column.textField,
    updatable: column.updatable,
  };
}
