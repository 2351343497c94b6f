import { ApiError, UnsupportedFeatureError } from '../../core';
import type { RequestContext } from '../../execution';
import type { QueryEngine } from '../../query';
import type { Schema } from '../../schema';
import type { ApiDeps } from '../api-deps';
import type { RestRequest } from '../http/resource';
import { JsonText, ok, type RestResponse } from '../http/responses';
import { columnsAnswer } from '../rest/query';
import { RecordWriter } from '../rest/record-json';
import type { ResultPage } from '../rest/query-cursors';
import type { ApexRecords } from './apex-records';
import type { MetadataRecords } from './metadata-records';
import { withStructuredFields } from './structured-fields';
import { SHARED_OBJECTS, UNSUPPORTED_OBJECTS } from './tooling-objects';

const STRING_LITERAL = /'(?:\\.|[^'\\])*'/g;
const CHILD_QUERY = /\([^()]*\)/g;
const FROM = /\bFROM\s+(\w+)/i;
const BATCH_ROWS = 2_000;
/** Asked for among the fields of a class. */
const SYMBOL_TABLE = /^\s*SELECT\b[^']*\bSymbolTable\b/i;

/** Where records are that the org has none of. */
export interface ToolingSources {
  readonly metadata: MetadataRecords;
  readonly apex: ApexRecords;
}

/** What answers queries of an object: the engine, and the schema it works with. */
interface Source {
  readonly engine: QueryEngine;
  readonly schema: Schema;
}

/**
 * `GET /tooling/query?q=`: setup objects by the org's own query engine, metadata from the deployed components.
 * @throws ApiError INVALID_TYPE for an object that is none of Tooling API's
 * @throws UnsupportedFeatureError for one of its objects that the local org does not have
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources.htm
 */
export function toolingQuery(request: RestRequest, deps: ApiDeps, sources: ToolingSources): RestResponse {
  const soql = request.query.get('q');
  if (soql === null || soql.trim() === '')
    throw new ApiError('MALFORMED_QUERY', 'A query string has to be specified');
  const { context } = request;
  const objectName = objectOf(soql);
  if (SYMBOL_TABLE.test(soql)) throw new UnsupportedFeatureError('Tooling API: SymbolTable');
  const { engine, schema } = sourceOf(objectName, soql, context, deps, sources);
  const options = { context, allRows: false };
  if (request.query.get('columns') === 'true') return ok(columnsAnswer(engine.columns(soql, options)));
  const result = engine.query(soql, options);
  const page = deps.cursors.open(result, context.user.id, BATCH_ROWS);
  return ok(pageText(page, result.entityName, schema, context.apiVersion));
}

/** `GET /tooling/query/LOCATOR`: the next page. */
export function toolingQueryMore(request: RestRequest, deps: ApiDeps): RestResponse {
  const { user, apiVersion } = request.context;
  const page = deps.cursors.page(request.parameters['locator'] ?? '', user.id);
  return ok(pageText(page, page.records[0]?.type ?? '', deps.org.schema(), apiVersion));
}

/** The object after FROM; child queries and semi-joins do not count. */
function objectOf(soql: string): string {
  let text = soql.replace(STRING_LITERAL, "''");
  for (let inner = ''; inner !== text; text = text.replace(CHILD_QUERY, ' ')) inner = text;
  return FROM.exec(text)?.[1] ?? '';
}

function sourceOf(
  objectName: string,
  soql: string,
  context: RequestContext,
  deps: ApiDeps,
  { metadata, apex }: ToolingSources,
): Source {
  if (metadata.has(objectName))
    return { engine: metadata.engineFor(objectName, context), schema: metadata.schema };
  if (apex.has(objectName)) return { engine: apex.engineFor(objectName), schema: apex.schema };
  const name = deps.org.schema().find(objectName)?.name ?? objectName;
  const unsupported = [...UNSUPPORTED_OBJECTS].find((known) => known.toLowerCase() === name.toLowerCase());
  if (unsupported !== undefined) throw new UnsupportedFeatureError(`Tooling object ${unsupported}`);
  const source = { engine: deps.org.query, schema: deps.org.schema() };
  // A query without an object is left to the engine, whose errors name the position.
  if (objectName === '' || SHARED_OBJECTS.has(name)) return source;
  throw new ApiError(
    'INVALID_TYPE',
    `${excerpt(soql, objectName)}sObject type '${objectName}' is not supported.`,
  );
}

/** The lines before the message of an unknown object: the text around it, and where it stands. */
function excerpt(soql: string, objectName: string): string {
  const before = soql.slice(0, soql.search(new RegExp(`\\b${objectName}\\b`)));
  const row = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  const start = Math.max(0, before.length - 'SELECT Id FROM '.length);
  const line = soql.slice(start).split('\n')[0] ?? '';
  return `\n${line}\n${' '.repeat(before.length - start)}^\nERROR at Row:${row}:Column:${column}\n`;
}

/** Records of Tooling API carry its own addresses, and the answer three more members than that of REST. */
function pageText(page: ResultPage, entityName: string, schema: Schema, apiVersion: number): JsonText {
  const base = `/services/data/v${apiVersion}.0`;
  const records = new RecordWriter(schema, apiVersion).writeAll(page.records);
  const next =
    page.nextLocator === null ? '' : `,"nextRecordsUrl":"${base}/tooling/query/${page.nextLocator}"`;
  const head = `{"size":${page.records.length},"totalSize":${page.totalSize},"done":${page.nextLocator === null}${next}`;
  const tooling = withStructuredFields(
    records.replaceAll(`"url":"${base}/sobjects/`, `"url":"${base}/tooling/sobjects/`),
  );
  return new JsonText(
    `${head},"queryLocator":${JSON.stringify(page.nextLocator)},"entityTypeName":${JSON.stringify(entityName)},"records":[${tooling}]}`,
  );
}
