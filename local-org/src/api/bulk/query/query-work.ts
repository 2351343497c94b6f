import { ApiError, LocalOrgError } from '../../../core';
import { csvRow } from '../csv/csv-writer';
import type { IngestServices } from '../ingest/ingest-work';
import type { QueryJob } from '../jobs/bulk-job';
import { nextTurn, type JobWork } from '../jobs/job-runner';
import { columnText, queryColumns } from './query-columns';

const ROWS_PER_STEP = 2_000;

/**
 * Works on query jobs: runs the query at one moment and writes its rows as CSV. An interrupted job starts anew.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_create_job.htm
 */
export function queryWork({ org, jobs, reportDefect }: IngestServices): JobWork {
  return async (id, stopping) => {
    const job = jobs.find(id);
    if (job?.kind !== 'query' || job.state === 'Aborted') return;
    const started = org.clock.now();
    try {
      job.state = 'InProgress';
      jobs.update(job);
      const done = await writeRows(job, { org, jobs, reportDefect }, stopping);
      if (!done) return;
      job.state = 'JobComplete';
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof LocalOrgError)) reportDefect(error);
      job.state = 'Failed';
      job.errorMessage = error instanceof Error ? error.message : String(error);
    }
    job.processingMs = org.clock.now() - started;
    jobs.update(job);
  };
}

/** @returns whether all rows were written; not so when the org stops or the job is aborted */
async function writeRows(
  job: QueryJob,
  { org, jobs }: IngestServices,
  stopping: () => boolean,
): Promise<boolean> {
  const user = org.users.findById(job.createdById);
  if (!user) throw new ApiError('INVALIDUSER', `InvalidUser : ${job.createdById} is not an active user`);
  const context = { user, mode: 'user', apiVersion: job.apiVersion } as const;
  const options = { context, allRows: job.operation === 'queryAll' };
  const { columns } = queryColumns(org.query, job.query, options);
  const { records } = org.query.query(job.query, options);
  jobs.clearResults(job.id);
  for (let start = 0; start < records.length; start += ROWS_PER_STEP) {
    if (stopping() || jobs.find(job.id)?.state !== 'InProgress') return false;
    const part = records.slice(start, start + ROWS_PER_STEP);
    const rows = part.map((record) =>
      csvRow(
        columns.map((column) => columnText(column, record)),
        job,
      ),
    );
    org.store.transaction(() =>
      jobs.addResults(
        job.id,
        start,
        rows.map((csv) => ({ file: 'query', csv })),
      ),
    );
    job.processed = start + part.length;
    await nextTurn();
  }
  return jobs.find(job.id)?.state === 'InProgress';
}
