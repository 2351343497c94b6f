import {
  ApiError,
  formatDatetime,
  UnsupportedFeatureError,
  type FieldValue,
  type RecordValues,
} from '../../core';
import type { ToolingObjectName } from '../../apex';
import type { FieldType, SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import { malformedBody, notFound } from '../http/errors';
import type { RestRequest } from '../http/resource';
import { JsonText, NO_CONTENT, ok, type RestResponse } from '../http/responses';
import { createdFields } from './apex-objects';
import type { ApexRecords } from './apex-records';
import { withStructuredFields } from './structured-fields';

/** `POST /tooling/sobjects/TraceFlag`: adds a record. */
export function createToolingRecord(request: RestRequest, deps: ApiDeps, apex: ApexRecords): RestResponse {
  const { name } = editable(request, apex);
  const { user } = request.context;
  const values = recordInput(request, deps, apex);
  if (name === 'TraceFlag') checkTraceFlag(values);
  const id = deps.org.apexService.records.add(name, { ...createdFields(deps.org, user.id), ...values });
  return { status: 201, body: { id, success: true, errors: [], warnings: [], infos: [] } };
}

/** `PATCH /tooling/sobjects/TraceFlag/7tf...`: changes fields of a record. */
export function updateToolingRecord(request: RestRequest, deps: ApiDeps, apex: ApexRecords): RestResponse {
  const { name } = editable(request, apex);
  const values = recordInput(request, deps, apex);
  const changed = deps.org.apexService.records.update(name, idOf(request), values);
  if (!changed) throw notFound();
  return NO_CONTENT;
}

/** `DELETE /tooling/sobjects/TraceFlag/7tf...`: removes a record; also logs. */
export function deleteToolingRecord(request: RestRequest, deps: ApiDeps, apex: ApexRecords): RestResponse {
  const { apexService } = deps.org;
  const removed = isLog(request)
    ? apexService.logs.remove(idOf(request))
    : apexService.records.remove(editable(request, apex).name, idOf(request));
  if (!removed) throw notFound();
  return NO_CONTENT;
}

/** `GET /tooling/sobjects/TraceFlag/7tf...`: the record with all its fields. */
export function getToolingRecord(request: RestRequest, deps: ApiDeps, apex: ApexRecords): RestResponse {
  const { name, type } = editable(request, apex);
  const record = deps.org.apexService.records.find(name, idOf(request));
  if (!record) throw notFound();
  const url = `/services/data/v${request.context.apiVersion}.0/tooling/sobjects/${name}/${String(record['Id'])}`;
  const fields = type.fields.map((field) => [field.name, record[field.name] ?? null] as const);
  const json = JSON.stringify({ attributes: { type: name, url }, ...Object.fromEntries(fields) });
  return ok(new JsonText(withStructuredFields(json)));
}

const isLog = ({ parameters }: RestRequest): boolean => parameters['object']?.toLowerCase() === 'apexlog';

const idOf = ({ parameters }: RestRequest): string => parameters['id'] ?? '';

/** @throws ApiError NOT_FOUND, UnsupportedFeatureError */
function editable(
  { parameters }: RestRequest,
  apex: ApexRecords,
): { readonly name: ToolingObjectName; readonly type: SObjectType } {
  const asked = parameters['object'] ?? '';
  const object = apex.find(asked);
  const type = object && apex.schema.find(object.name);
  if (!object?.editable || !type) throw new UnsupportedFeatureError(`Tooling API: records of ${asked}`);
  return { name: object.name as ToolingObjectName, type };
}

/** The fields of a body by canonical name. @throws ApiError INVALID_FIELD */
export function recordInput(request: RestRequest, deps: ApiDeps, apex: ApexRecords): RecordValues {
  const { type } = editable(request, apex);
  const body = request.body.json();
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw malformedBody('An object is expected');
  const values: RecordValues = {};
  for (const [name, value] of Object.entries(body)) {
    const field = type.field(name);
    if (!field) {
      throw new ApiError('INVALID_FIELD', `No such column '${name}' on sobject of type ${type.name}`);
    }
    values[field.name] = valueOf(field.type, value, deps);
  }
  return values;
}

function valueOf(type: FieldType, value: unknown, deps: ApiDeps): FieldValue {
  if (type === 'datetime') return datetimeOf(value, deps);
  // Structured fields are held as their texts.
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as FieldValue);
}

/** Clients send times as milliseconds, in ISO 8601, or as HTTP dates. */
function datetimeOf(value: unknown, deps: ApiDeps): FieldValue {
  if (value === null) return null;
  const ms =
    typeof value === 'number' ? value : Date.parse(String(value).replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(ms))
    throw new ApiError('JSON_PARSER_ERROR', `Cannot deserialize instance of datetime from ${String(value)}`);
  return formatDatetime(ms || deps.org.clock.now());
}

/** UNVERIFIED: how the platform words these refusals. */
function checkTraceFlag(values: RecordValues): void {
  for (const name of ['TracedEntityId', 'DebugLevelId', 'ExpirationDate']) {
    if (values[name] === undefined || values[name] === null) {
      throw new ApiError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${name}]`, {
        fields: [name],
      });
    }
  }
}
