import type { SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import { notFound } from '../http/errors';
import type { RestRequest } from '../http/resource';
import { JsonText, ok, type RestResponse } from '../http/responses';
import { isIdOf } from '../rest/object-access';
import { readRecord, recordText } from '../rest/read-records';
import { SHARED_OBJECTS } from './tooling-objects';

/** The object of a path that the org's own schema has and Tooling API answers too. */
export function sharedTypeOf({ parameters }: RestRequest, { org }: ApiDeps): SObjectType | undefined {
  const type = org.schema().find(parameters['object'] ?? '');
  return type && SHARED_OBJECTS.has(type.name) ? type : undefined;
}

/** `GET /tooling/sobjects/ApexClass/01p...`: the record with all its fields. @throws ApiError NOT_FOUND */
export function getSharedRecord(
  { parameters, context }: RestRequest,
  type: SObjectType,
  deps: ApiDeps,
): RestResponse {
  const { id = '' } = parameters;
  if (!isIdOf(type, id)) throw notFound();
  const names = type.fields.map(({ name }) => name);
  const { text } = recordText(readRecord(type, id, names, context, deps), context, deps);
  return ok(new JsonText(text.replace('/sobjects/', '/tooling/sobjects/')));
}
