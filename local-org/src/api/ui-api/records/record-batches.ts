import { ApiError } from '../../../core';
import { rollbackIf } from '../../composite/rollback';
import type { RestRequest } from '../../http/resource';
import { isJsonObject } from '../../rest/record-input';
import { batchResults, type BatchResults } from '../request/batch';
import { UiAnswer } from '../request/ui-resource';
import type { UiRequest } from '../request/ui-request';
import { readRecordInput, type UiRecordInput } from './record-input';
import { deleteRecord, insertRecord, savedRecord, updateRecord } from './save-records';
import { requireTarget } from '../request/find-object';

type Operation = (ui: UiRequest, query: URLSearchParams, input: UiRecordInput) => unknown;

/** What is done to a record, by the type of the operation. An update and a deletion name the record by its `Id`. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  CREATE: (ui, query, input) => {
    if ('Id' in input.fields) throw new ApiError('INVALID_BATCH_REQUEST', 'A new record has no Id');
    const { type, id } = insertRecord(ui, query, input);
    return savedRecord(ui, type, id, input);
  },
  UPDATE: (ui, query, input) => {
    const id = idOf(input);
    updateRecord(ui, query, id, input);
    return savedRecord(ui, requireTarget(ui, id).type, id, input);
  },
  DELETE: (ui, _query, input) => {
    deleteRecord(ui, idOf(input));
    return null;
  },
};

/** One record with what is done to it. */
interface BatchPart {
  readonly operation: Operation;
  readonly record: unknown;
}

/**
 * `POST /records/batch`: creates, changes and deletes records. With `allOrNone`, which is the default, one that fails
 * undoes the others.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_records_batch_post.htm
 * @throws ApiError INVALID_INPUT, INVALID_BATCH_REQUEST
 */
export function saveBatch(ui: UiRequest, { body, query }: RestRequest): UiAnswer {
  const input = body.json();
  const parts = partsOf(input);
  const allOrNone = !isJsonObject(input) || input['allOrNone'] !== false;
  const results = rollbackIf<BatchResults>(
    ui.deps,
    ({ hasErrors }) => allOrNone && hasErrors,
    () => batchResults(parts, ({ operation, record }) => operation(ui, query, readRecordInput(record))),
  );
  return new UiAnswer({ status: 200, body: results, failed: allOrNone && results.hasErrors });
}

function partsOf(body: unknown): BatchPart[] {
  const operations = isJsonObject(body) ? body['operations'] : undefined;
  if (!Array.isArray(operations) || operations.length === 0) throw invalid('operations must not be empty');
  return operations.flatMap((entry: unknown) => {
    if (!isJsonObject(entry)) throw invalid('An operation must be an object');
    const { type, records } = entry;
    const operation = OPERATIONS[String(type).toUpperCase()];
    if (!operation)
      throw invalid(`The type of an operation must be one of ${Object.keys(OPERATIONS).join(', ')}`);
    if (!Array.isArray(records) || records.length === 0) throw invalid('records must not be empty');
    return records.map((record: unknown) => ({ operation, record }));
  });
}

function idOf({ fields }: UiRecordInput): string {
  const { Id: id } = fields;
  if (typeof id !== 'string') throw new ApiError('INVALID_BATCH_REQUEST', 'The record needs its Id');
  return id;
}

/** UNVERIFIED: the texts. */
function invalid(message: string): ApiError {
  return new ApiError('INVALID_INPUT', message);
}
