import { LocalOrgError, MAX_RECORDS_PER_CHUNK } from '../../../core';
import type { RequestContext, RunningUser } from '../../../execution';
import type { LocalOrg } from '../../../org';
import type { ReportDefect } from '../../http/dispatch';
import { csvRow } from '../csv/csv-writer';
import { readCsv, type CsvRow } from '../csv/csv-reader';
import { hasLineEnding } from '../csv/first-line';
import { HeaderProblem, resolveColumns, type RecordColumn } from '../csv/record-columns';
import type { IngestJob } from '../jobs/bulk-job';
import { nextTurn, type JobWork } from '../jobs/job-runner';
import type { JobStore, ResultRow } from '../jobs/job-store';
import { errorText, saveRows } from './save-rows';

/** What ingest works with. */
export interface IngestServices {
  readonly org: LocalOrg;
  readonly jobs: JobStore;
  readonly reportDefect: ReportDefect;
}

/**
 * Works on ingest jobs: reads the upload row by row and saves chunks of 200. A chunk's records, its results and the
 * job's progress are committed together, so a stopped org goes on where it was.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/how_requests_are_processed.htm
 */
export function ingestWork(services: IngestServices): JobWork {
  return async (id, stopping) => {
    const { jobs, org, reportDefect } = services;
    const job = jobs.find(id);
    if (job?.kind !== 'ingest' || job.state === 'Aborted') return;
    const started = org.clock.now();
    const timeBefore = job.processingMs;
    const spend = (): void => {
      job.processingMs = timeBefore + (org.clock.now() - started);
    };
    try {
      const user = requireUser(job, org);
      job.state = 'InProgress';
      jobs.update(job);
      for await (const chunk of chunksOf(job, user, services)) {
        if (jobs.find(id)?.state !== 'InProgress') return;
        saveChunk(job, chunk, user, services, spend);
        await nextTurn();
        if (stopping()) return;
      }
      if (jobs.find(id)?.state !== 'InProgress') return;
      job.state = 'JobComplete';
    } catch (error) {
      if (!isExpected(error)) reportDefect(error);
      job.state = 'Failed';
      job.errorMessage = error instanceof Error ? error.message : String(error);
    }
    spend();
    jobs.update(job);
  };
}

function isExpected(error: unknown): boolean {
  return error instanceof HeaderProblem || error instanceof LocalOrgError;
}

interface Chunk {
  readonly columns: readonly RecordColumn[];
  readonly rows: readonly CsvRow[];
}

/** The rows that are still to be saved, 200 at a time. */
async function* chunksOf(
  job: IngestJob,
  user: RunningUser,
  { org, jobs }: IngestServices,
): AsyncGenerator<Chunk, void> {
  if (!hasLineEnding(jobs.uploadStart(job.id), job)) {
    throw new HeaderProblem(
      `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${job.lineEnding}`,
    );
  }
  const type = org.schema().find(job.object);
  if (!type) throw new HeaderProblem(`InvalidEntity : Unable to find object: ${job.object}`);
  let columns: RecordColumn[] | undefined;
  let toSkip = job.processed;
  let rows: CsvRow[] = [];
  for await (const row of readCsv(jobs.upload(job.id), job)) {
    if (!columns) {
      columns = resolveColumns(row.values, { schema: org.schema(), access: org.access, user, type });
      checkOperation(job, columns);
    } else if (toSkip > 0) toSkip--;
    else rows.push(row);
    if (rows.length < MAX_RECORDS_PER_CHUNK) continue;
    yield { columns, rows };
    rows = [];
  }
  if (columns && rows.length > 0) yield { columns, rows };
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datafiles_prepare_csv.htm */
function checkOperation({ operation }: IngestJob, columns: readonly RecordColumn[]): void {
  const deletes = operation === 'delete' || operation === 'hardDelete';
  const onlyIds = columns.length === 1 && columns[0]?.field.type === 'id' && !columns[0].parent;
  if (deletes && !onlyIds)
    throw new HeaderProblem(`InvalidBatch : The '${operation}' batch must contain only ids`);
}

function saveChunk(
  job: IngestJob,
  { columns, rows }: Chunk,
  user: RunningUser,
  { org, jobs }: IngestServices,
  spend: () => void,
): void {
  const context: RequestContext = { user, mode: 'user', apiVersion: job.apiVersion };
  org.savepoint(() => {
    const results = saveRows(org.dml, job, columns, rows, { context, allOrNone: false });
    const written = results.map(({ id, created, errors }, index): ResultRow => {
      const { values } = rows[index] as CsvRow;
      return errors.length === 0
        ? { file: 'successful', csv: csvRow([id, String(created), ...values], job) }
        : { file: 'failed', csv: csvRow([id, errorText(errors), ...values], job) };
    });
    jobs.addResults(job.id, job.processed, written);
    job.processed += rows.length;
    job.failed += written.filter(({ file }) => file === 'failed').length;
    spend();
    jobs.update(job);
  });
}

/** The user whose job it is. @throws HeaderProblem when the user is not active any more */
function requireUser(job: IngestJob, org: LocalOrg): RunningUser {
  const user = org.users.findById(job.createdById);
  if (!user) throw new HeaderProblem(`InvalidUser : ${job.createdById} is not an active user`);
  return user;
}
