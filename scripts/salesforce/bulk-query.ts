import { BulkJobError, type QueryRow } from '../shared';
import { readBulkCsv } from './bulk-csv';
import type { BulkContext } from './bulk-ingest';
import { pollDelays } from './bulk-polling';

/** Rows asked for in one result page: few calls, pages of some tens of megabytes at most. */
const PAGE_ROWS = 50_000;

/**
 * Runs a query as a Bulk API 2.0 job: worth it from about 20,000 rows (10 pages of the REST API).
 * Values arrive as text, empty for null.
 * @throws BulkJobError `BULK_QUERY_FAILED`
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/queries.htm
 */
export async function* runQueryJob(context: BulkContext, soql: string): AsyncGenerator<QueryRow> {
  const { client } = context;
  const created = await client.send({
    kind: 'bulk',
    method: 'POST',
    path: '/jobs/query',
    body: { operation: 'query', query: soql },
    idempotent: true,
  });
  const { id } = created.body as { id: string };
  await waitForQuery(context, id);
  let locator = '';
  do {
    const next = locator === '' ? '' : `&locator=${encodeURIComponent(locator)}`;
    const path = `/jobs/query/${id}/results?maxRecords=${PAGE_ROWS}${next}`;
    const page = await client.send({ kind: 'bulk', method: 'GET', path, idempotent: true, rawText: true });
    yield* readBulkCsv(String(page.body ?? ''));
    locator = page.headers['sforce-locator'] ?? 'null';
  } while (locator !== 'null' && locator !== '');
}

async function waitForQuery(context: BulkContext, jobId: string): Promise<void> {
  for (const delay of pollDelays(0)) {
    await context.clock.sleep(delay, context.signal);
    const answer = await context.client.send({
      kind: 'bulk',
      method: 'GET',
      path: `/jobs/query/${jobId}`,
      idempotent: true,
    });
    const { state, errorMessage } = answer.body as { state: string; errorMessage?: string };
    if (state === 'JobComplete') return;
    if (state === 'Failed' || state === 'Aborted') {
      throw new BulkJobError(
        'BULK_QUERY_FAILED',
        `Bulk query ${jobId} ended ${state}: ${errorMessage ?? 'no reason given'}`,
      );
    }
  }
}
