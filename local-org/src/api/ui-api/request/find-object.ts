import { ApiError, isRecordId, keyPrefixOf, toId18 } from '../../../core';
import type { Field, SObjectType } from '../../../schema';
import { fieldAccess, noSuchColumn } from '../../rest/object-access';
import type { UiRequest } from './ui-request';

/**
 * The object of a name in any case.
 * @throws ApiError INVALID_TYPE when there is none, INSUFFICIENT_ACCESS when the user may not read it
 */
export function requireUiObject(ui: UiRequest, name: string): SObjectType {
  const { org } = ui.deps;
  const type = org.schema().find(name);
  if (!type || !type.definition.capabilities.queryable) {
    throw new ApiError('INVALID_TYPE', `Object ${name} is not supported in UI API`);
  }
  if (!org.access.objectAccess(ui.context.user, type.name).read) throw insufficientAccess();
  return type;
}

/** An id with its object. */
export interface RecordTarget {
  readonly type: SObjectType;
  /** 18 characters. */
  readonly id: string;
}

/**
 * The object that a record id belongs to.
 * UNVERIFIED: the text of the refusal of a malformed id.
 * @throws ApiError INVALID_ID_FIELD for what is no record id, INSUFFICIENT_ACCESS when the user may not read the object
 */
export function requireTarget(ui: UiRequest, id: string): RecordTarget {
  const type = isRecordId(id) ? ui.deps.org.schema().findByKeyPrefix(keyPrefixOf(id)) : undefined;
  if (!type) throw new ApiError('INVALID_ID_FIELD', `${id} is not a valid record ID`);
  return { type: requireUiObject(ui, type.name), id: toId18(id) };
}

/** Whether the user may read a field. */
export function isReadable(ui: UiRequest, type: SObjectType, field: Field): boolean {
  return fieldAccess(type, field, ui.context.user, ui.deps).read;
}

/** A field that the user may read. @throws ApiError INVALID_FIELD when there is none of that name */
export function requireField(ui: UiRequest, type: SObjectType, name: string): Field {
  const field = type.field(name);
  if (!field || !isReadable(ui, type, field)) throw noSuchColumn(name, type);
  return field;
}

/** 403, for an object or record that is there and not open to the user. */
export function insufficientAccess(): ApiError {
  return new ApiError(
    'INSUFFICIENT_ACCESS',
    "You don't have access to this record. Ask your administrator for help or to request access.",
  );
}
