import { ApiError } from '../../core';
import type { RecordInput } from '../../dml';
import type { SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import { notFound } from '../http/errors';
import type { Resource, RestRequest } from '../http/resource';
import { NO_CONTENT, ok, type RestResponse } from '../http/responses';
import { isUnchanged } from './preconditions';
import { isIdOf, requestedFieldNames, requireObject } from './object-access';
import { parseRecord } from './record-input';
import { readRecord, recordText } from './read-records';
import { createdResponse, requireSuccess } from './save-answers';

/**
 * Records by id.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_retrieve.htm
 */
export function recordResources(deps: ApiDeps): Resource[] {
  return [
    // The field's name in place of a value is another way to create a record.
    { path: '/sobjects/:object/Id', composable: true, POST: (request) => createRecord(request, deps) },
    {
      path: '/sobjects/:object/:id',
      composable: true,
      GET: (request) => getRecord(request, deps),
      PATCH: (request) => updateRecord(request, deps),
      DELETE: (request) => deleteRecord(request, deps),
    },
  ];
}

/** `POST /sobjects/Account`: creates a record. */
export function createRecord(request: RestRequest, deps: ApiDeps): RestResponse {
  const type = requireObject(request.parameters['object'] ?? '', request.context.user, deps);
  const record = parseRecord(request.body.json(), type);
  const [result] = deps.org.dml.insert(type.name, [record], { context: request.context, allOrNone: true });
  return createdResponse(type.name, requireSuccess(result), request.context.apiVersion);
}

function getRecord(request: RestRequest, deps: ApiDeps): RestResponse {
  const { type, id } = target(request, deps);
  const fields = requestedFieldNames(request, type, deps);
  if (isUnchanged(request, type, id, deps)) return { status: 304 };
  return ok(recordText(readRecord(type, id, fields, request.context, deps), request.context, deps));
}

function updateRecord(request: RestRequest, deps: ApiDeps): RestResponse {
  const { type, id } = target(request, deps);
  const record = parseRecord(request.body.json(), type);
  refuseField(record, 'Id');
  isUnchanged(request, type, id, deps);
  const [result] = deps.org.dml.update(type.name, [{ ...record, Id: id }], {
    context: request.context,
    allOrNone: true,
  });
  requireSuccess(result);
  return NO_CONTENT;
}

function deleteRecord(request: RestRequest, deps: ApiDeps): RestResponse {
  const { type, id } = target(request, deps);
  isUnchanged(request, type, id, deps);
  const [result] = deps.org.dml.delete([id], { context: request.context, allOrNone: true });
  requireSuccess(result);
  return NO_CONTENT;
}

/** @throws ApiError NOT_FOUND when the path's last part is no id, or an id of another object */
function target(request: RestRequest, deps: ApiDeps): { readonly type: SObjectType; readonly id: string } {
  const { object = '', id = '' } = request.parameters;
  const type = requireObject(object, request.context.user, deps);
  if (!/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(id)) {
    throw new ApiError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${id}`);
  }
  if (!isIdOf(type, id)) throw notFound();
  return { type, id };
}

/** @throws ApiError INVALID_FIELD when the body repeats a field that the path gives */
export function refuseField(record: RecordInput, fieldName: string): void {
  const repeated = Object.keys(record).some((name) => name.toLowerCase() === fieldName.toLowerCase());
  if (repeated) {
    throw new ApiError(
      'INVALID_FIELD',
      `The ${fieldName} field should not be specified in the sobject data.`,
    );
  }
}
