import { ApiError } from '../../../core';
import type { RecordInput, SaveError } from '../../../dml';
import type { RequestContext } from '../../../execution';
import type { SObjectType } from '../../../schema';
import type { ApiDeps } from '../../api-deps';
import { readFieldText } from '../../bulk/text-values';
import { elementOf, listOf, textOf, type SoapElement, type SoapValue } from '../soap-envelope';

const CUSTOM_OBJECT_HINT =
  "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.";
const CUSTOM_FIELD_HINT =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";

/** A record of a request. */
export interface PartnerRecord {
  readonly type: SObjectType;
  readonly record: RecordInput;
  /** A value that cannot be of its field's type; the record is not saved then. */
  readonly problem?: SaveError;
}

/**
 * Reads an `sObjects` element: `<type>`, `<fieldsToNull>`, and a child per field. Fields marked `xsi:nil` are left alone.
 * @throws ApiError INVALID_TYPE, INVALID_FIELD
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm
 */
export function readPartnerRecord(value: SoapValue, context: RequestContext, deps: ApiDeps): PartnerRecord {
  const element = elementOf(value);
  const type = requireType(firstText(element['type']), context, deps);
  const record: Record<string, unknown> = {};
  let problem: SaveError | undefined;
  for (const [name, child] of Object.entries(element)) {
    if (isNoField(name) || isNil(child)) continue;
    const parent = parentReference(child);
    if (parent) {
      record[relationshipOf(type, name)] = parent;
      continue;
    }
    const field = type.field(name);
    if (!field) throw noSuchField(name, type);
    const text = firstText(child) ?? '';
    const read = text === '' ? null : readFieldText(field, text);
    if (read !== undefined) record[field.name] = read;
    else {
      const message = `${field.label}: value not of required type: ${text}`;
      problem ??= { statusCode: 'INVALID_TYPE_ON_FIELD_IN_RECORD', message, fields: [field.name] };
    }
  }
  for (const name of listOf(element['fieldsToNull']).map((item) => textOf(item) ?? '')) {
    record[type.field(name)?.name ?? name] = null;
  }
  return problem ? { type, record, problem } : { type, record };
}

/** The object of that name. @throws ApiError INVALID_TYPE when there is none, or none that the user may see */
export function requireType(name: string | undefined, { user }: RequestContext, deps: ApiDeps): SObjectType {
  const type = deps.org.schema().find(name ?? '');
  if (type && deps.org.access.objectAccess(user, type.name).read) return type;
  throw new ApiError('INVALID_TYPE', `sObject type '${name ?? ''}' is not supported. ${CUSTOM_OBJECT_HINT}`);
}

/** Names of elements that are no fields: attributes, text between elements, and the two that every record may have. */
function isNoField(name: string): boolean {
  return name === 'type' || name === 'fieldsToNull' || name.startsWith('@') || name === '#text';
}

function isNil(value: SoapValue): boolean {
  return elementOf(value)['@nil'] === 'true';
}

/** Clients of typed languages repeat the Id, so the first text counts. */
function firstText(value: SoapValue | undefined): string | undefined {
  return textOf(listOf(value)[0]);
}

/** A parent given by external id: an element with a `type` or a field of its own. */
function parentReference(value: SoapValue): SoapElement | undefined {
  const children = Object.entries(elementOf(value)).filter(([name]) => !isNoField(name));
  if (children.length === 0) return undefined;
  const type = firstText(elementOf(value)['type']);
  const fields = Object.fromEntries(children.map(([name, child]) => [name, firstText(child) ?? '']));
  return type === undefined ? fields : { attributes: { type }, ...fields };
}

function relationshipOf(type: SObjectType, name: string): string {
  const reference = type.fields.find(
    ({ relationship }) => relationship?.relationshipName?.toLowerCase() === name.toLowerCase(),
  );
  if (!reference) throw noSuchField(name, type);
  return reference.relationship?.relationshipName ?? name;
}

function noSuchField(name: string, type: SObjectType): ApiError {
  return new ApiError(
    'INVALID_FIELD',
    `No such column '${name}' on entity '${type.name}'. ${CUSTOM_FIELD_HINT}`,
  );
}
