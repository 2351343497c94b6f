import type { FieldAccess } from '../../access';
import { ApiError, isRecordId, keyPrefixOf } from '../../core';
import type { Field, SObjectType } from '../../schema';
import type { RunningUser } from '../../execution';
import type { ApiDeps } from '../api-deps';
import { notFound } from '../http/errors';
import type { RestRequest } from '../http/resource';

/** The object a path names. @throws ApiError NOT_FOUND when there is none, or none that the user may see */
export function requireObject(name: string, user: RunningUser, deps: ApiDeps): SObjectType {
  const type = deps.org.schema().find(name);
  if (!type || !deps.org.access.objectAccess(user, type.name).read) throw notFound();
  return type;
}

/** Whether the id in a path can be a record's of that object. */
export function isIdOf(type: SObjectType, id: string): boolean {
  const prefix = type.definition.keyPrefix;
  return isRecordId(id) && (prefix === null || keyPrefixOf(id) === prefix);
}

/** Fields of an object that a record answers with, in the object's order. Binary fields are left out. */
export function readableFieldNames(type: SObjectType, user: RunningUser, deps: ApiDeps): string[] {
  return type.fields.filter((field) => isReadable(field, type, user, deps)).map((field) => field.name);
}

function isReadable(field: Field, type: SObjectType, user: RunningUser, deps: ApiDeps): boolean {
  return field.type !== 'base64' && fieldAccess(type, field, user, deps).read;
}

/** What a user may do with a field. An object has RecordTypeId from its first record type on. */
export function fieldAccess(type: SObjectType, field: Field, user: RunningUser, deps: ApiDeps): FieldAccess {
  const absent = field.name === 'RecordTypeId' && type.definition.recordTypes.length === 0;
  return absent ? { read: false, edit: false } : deps.org.access.fieldAccess(user, type.name, field.name);
}

/**
 * The fields that a request asks for with `?fields=Name,Phone`, by canonical name; all readable ones without it.
 * @throws ApiError INVALID_FIELD for a field that does not exist or that the user may not read
 */
export function requestedFieldNames(request: RestRequest, type: SObjectType, deps: ApiDeps): string[] {
  const text = request.query.get('fields');
  if (text === null) return readableFieldNames(type, request.context.user, deps);
  return resolveFieldNames(text.split(','), type, request.context.user, deps);
}

/** Canonical names of the given fields, each once. @throws ApiError INVALID_FIELD */
export function resolveFieldNames(
  names: readonly string[],
  type: SObjectType,
  user: RunningUser,
  deps: ApiDeps,
): string[] {
  const resolved = names.map((name) => {
    const field = type.field(name.trim());
    if (!field || !isReadable(field, type, user, deps)) throw noSuchColumn(name.trim(), type);
    return field.name;
  });
  return [...new Set(resolved)];
}

/** 400, for a field that the object does not have. */
export function noSuchColumn(name: string, type: SObjectType): ApiError {
  return new ApiError('INVALID_FIELD', `No such column '${name}' on sobject of type ${type.name}`);
}
