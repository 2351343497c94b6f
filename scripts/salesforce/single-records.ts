import { refused, RequestRejectedError, type RecordData, type SaveResult } from '../shared';
import type { ApiClient, ApiRequest } from './api-client';
import { toSaveResult } from './save-answer';
import { isIdempotent, keyFieldOf, textOf, type WriteOperation } from './write-operation';

const METHODS = { insert: 'POST', update: 'PATCH', upsert: 'PATCH', delete: 'DELETE' } as const;

/**
 * Sends one record by the sObject Rows resources.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_upsert.htm
 */
export async function sendSingle(
  client: ApiClient,
  write: WriteOperation,
  record: RecordData,
): Promise<SaveResult> {
  const keyField = keyFieldOf(write);
  const key = keyField === null ? '' : textOf(record, keyField);
  if (keyField !== null && key === '')
    return refused('MISSING_ARGUMENT', `${keyField} is not specified`, [keyField]);
  const segments = [write.object, ...(keyField === null ? [] : keyField === 'Id' ? [key] : [keyField, key])];
  const request: ApiRequest = {
    kind: 'single',
    method: METHODS[write.operation],
    path: `/sobjects/${segments.map(encodeURIComponent).join('/')}`,
    idempotent: isIdempotent(write),
    ...(write.operation === 'delete' ? {} : { body: withoutKey(record, keyField) }),
  };
  try {
    const answer = await client.send(request);
    const body = (answer.body ?? {}) as { id?: string };
    const id = body.id ?? (keyField === 'Id' ? key : null);
    return toSaveResult({ ...body, id, success: true, created: answer.status === 201 }, false);
  } catch (error) {
    return rowRefusal(error);
  }
}

function withoutKey(record: RecordData, keyField: string | null): RecordData {
  return Object.fromEntries(Object.entries(record).filter(([field]) => field !== keyField));
}

/** A 400 or 404 concerns the row; everything else concerns the call and is thrown on. */
function rowRefusal(error: unknown): SaveResult {
  if (!(error instanceof RequestRejectedError) || ![300, 400, 404].includes(error.httpStatus)) throw error;
  return refused(error.code, error.message, error.fields);
}
