import { ApiError, datetimeToEpochMs } from '../../../core';
import type { SObjectType } from '../../../schema';
import { ErrorAnswer } from '../../http/errors';
import type { RestRequest } from '../../http/resource';
import { NO_CONTENT } from '../../http/responses';
import { requireTarget } from '../request/find-object';
import { booleanParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import { UiAnswer } from '../request/ui-resource';
import { getRecord } from './get-records';
import { requireSaved } from './record-errors';
import {
  inputValues,
  readRecordInput,
  requireInputObject,
  saveContext,
  withoutId,
  type UiRecordInput,
} from './record-input';
import type { RecordQuery } from './record-query';
import type { RecordRepresentation } from './record-representation';

const SECOND_MS = 1000;

/** `POST /records`: creates a record and answers it with 201. */
export function createUiRecord(ui: UiRequest, request: RestRequest): UiAnswer {
  const input = readRecordInput(request.body.json());
  const { type, id } = insertRecord(ui, request.query, input);
  return saved(request, 201, () => savedRecord(ui, type, id, input));
}

/** Creates a record. @throws ErrorAnswer with the errors of the save */
export function insertRecord(
  ui: UiRequest,
  query: URLSearchParams,
  input: UiRecordInput,
): { readonly type: SObjectType; readonly id: string } {
  const type = requireInputObject(ui, input);
  const context = saveContext(ui, query, input.allowSaveOnDuplicate);
  const [result] = ui.deps.org.dml.insert(type.name, [inputValues(input, type)], {
    context,
    allOrNone: true,
  });
  return { type, id: requireSaved(ui, type, result).id ?? '' };
}

/** `PATCH /records/{id}`: changes a record and answers it. */
export function updateUiRecord(ui: UiRequest, request: RestRequest): UiAnswer {
  const { type, id } = requireTarget(ui, request.parameters['id'] ?? '');
  const input = readRecordInput(request.body.json());
  checkUnchanged(ui, request, type, id);
  updateRecord(ui, request.query, id, input);
  return saved(request, 200, () => savedRecord(ui, type, id, input));
}

/** Changes a record. @throws ErrorAnswer with the errors of the save */
export function updateRecord(
  ui: UiRequest,
  query: URLSearchParams,
  recordId: string,
  given: UiRecordInput,
): void {
  const { type, id } = requireTarget(ui, recordId);
  const input = withoutId(given);
  const context = saveContext(ui, query, input.allowSaveOnDuplicate);
  const record = { ...inputValues(input, type), Id: id };
  const [result] = ui.deps.org.dml.update(type.name, [record], { context, allOrNone: true });
  requireSaved(ui, type, result);
}

/** `DELETE /records/{id}`. */
export function deleteUiRecord(ui: UiRequest, request: RestRequest): UiAnswer {
  deleteRecord(ui, request.parameters['id'] ?? '');
  return new UiAnswer(NO_CONTENT);
}

/** Deletes a record. @throws ErrorAnswer with the errors of the deletion */
export function deleteRecord(ui: UiRequest, recordId: string): void {
  const { type, id } = requireTarget(ui, recordId);
  const [result] = ui.deps.org.dml.delete([id], { context: ui.context, allOrNone: true });
  requireSaved(ui, type, result);
}

/** What a save answers: the fields of the page layout, and those that were given. */
export function savedRecord(
  ui: UiRequest,
  type: SObjectType,
  id: string,
  { fields }: UiRecordInput,
): RecordRepresentation {
  return getRecord(ui, id, {
    ...SAVED_RECORD,
    optionalFields: Object.keys(fields).map((name) => `${type.name}.${name}`),
  });
}

const SAVED_RECORD: RecordQuery = {
  fields: [],
  optionalFields: [],
  layoutTypes: ['Full'],
  modes: ['View'],
  childRelationships: [],
  pageSize: 1,
  updateMru: false,
};

/** A save may take the record out of the user's sight; a client that reckons with it gets 204, another one 404. */
function saved({ query }: RestRequest, status: number, read: () => RecordRepresentation): UiAnswer {
  try {
    return new UiAnswer({ status, body: read() });
  } catch (error) {
    if (!(error instanceof ApiError && error.errorCode === 'INSUFFICIENT_ACCESS')) throw error;
    if (booleanParameter(query, 'handleOwnerChange')) return new UiAnswer(NO_CONTENT);
    throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
  }
}

/**
 * Holds up an update of a record that somebody changed since the client read it: `If-Modified-Since` carries the
 * record's lastModifiedDate, in whole seconds.
 * UNVERIFIED: code and text; that the record as it is stands in `output` follows from the documentation of errors.
 * @throws ErrorAnswer 412
 */
function checkUnchanged(ui: UiRequest, { headers }: RestRequest, type: SObjectType, id: string): void {
  const known = Date.parse(headers['if-modified-since'] ?? '');
  const modified = ui.deps.org.store.find(type, id)?.['LastModifiedDate'];
  if (Number.isNaN(known) || typeof modified !== 'string') return;
  if (Math.floor(datetimeToEpochMs(modified) / SECOND_MS) <= Math.floor(known / SECOND_MS)) return;
  throw new ErrorAnswer(412, {
    message: 'The record was changed since it was read.',
    statusCode: 412,
    errorCode: 'PRECONDITION_FAILED',
    enhancedErrorType: null,
    output: getRecord(ui, id, SAVED_RECORD),
  });
}
