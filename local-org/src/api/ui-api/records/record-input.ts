import { ApiError } from '../../../core';
import type { RecordInput } from '../../../dml';
import type { RequestContext } from '../../../execution';
import type { SObjectType } from '../../../schema';
import { isJsonObject, parseRecord } from '../../rest/record-input';
import { requireUiObject } from '../request/find-object';
import { booleanParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';

/** A record as the body of a request gives it: `{ apiName: 'Account', fields: { Name: 'Acme' } }`. */
export interface UiRecordInput {
  /** Null: that of the record that is updated. */
  readonly apiName: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly allowSaveOnDuplicate: boolean;
}

/**
 * Reads a record input.
 * UNVERIFIED: the text of the refusals.
 * @throws ApiError JSON_PARSER_ERROR when the body is of another shape
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_requests_record_input.htm
 */
export function readRecordInput(body: unknown): UiRecordInput {
  if (!isJsonObject(body)) throw new ApiError('JSON_PARSER_ERROR', 'The request body must be a record input');
  const { apiName = null, fields, allowSaveOnDuplicate } = body;
  if (apiName !== null && typeof apiName !== 'string') {
    throw new ApiError('JSON_PARSER_ERROR', 'apiName of a record input must be a text');
  }
  if (!isJsonObject(fields)) {
    throw new ApiError('JSON_PARSER_ERROR', 'fields of a record input must be an object of values by field');
  }
  return { apiName, fields, allowSaveOnDuplicate: allowSaveOnDuplicate === true };
}

/** The object of a record input that must name one. @throws ApiError INVALID_TYPE */
export function requireInputObject(ui: UiRequest, { apiName }: UiRecordInput): SObjectType {
  return requireUiObject(ui, apiName ?? '');
}

/** Values of a record input as the save takes them. @throws ApiError JSON_PARSER_ERROR for a value of a wrong type */
export function inputValues({ fields }: UiRecordInput, type: SObjectType): RecordInput {
  return parseRecord(fields, type);
}

/** Values of a record input without the id, which an update's address gives. */
export function withoutId(input: UiRecordInput): UiRecordInput {
  const fields = Object.entries(input.fields).filter(([name]) => name.toLowerCase() !== 'id');
  return { ...input, fields: Object.fromEntries(fields) };
}

/** How the saves of a request run: assignment rules only when it asks for them. */
export function saveContext(
  { context }: UiRequest,
  query: URLSearchParams,
  allowSaveOnDuplicate: boolean,
): RequestContext {
  return {
    ...context,
    saveHeaders: {
      allowDuplicateSave: allowSaveOnDuplicate || booleanParameter(query, 'allowSaveOnDuplicate'),
      autoAssign: booleanParameter(query, 'useDefaultRule'),
    },
  };
}
