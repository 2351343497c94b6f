import { ApiError } from '../../core';
import type { ApiDeps } from '../api-deps';
import { malformedBody } from '../http/errors';
import type { Resource, RestRequest } from '../http/resource';
import { JsonText, ok, type RestResponse } from '../http/responses';
import { isJsonObject } from './record-input';
import { RecordWriter } from './record-json';

const SEARCH_GROUPS: ReadonlySet<string> = new Set(['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR']);
/** Characters that have a meaning inside SOSL's braces. */
const SOSL_RESERVED = /[?&|!{}[\]()^~*:\\"'+-]/g;
const NAME = /^[A-Za-z]\w*$/;

/**
 * SOSL searches, as text or as parameters.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search_parameterized.htm
 */
export function searchResources(deps: ApiDeps): Resource[] {
  return [
    { path: '/search', composable: true, GET: (request) => searchByText(request, deps) },
    {
      path: '/parameterizedSearch',
      composable: true,
      GET: (request) => search(soslOf(parametersOfQuery(request.query)), request, deps),
      POST: (request) => search(soslOf(request.body.json()), request, deps),
    },
  ];
}

function searchByText(request: RestRequest, deps: ApiDeps): RestResponse {
  const sosl = request.query.get('q');
  if (sosl === null) throw noSearchTerm();
  return search(sosl, request, deps);
}

function search(sosl: string, request: RestRequest, deps: ApiDeps): RestResponse {
  const records = deps.org.query.search(sosl, { context: request.context });
  const writer = new RecordWriter(deps.org.schema(), request.context.apiVersion);
  return ok(new JsonText(`{"searchRecords":[${writer.writeAll(records)}]}`));
}

/** `?q=Smith&sobject=Account&Account.fields=Id,Name` as the body of a POST. */
function parametersOfQuery(query: URLSearchParams): unknown {
  const fieldsOf = (key: string): string[] | undefined => query.get(key)?.split(',');
  return {
    q: query.get('q') ?? undefined,
    in: query.get('in') ?? undefined,
    fields: fieldsOf('fields'),
    overallLimit: query.has('overallLimit') ? Number(query.get('overallLimit')) : undefined,
    sobjects: query.getAll('sobject').map((name) => ({ name, fields: fieldsOf(`${name}.fields`) })),
  };
}

/** Writes the parameters of a search as SOSL. @throws ApiError MALFORMED_SEARCH, INVALID_TYPE, JSON_PARSER_ERROR */
function soslOf(parameters: unknown): string {
  if (!isJsonObject(parameters)) throw malformedBody('Cannot deserialize instance of search parameters');
  const { q, in: group = 'ALL', fields, sobjects, overallLimit, defaultLimit } = parameters;
  if (typeof q !== 'string' || q.trim() === '') throw noSearchTerm();
  if (typeof group !== 'string' || !SEARCH_GROUPS.has(group.toUpperCase())) {
    throw new ApiError('MALFORMED_SEARCH', `Invalid search group: ${String(group)}`);
  }
  const returning = Array.isArray(sobjects)
    ? sobjects.map((entry) => returningClause(entry, fields, defaultLimit)).join(', ')
    : '';
  return [
    `FIND {${q.replace(SOSL_RESERVED, '\\$&')}} IN ${group.toUpperCase()} FIELDS`,
    returning === '' ? '' : `RETURNING ${returning}`,
    overallLimit === undefined ? '' : `LIMIT ${wholeNumber(overallLimit)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function returningClause(entry: unknown, sharedFields: unknown, defaultLimit: unknown): string {
  if (!isJsonObject(entry)) throw malformedBody('Cannot deserialize instance of search object');
  const limit = entry['limit'] ?? defaultLimit;
  const names = namesOf(entry['fields'] ?? sharedFields ?? ['Id']);
  const suffix = limit === undefined ? '' : ` LIMIT ${wholeNumber(limit)}`;
  return `${nameOf(entry['name'])}(${names.join(', ')}${suffix})`;
}

function namesOf(fields: unknown): string[] {
  if (!Array.isArray(fields)) throw malformedBody('Cannot deserialize instance of search fields');
  return fields.map(nameOf);
}

/** Only names get into the SOSL text, so nothing else can be written into it. */
function nameOf(name: unknown): string {
  if (typeof name === 'string' && NAME.test(name)) return name;
  throw new ApiError('MALFORMED_SEARCH', `Invalid name: ${String(name)}`);
}

function wholeNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new ApiError('MALFORMED_SEARCH', `Invalid limit: ${String(value)}`);
}

function noSearchTerm(): ApiError {
  return new ApiError(
    'MALFORMED_SEARCH',
    'No search term found. The search term must be enclosed in braces.',
  );
}
