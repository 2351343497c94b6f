import {
  BulkJobError,
  ConnectionError,
  InterruptedError,
  refused,
  RequestRejectedError,
  type Clock,
  type Logger,
  type RecordData,
  type SaveResult,
} from '../shared';
import type { ApiClient } from './api-client';
import { RowAlignment } from './bulk-alignment';
import { bulkCells, bulkColumns, readBulkCsv, writeBulkCsv } from './bulk-csv';
import { pollDelays } from './bulk-polling';
import { keyFieldOf, type WriteOperation } from './write-operation';

/** The state of an ingest job as the org reports it. */
interface JobInfo {
  readonly id: string;
  readonly state: string;
  readonly errorMessage?: string;
  readonly numberRecordsProcessed?: number;
  readonly numberRecordsFailed?: number;
}

const FINISHED: ReadonlySet<string> = new Set(['JobComplete', 'Failed', 'Aborted']);

/** What a bulk job needs beside its rows. */
export interface BulkContext {
  readonly client: ApiClient;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal?: AbortSignal;
}

/**
 * Runs one ingest job: create, upload, close, poll, fetch only the result files that hold something.
 * When the signal is aborted the job is aborted too, and what it had done is in the results.
 * @returns results in the order of the records
 * @throws BulkJobError `BULK_JOB_FAILED` when the org gave the whole job up
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/asynch_api_intro.htm
 */
export async function runIngestJob(
  context: BulkContext,
  write: WriteOperation,
  records: readonly RecordData[],
): Promise<SaveResult[]> {
  if (context.signal?.aborted) throw new InterruptedError();
  const columns = bulkColumns(records);
  const rows = records.map((record) => bulkCells(record, columns));
  const job = await openJob(context, write, writeBulkCsv(columns, rows));
  const closed = await changeState(context, job.id, 'UploadComplete');
  const finished = await waitForEnd(context, { ...closed, id: job.id }, records.length);
  if (finished.state === 'Failed') throw jobFailed(finished);
  return collect(context, finished, new RowAlignment(columns, rows, keyFieldOf(write)), records.length);
}

/** Jobs that are begun before a failing upload is given up. */
const MAX_UPLOADS = 3;

/** Creates a job and uploads its rows. After a doubtful upload a new job is begun: an unclosed one does nothing. */
async function openJob(context: BulkContext, write: WriteOperation, csv: string): Promise<JobInfo> {
  for (let uploads = 1; ; uploads += 1) {
    const job = await createJob(context, write);
    try {
      await upload(context, job.id, csv);
      return job;
    } catch (error) {
      if (uploads === MAX_UPLOADS || !isDoubtful(error)) throw error;
      context.logger.warn({ jobId: job.id, error: String(error) }, 'upload failed, a new bulk job is begun');
      await abort(context, job.id);
    }
  }
}

const isDoubtful = (error: unknown): boolean =>
  error instanceof ConnectionError || (error instanceof RequestRejectedError && error.httpStatus >= 500);

/** Aborts a job; one that cannot be aborted is left to the org, which drops it after some days. */
async function abort(context: BulkContext, jobId: string): Promise<void> {
  await changeState(context, jobId, 'Aborted').catch((error: unknown) =>
    context.logger.warn({ jobId, error: String(error) }, 'bulk job could not be aborted'),
  );
}

async function createJob(context: BulkContext, write: WriteOperation): Promise<JobInfo> {
  const answer = await context.client.send({
    kind: 'bulk',
    method: 'POST',
    path: '/jobs/ingest',
    body: {
      object: write.object,
      operation: write.operation,
      ...(write.operation === 'upsert' ? { externalIdFieldName: write.externalIdField } : {}),
      contentType: 'CSV',
      lineEnding: 'LF',
      columnDelimiter: 'COMMA',
    },
    // A job that was created twice stays empty and open: nothing is written by it.
    idempotent: true,
  });
  return answer.body as JobInfo;
}

