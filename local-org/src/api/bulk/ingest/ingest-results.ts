import { RawContent, type RestResponse } from '../../http/responses';
import { csvRow } from '../csv/csv-writer';
import { readCsv } from '../csv/csv-reader';
import { COLUMN_DELIMITERS, LINE_ENDINGS } from '../csv/csv-format';
import { headerLineOf } from '../csv/first-line';
import { isFinal, type IngestJob } from '../jobs/bulk-job';
import { jobErrors } from '../jobs/job-errors';
import type { JobStore } from '../jobs/job-store';

const CSV_CONTENT_TYPE = 'text/csv; charset=UTF-8';
/** Columns before those of the upload, by result file. */
const RESULT_COLUMNS = { successful: ['sf__Id', 'sf__Created'], failed: ['sf__Id', 'sf__Error'] } as const;

/**
 * A result file of a job: two columns of the platform, then the upload's; its header line comes back as it was sent.
 * @throws ApiError INVALIDJOBSTATE while the job runs
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_successful_results.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_failed_results.htm
 */
export function resultFile(job: IngestJob, file: 'successful' | 'failed', jobs: JobStore): RestResponse {
  requireFinal(job);
  const own = RESULT_COLUMNS[file].map((name) => `"${name}"`);
  const header = headerLineOf(jobs.uploadStart(job.id));
  const line = [...own, ...(header === '' ? [] : [header])].join(COLUMN_DELIMITERS[job.columnDelimiter]);
  return csvAnswer(line + LINE_ENDINGS[job.lineEnding] + jobs.results(job.id, file).join(''));
}

/**
 * The rows that were not worked off, because the job failed or was aborted.
 * @throws ApiError INVALIDJOBSTATE while the job runs
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_unprocessed_results.htm
 */
export async function unprocessedRecords(job: IngestJob, jobs: JobStore): Promise<RestResponse> {
  requireFinal(job);
  const lines = [headerLineOf(jobs.uploadStart(job.id)) + LINE_ENDINGS[job.lineEnding]];
  let index = -1;
  if (job.state !== 'JobComplete') {
    for await (const { values } of readCsv(jobs.upload(job.id), job)) {
      if (index >= job.processed) lines.push(csvRow(values, job));
      index++;
    }
  }
  return csvAnswer(lines.join(''));
}

function requireFinal(job: IngestJob): void {
  if (!isFinal(job)) throw jobErrors.notFinished(job);
}

function csvAnswer(text: string): RestResponse {
  return { status: 200, body: new RawContent(CSV_CONTENT_TYPE, text) };
}
