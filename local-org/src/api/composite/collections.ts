import { ApiError, MAX_COLLECTION_RECORDS } from '../../core';
import type { RecordInput, SaveOptions, SaveResult } from '../../dml';
import type { SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import { malformedBody, notFound } from '../http/errors';
import type { RestRequest } from '../http/resource';
import type { RestResponse } from '../http/responses';
import { requireObject } from '../rest/object-access';
import { isJsonObject, parseRecord } from '../rest/record-input';
import { collectionAnswer, rolledBack } from './collection-answers';
import { rollbackIf } from './rollback';

/** Runs of one object that a request may have. */
const MAX_RUNS = 10;

/** Neighbouring records of one object, which are saved together. */
interface Run {
  readonly type: SObjectType;
  readonly records: RecordInput[];
}

type SaveRun = (run: Run, options: SaveOptions) => SaveResult[];

/**
 * Creates up to 200 records, of several objects.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_create.htm
 */
export function createCollection(request: RestRequest, deps: ApiDeps): RestResponse {
  return saveCollection(request, deps, ({ type, records }, options) =>
    deps.org.dml.insert(type.name, records, options),
  );
}

/**
 * Updates up to 200 records, of several objects.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_update.htm
 */
export function updateCollection(request: RestRequest, deps: ApiDeps): RestResponse {
  return saveCollection(request, deps, ({ type, records }, options) =>
    deps.org.dml.update(type.name, records, options),
  );
}

/**
 * Upserts up to 200 records of the object in the path, by the external id field in the path.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_upsert.htm
 */
export function upsertCollection(request: RestRequest, deps: ApiDeps): RestResponse {
  const { object = '', field: fieldName = '' } = request.parameters;
  const type = requireObject(object, request.context.user, deps);
  const field = type.field(fieldName);
  if (!field || !(field.externalId || field.idLookup || field.type === 'id')) {
    throw new ApiError(
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${fieldName}`,
    );
  }
  return saveCollection(request, deps, (run, options) => {
    if (run.type !== type) {
      throw new ApiError('INVALID_INPUT', `All records must be of type ${type.name}, found ${run.type.name}`);
    }
    return deps.org.dml.upsert(type.name, field.name, run.records, options);
  });
}

/**
 * Deletes up to 200 records by id, of several objects.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_delete.htm
 */
export function deleteCollection(request: RestRequest, deps: ApiDeps): RestResponse {
  const ids = (request.query.get('ids') ?? '').split(',').map((id) => id.trim());
  if (ids.length === 1 && ids[0] === '') throw new ApiError('INVALID_INPUT', 'The ids parameter is required');
  checkCount(ids.length);
  const allOrNone = request.allOrNone ?? request.query.get('allOrNone')?.toLowerCase() === 'true';
  return collectionAnswer(deps.org.dml.delete(ids, { context: request.context, allOrNone }), allOrNone);
}

function saveCollection(request: RestRequest, deps: ApiDeps, save: SaveRun): RestResponse {
  const body = request.body.json();
  if (!isJsonObject(body) || !Array.isArray(body['records']))
    throw malformedBody('records must be a list of records');
  checkCount(body['records'].length);
  const runs = runsOf(body['records'], request, deps);
  const allOrNone = request.allOrNone ?? body['allOrNone'] === true;
  const options: SaveOptions = { context: request.context, allOrNone };
  if (!allOrNone)
    return collectionAnswer(
      runs.flatMap((run) => save(run, options)),
      false,
    );
  return collectionAnswer(saveAsWhole(runs, options, save, deps), true);
}

/** Runs are saved one after the other; when one fails, those before it are undone and those after it never begin. */
function saveAsWhole(runs: readonly Run[], options: SaveOptions, save: SaveRun, deps: ApiDeps): SaveResult[] {
  const hasFailed = (results: readonly SaveResult[]): boolean => results.some(({ success }) => !success);
  const results = rollbackIf(deps, hasFailed, () => {
    const saved: SaveResult[] = [];
    for (const run of runs) {
      saved.push(...save(run, options));
      if (hasFailed(saved)) break;
    }
    return saved;
  });
  if (!hasFailed(results)) return results;
  const total = runs.reduce((sum, { records }) => sum + records.length, 0);
  return Array.from({ length: total }, (_, index) => {
    const result = results[index];
    return result && !result.success ? result : rolledBack();
  });
}

/** UNVERIFIED: code and text for records without a type. */
function runsOf(records: readonly unknown[], request: RestRequest, deps: ApiDeps): Run[] {
  const runs: Run[] = [];
  for (const record of records) {
    const attributes = isJsonObject(record) ? record['attributes'] : undefined;
    const name = isJsonObject(attributes) ? attributes['type'] : undefined;
    if (typeof name !== 'string')
      throw new ApiError('INVALID_INPUT', 'Each record must have attributes with a type');
    const last = runs.at(-1);
    const type =
      last?.type.name.toLowerCase() === name.toLowerCase() ? last.type : findType(name, request, deps);
    const input = parseRecord(record, type);
    if (last?.type === type) last.records.push(input);
    else runs.push({ type, records: [input] });
  }
  if (runs.length > MAX_RUNS) {
    throw new ApiError(
      'INVALID_INPUT',
      `Cannot have more than ${MAX_RUNS} chunks in a single operation. Please rearrange the data to reduce chunking.`,
    );
  }
  return runs;
}

function findType(name: string, request: RestRequest, deps: ApiDeps): SObjectType {
  const type = deps.org.schema().find(name);
  if (!type) throw new ApiError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
  if (!deps.org.access.objectAccess(request.context.user, type.name).read) throw notFound();
  return type;
}

/** UNVERIFIED: the code. */
function checkCount(count: number): void {
  if (count > MAX_COLLECTION_RECORDS) {
    throw new ApiError(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MAX_COLLECTION_RECORDS} records into this call`,
    );
  }
}