async function upload(context: BulkContext, jobId: string, csv: string): Promise<void> {
  await context.client.send({
    kind: 'bulk',
    method: 'PUT',
    path: `/jobs/ingest/${jobId}/batches`,
    body: csv,
    contentType: 'text/csv',
    // The data of a job can be put once; it is not processed before the job is closed.
    idempotent: false,
  });
}

async function changeState(
  context: BulkContext,
  jobId: string,
  state: 'UploadComplete' | 'Aborted',
): Promise<JobInfo> {
  const answer = await context.client.send({
    kind: 'bulk',
    method: 'PATCH',
    path: `/jobs/ingest/${jobId}`,
    body: { state },
    idempotent: true,
  });
  return answer.body as JobInfo;
}

async function waitForEnd(context: BulkContext, start: JobInfo, records: number): Promise<JobInfo> {
  let job = start;
  let aborted = false;
  for (const delay of pollDelays(records)) {
    if (FINISHED.has(job.state) && job.numberRecordsProcessed !== undefined) return job;
    if (context.signal?.aborted && !aborted) {
      aborted = true;
      await abort(context, job.id);
    } else {
      await context.clock.sleep(delay, context.signal);
    }
    job = await jobInfo(context, job.id);
    context.logger.debug(
      { jobId: job.id, state: job.state, processed: job.numberRecordsProcessed },
      'bulk job polled',
    );
  }
  return job;
}

async function jobInfo(context: BulkContext, jobId: string): Promise<JobInfo> {
  const answer = await context.client.send({
    kind: 'bulk',
    method: 'GET',
    path: `/jobs/ingest/${jobId}`,
    idempotent: true,
  });
  return answer.body as JobInfo;
}

function jobFailed(job: JobInfo): BulkJobError {
  return new BulkJobError(
    'BULK_JOB_FAILED',
    `Bulk job ${job.id} failed: ${job.errorMessage ?? 'no reason given'}`,
    {
      actions: ['See Setup, Bulk Data Load Jobs', 'Correct the cause and run the same command again'],
    },
  );
}

async function resultFile(
  context: BulkContext,
  jobId: string,
  name: string,
): Promise<Record<string, string>[]> {
  const answer = await context.client.send({
    kind: 'bulk',
    method: 'GET',
    path: `/jobs/ingest/${jobId}/${name}`,
    idempotent: true,
    rawText: true,
  });
  return readBulkCsv(String(answer.body ?? ''));
}

async function collect(
  context: BulkContext,
  job: JobInfo,
  alignment: RowAlignment,
  count: number,
): Promise<SaveResult[]> {
  const results = new Array<SaveResult | undefined>(count);
  const processed = job.numberRecordsProcessed ?? count;
  const failed = job.numberRecordsFailed ?? 0;
  const place = (row: Record<string, string>, result: SaveResult): void => {
    const index = alignment.take(row);
    if (index !== null) results[index] = result;
  };
  if (processed > failed) {
    for (const row of await resultFile(context, job.id, 'successfulResults')) place(row, accepted(row));
  }
  if (failed > 0) {
    for (const row of await resultFile(context, job.id, 'failedResults')) place(row, rejected(row));
  }
  const reason = refused(
    'NOT_PROCESSED',
    `Bulk job ${job.id} ended (${job.state}) before this row was processed`,
  );
  return Array.from(results, (result) => result ?? reason);
}

const accepted = (row: Record<string, string>): SaveResult => ({
  success: true,
  id: row['sf__Id'] || null,
  created: row['sf__Created'] === 'true',
  errors: [],
});

/** `sf__Error` is `CODE:message:field, field --`. */
function rejected(row: Record<string, string>): SaveResult {
  const text = row['sf__Error'] ?? '';
  const match = /^([A-Z][A-Z0-9_]+):([\s\S]*?)(?::([^:]*) ?--)?$/.exec(text.trim());
  if (!match) return refused('UNKNOWN_EXCEPTION', text);
  const fields = (match[3] ?? '').split(',').map((field) => field.trim());
  return refused(match[1] ?? '', (match[2] ?? '').trim(), fields.filter(Boolean));
}
