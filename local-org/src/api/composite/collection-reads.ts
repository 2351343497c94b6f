import { ApiError, isRecordId, toId18 } from '../../core';
import type { ApiDeps } from '../api-deps';
import { malformedBody } from '../http/errors';
import type { RestRequest } from '../http/resource';
import { JsonText, ok, type RestResponse } from '../http/responses';
import { requireObject, resolveFieldNames } from '../rest/object-access';
import { readRecords } from '../rest/read-records';
import { isJsonObject } from '../rest/record-input';
import { RecordWriter } from '../rest/record-json';

/** Ids that a body may list; a URL is bounded by its length. */
const MAX_READ_IDS = 2_000;

/**
 * Reads records of one object by id, with ids and fields in the query (GET) or in the body (POST). What is not found,
 * or not visible, is null in its place.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_retrieve.htm
 */
export function readCollection(request: RestRequest, deps: ApiDeps): RestResponse {
  const { query } = request;
  return answer(request, query.get('ids')?.split(',') ?? [], query.get('fields')?.split(',') ?? [], deps);
}

/** `{"ids":["001..."],"fields":["Name"]}` @throws ApiError JSON_PARSER_ERROR */
export function readCollectionByBody(request: RestRequest, deps: ApiDeps): RestResponse {
  const body = request.body.json();
  if (!isJsonObject(body) || !Array.isArray(body['ids']) || !Array.isArray(body['fields'])) {
    throw malformedBody('ids and fields must be lists');
  }
  return answer(request, body['ids'].map(String), body['fields'].map(String), deps);
}

function answer(
  request: RestRequest,
  ids: readonly string[],
  fields: readonly string[],
  deps: ApiDeps,
): RestResponse {
  const { user, apiVersion } = request.context;
  const type = requireObject(request.parameters['object'] ?? '', user, deps);
  if (ids.length > MAX_READ_IDS) {
    throw new ApiError('EXCEEDED_ID_LIMIT', `exceeded max id limit of ${MAX_READ_IDS}`);
  }
  const idField = type.field('Id');
  if (!idField || fields.length === 0)
    throw new ApiError('INVALID_FIELD', 'The fields parameter is required');
  const names = resolveFieldNames([...fields, 'Id'], type, user, deps);
  const wanted = ids.map((id) => (isRecordId(id) ? toId18(id) : id));
  const found = readRecords(
    type,
    idField,
    [...new Set(wanted.filter(isRecordId))],
    names,
    request.context,
    deps,
  );
  const writer = new RecordWriter(deps.org.schema(), apiVersion);
  const texts = new Map(found.map((record) => [record.id, writer.write(record)]));
  return ok(new JsonText(`[${wanted.map((id) => texts.get(id) ?? 'null').join(',')}]`));
}
