import { setTimeout as delay } from 'node:timers/promises';
import { dealsCsv, makeDeals } from './deals';
import type { OrgClient } from './org-client';

const POLL_MILLISECONDS = 25;
const ACCOUNTS = 200;

interface JobInfo {
  readonly id: string;
  readonly state: string;
  readonly numberRecordsProcessed: number;
  readonly numberRecordsFailed: number;
}

/** Ids of accounts that deals can belong to. */
export async function accountIds(client: OrgClient): Promise<string[]> {
  const accounts = await client.query<{ Id: string }>(`SELECT Id FROM Account ORDER BY Id LIMIT ${ACCOUNTS}`);
  return accounts.map(({ Id }) => Id);
}

/**
 * Inserts deals in one Bulk API 2.0 job.
 * @returns milliseconds from the end of the upload to the end of the job
 * @throws Error when a row was refused
 */
export async function loadDeals(client: OrgClient, count: number, label: string): Promise<number> {
  const csv = dealsCsv(makeDeals(count, await accountIds(client), label));
  const { id } = await client.request<JobInfo>('POST', '/jobs/ingest', {
    object: 'Opportunity',
    operation: 'insert',
    lineEnding: 'LF',
  });
  const job = `/jobs/ingest/${id}`;
  await client.send('PUT', `${job}/batches`, { type: 'text/csv', text: csv });
  const startedAt = performance.now();
  await client.request('PATCH', job, { state: 'UploadComplete' });
  let info = await client.request<JobInfo>('GET', job);
  while (info.state === 'UploadComplete' || info.state === 'InProgress') {
    await delay(POLL_MILLISECONDS);
    info = await client.request<JobInfo>('GET', job);
  }
  const milliseconds = performance.now() - startedAt;
  if (info.numberRecordsProcessed !== count || info.numberRecordsFailed > 0) {
    const failed = await client.send('GET', `${job}/failedResults`);
    throw new Error(`${JSON.stringify(info)} ${failed.slice(0, 1000)}`);
  }
  return milliseconds;
}
