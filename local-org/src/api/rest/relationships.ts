import type { ResultRecord } from '../../query';
import type { Field, SObjectType } from '../../schema';
import { ApiError, UnsupportedFeatureError } from '../../core';
import type { ApiDeps } from '../api-deps';
import { notFound } from '../http/errors';
import type { RestRequest } from '../http/resource';
import { NO_CONTENT, ok, type RestResponse } from '../http/responses';
import { requestedFieldNames, requireObject } from './object-access';
import { queryAnswer } from './query';
import { readRecord, readRecords, recordText } from './read-records';
import { parseRecord } from './record-input';
import { requireSuccess } from './save-answers';

/** Where a path of relationship names ends. */
interface Parent {
  readonly type: SObjectType;
  readonly id: string;
}

/** `GET /sobjects/Contact/ID/Account` answers the parent, `/sobjects/Account/ID/Contacts` the list of children. */
export function getRelated(
  request: RestRequest,
  type: SObjectType,
  id: string,
  names: readonly string[],
  deps: ApiDeps,
): RestResponse {
  const from = walkParents(request, { type, id }, names.slice(0, -1), deps);
  const last = names.at(-1) ?? '';
  refuseBinary(from.type, last);
  const child = from.type.childRelationship(last);
  if (child) return children(request, child.childObject, child.field, from.id, deps);
  const parent = walkParents(request, from, [last], deps);
  const fields = requestedFieldNames(request, parent.type, deps);
  return ok(
    recordText(readRecord(parent.type, parent.id, fields, request.context, deps), request.context, deps),
  );
}

/** `PATCH /sobjects/Contact/ID/Account` updates the parent. */
export function updateRelated(
  request: RestRequest,
  type: SObjectType,
  id: string,
  names: readonly string[],
  deps: ApiDeps,
): RestResponse {
  const parent = walkParents(request, { type, id }, names, deps);
  const record = parseRecord(request.body.json(), parent.type);
  const [result] = deps.org.dml.update(parent.type.name, [{ ...record, Id: parent.id }], {
    context: request.context,
    allOrNone: true,
  });
  requireSuccess(result);
  return NO_CONTENT;
}

/** `DELETE /sobjects/Contact/ID/Account` deletes the parent. */
export function deleteRelated(
  request: RestRequest,
  type: SObjectType,
  id: string,
  names: readonly string[],
  deps: ApiDeps,
): RestResponse {
  const parent = walkParents(request, { type, id }, names, deps);
  const [result] = deps.org.dml.delete([parent.id], { context: request.context, allOrNone: true });
  requireSuccess(result);
  return NO_CONTENT;
}

function walkParents(request: RestRequest, start: Parent, names: readonly string[], deps: ApiDeps): Parent {
  let { type, id } = start;
  for (const name of names) {
    const field = type.parentField(name);
    if (!field) throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
    const record: ResultRecord = readRecord(type, id, [field.name], request.context, deps);
    const parentId = record.fields[field.name];
    if (typeof parentId !== 'string') throw notFound();
    type = parentType(request, field, parentId, deps);
    id = parentId;
  }
  return { type, id };
}

function parentType(request: RestRequest, field: Field, parentId: string, deps: ApiDeps): SObjectType {
  const byId = deps.org.schema().findByKeyPrefix(parentId.slice(0, 3));
  return requireObject(byId?.name ?? field.relationship?.referenceTo[0] ?? '', request.context.user, deps);
}

function children(
  request: RestRequest,
  childObject: string,
  fieldName: string,
  parentId: string,
  deps: ApiDeps,
): RestResponse {
  const type = requireObject(childObject, request.context.user, deps);
  const field = type.field(fieldName);
  if (!field) throw notFound();
  const names = requestedFieldNames(request, type, deps);
  const records = readRecords(type, field, [parentId], names, request.context, deps);
  return queryAnswer(request, { entityName: type.name, totalSize: records.length, records }, deps);
}

/** Binary contents (`/sobjects/Attachment/ID/Body`) are not kept. */
function refuseBinary(type: SObjectType, name: string): void {
  if (type.field(name)?.type === 'base64') {
    throw new UnsupportedFeatureError(`REST: binary content of ${type.name}.${name}`);
  }
}
