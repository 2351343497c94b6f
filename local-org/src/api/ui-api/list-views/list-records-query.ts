import { ApiError } from '../../../core';
import { isJsonObject } from '../../rest/record-input';
import { listParameter, numberInRange } from '../request/parameters';

/** Which page of a list is wanted, with what else. */
export interface ListRecordsQuery {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
  readonly pageSize: number;
  readonly offset: number;
  /** `Name`, `-CloseDate`; empty: the list's own order. */
  readonly sortBy: readonly string[];
  /** A filter in GraphQL syntax: `{ Amount: { gt: 100 } }`. */
  readonly where: string | null;
  readonly searchTerm: string | null;
}

const PAGE_SIZE = { fallback: 50, min: 1, max: 2000 };
const OFFSET = { fallback: 0, min: 0, max: 2000 };
const MAX_SORT_FIELDS = 5;

/** Reads the parameters of a request for the records of a list. @throws ApiError ILLEGAL_QUERY_PARAMETER_VALUE */
export function listRecordsParameters(query: URLSearchParams): ListRecordsQuery {
  return {
    fields: listParameter(query, 'fields'),
    optionalFields: listParameter(query, 'optionalFields'),
    pageSize: numberInRange(query.get('pageSize'), 'pageSize', PAGE_SIZE),
    offset: numberInRange(query.get('pageToken'), 'pageToken', OFFSET),
    sortBy: listParameter(query, 'sortBy').slice(0, MAX_SORT_FIELDS),
    where: query.get('where'),
    searchTerm: query.get('searchTerm'),
  };
}

/**
 * Reads the body of a request for the records of a list.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_requests_list_records_input.htm
 * @throws ApiError JSON_PARSER_ERROR, ILLEGAL_QUERY_PARAMETER_VALUE
 */
export function listRecordsBody(body: unknown): ListRecordsQuery {
  if (!isJsonObject(body))
    throw new ApiError('JSON_PARSER_ERROR', 'The request body must be a list records input');
  return {
    fields: texts(body, 'fields'),
    optionalFields: texts(body, 'optionalFields'),
    pageSize: numberInRange(body['pageSize'], 'pageSize', PAGE_SIZE),
    offset: numberInRange(body['pageToken'], 'pageToken', OFFSET),
    sortBy: texts(body, 'sortBy').slice(0, MAX_SORT_FIELDS),
    where: text(body, 'where'),
    searchTerm: text(body, 'searchTerm'),
  };
}

function texts(body: Readonly<Record<string, unknown>>, name: string): string[] {
  const value = body[name] ?? [];
  const list = typeof value === 'string' ? value.split(',') : value;
  if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list as string[];
  throw new ApiError('JSON_PARSER_ERROR', `${name} must be a list of texts`);
}

function text(body: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = body[name] ?? null;
  if (value === null || typeof value === 'string') return value === '' ? null : value;
  throw new ApiError('JSON_PARSER_ERROR', `${name} must be a text`);
}
