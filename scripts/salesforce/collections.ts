import type { RecordData, SaveResult } from '../shared';
import type { ApiClient, ApiRequest } from './api-client';
import { toSaveResult } from './save-answer';
import { isIdempotent, textOf, type WriteOperation } from './write-operation';

/**
 * Sends at most 200 records in one call of sObject Collections; rows fail one by one.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm
 */
export async function sendCollection(
  client: ApiClient,
  write: WriteOperation,
  records: readonly RecordData[],
): Promise<SaveResult[]> {
  const answer = await client.send({
    ...REQUESTS[write.operation](write, records),
    idempotent: isIdempotent(write),
  });
  const rows = Array.isArray(answer.body) ? (answer.body as unknown[]) : [];
  return records.map((_, index) => toSaveResult(rows[index], write.operation === 'insert'));
}

type PartialRequest = Omit<ApiRequest, 'idempotent'>;
type RequestMaker = (write: WriteOperation, records: readonly RecordData[]) => PartialRequest;

const bodyOf = (write: WriteOperation, records: readonly RecordData[]): object => ({
  allOrNone: false,
  records: records.map((record) => ({ attributes: { type: write.object }, ...record })),
});

const REQUESTS: Readonly<Record<WriteOperation['operation'], RequestMaker>> = {
  insert: (write, records) => ({
    kind: 'collections',
    method: 'POST',
    path: '/composite/sobjects',
    body: bodyOf(write, records),
  }),
  update: (write, records) => ({
    kind: 'collections',
    method: 'PATCH',
    path: '/composite/sobjects',
    body: bodyOf(write, records),
  }),
  upsert: (write, records) => ({
    kind: 'collections',
    method: 'PATCH',
    path: `/composite/sobjects/${encodeURIComponent(write.object)}/${encodeURIComponent(write.externalIdField ?? 'Id')}`,
    body: bodyOf(write, records),
  }),
  delete: (_write, records) => ({
    kind: 'collections',
    method: 'DELETE',
    path: `/composite/sobjects?allOrNone=false&ids=${records.map((record) => textOf(record, 'Id')).join(',')}`,
  }),
};
