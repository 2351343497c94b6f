import { ApiError, isRecordId, keyPrefixOf } from '../../core';
import type { Field, SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import { notFound, RestError } from '../http/errors';
import type { Resource, RestRequest } from '../http/resource';
import { NO_CONTENT, ok, type RestResponse } from '../http/responses';
import { requestedFieldNames, requireObject } from './object-access';
import { readRecords, recordText } from './read-records';
import { parseRecord } from './record-input';
import { refuseField } from './records';
import { deleteRelated, getRelated, updateRelated } from './relationships';
import { recordUrl, requireSuccess } from './save-answers';

/** What the path `/sobjects/X/a/b` stands for. */
type Target =
  | { readonly kind: 'externalId'; readonly type: SObjectType; readonly field: Field; readonly value: string }
  | {
      readonly kind: 'relationship';
      readonly type: SObjectType;
      readonly id: string;
      readonly names: string[];
    };

/**
 * Records by external id, and records reached over a relationship: both are `/sobjects/X/a/b`. It is an external id
 * when `a` is a field of the object, a relationship when `a` is a record id.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_upsert.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_relationships.htm
 */
export function externalIdResources(deps: ApiDeps): Resource[] {
  const byPath = {
    composable: true,
    GET: (request: RestRequest): RestResponse => onTarget(request, deps, getByExternalId, getRelated),
    PATCH: (request: RestRequest): RestResponse => onTarget(request, deps, upsert, updateRelated),
    DELETE: (request: RestRequest): RestResponse =>
      onTarget(request, deps, deleteByExternalId, deleteRelated),
  };
  return [
    { ...byPath, path: '/sobjects/:object/:a/:b' },
    { ...byPath, path: '/sobjects/:object/:a/:b/:c' },
    { ...byPath, path: '/sobjects/:object/:a/:b/:c/:d' },
  ];
}

type OnExternalId = (
  request: RestRequest,
  target: Target & { kind: 'externalId' },
  deps: ApiDeps,
) => RestResponse;
type OnRelationship = (
  request: RestRequest,
  type: SObjectType,
  id: string,
  names: readonly string[],
  deps: ApiDeps,
) => RestResponse;

function onTarget(
  request: RestRequest,
  deps: ApiDeps,
  onExternalId: OnExternalId,
  onRelationship: OnRelationship,
): RestResponse {
  const target = resolveTarget(request, deps);
  return target.kind === 'externalId'
    ? onExternalId(request, target, deps)
    : onRelationship(request, target.type, target.id, target.names, deps);
}

function resolveTarget(request: RestRequest, deps: ApiDeps): Target {
  const { object = '', a = '', b = '', c, d } = request.parameters;
  const type = requireObject(object, request.context.user, deps);
  const names = [b, c, d].filter((name) => name !== undefined);
  if (isRecordId(a) && keyPrefixOf(a) === type.definition.keyPrefix && !type.field(a)) {
    return { kind: 'relationship', type, id: a, names };
  }
  const field = type.field(a);
  if (!field || names.length > 1 || !(field.externalId || field.idLookup || field.type === 'id')) {
    throw new ApiError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${a}`);
  }
  return { kind: 'externalId', type, field, value: b };
}

function getByExternalId(
  request: RestRequest,
  { type, field, value }: Target & { kind: 'externalId' },
  deps: ApiDeps,
): RestResponse {
  const names = requestedFieldNames(request, type, deps);
  const records = readRecords(type, field, [externalValue(field, value)], names, request.context, deps);
  const [record] = records;
  if (!record) throw notFound();
  if (records.length > 1)
    throw multipleChoices(
      type,
      records.map(({ id }) => id ?? ''),
      request,
    );
  return ok(recordText(record, request.context, deps));
}

function upsert(
  request: RestRequest,
  { type, field, value }: Target & { kind: 'externalId' },
  deps: ApiDeps,
): RestResponse {
  const record = parseRecord(request.body.json(), type);
  refuseField(record, field.name);
  refuseField(record, 'Id');
  const [result] = deps.org.dml.upsert(
    type.name,
    field.name,
    [{ ...record, [field.name]: externalValue(field, value) }],
    {
      context: request.context,
      allOrNone: true,
    },
  );
  if (result?.errors[0]?.statusCode === 'DUPLICATE_EXTERNAL_ID') {
    throw multipleChoices(type, matchingIds(request, type, field, value, deps), request);
  }
  const { id, created = false } = requireSuccess(result);
  return {
    status: created ? 201 : 200,
    headers: { location: recordUrl(type.name, id ?? '', request.context.apiVersion) },
    body: { id, success: true, errors: [], created },
  };
}

function deleteByExternalId(
  request: RestRequest,
  { type, field, value }: Target & { kind: 'externalId' },
  deps: ApiDeps,
): RestResponse {
  const ids = matchingIds(request, type, field, value, deps);
  const [id] = ids;
  if (id === undefined) throw notFound();
  if (ids.length > 1) throw multipleChoices(type, ids, request);
  const [result] = deps.org.dml.delete([id], { context: request.context, allOrNone: true });
  requireSuccess(result);
  return NO_CONTENT;
}

function matchingIds(
  request: RestRequest,
  type: SObjectType,
  field: Field,
  value: string,
  deps: ApiDeps,
): string[] {
  return readRecords(type, field, [externalValue(field, value)], ['Id'], request.context, deps).map(
    ({ id }) => id ?? '',
  );
}

/** External ids of number fields are compared as numbers. */
function externalValue(field: Field, text: string): string | number {
  if (field.precision === 0 && field.type !== 'int') return text;
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw notFound();
  return value;
}

/** 300 with the addresses of all records that have the external id. */
function multipleChoices(type: SObjectType, ids: readonly string[], request: RestRequest): RestError {
  return new RestError(
    300,
    ids.map((id) => recordUrl(type.name, id, request.context.apiVersion)),
  );
}
