import { formatDatetime } from '../../../core';
import { JsonText } from '../../http/responses';
import type { BulkJob } from './bulk-job';

/** What a job answers about itself, before it is written as JSON. */
export type JobInfo = Readonly<Record<string, unknown>>;

/**
 * The job info resource of a job. The address for the upload is there while the job is open, counts once it is not.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_info.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_one_job.htm
 */
export function jobInfo(job: BulkJob): JobInfo {
  const isIngest = job.kind === 'ingest';
  const path = `services/data/v${job.apiVersion}.0/jobs/ingest/${job.id}/batches`;
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: secondsOf(job.createdMs),
    systemModstamp: secondsOf(job.modifiedMs),
    state: job.state,
    ...(isIngest && job.externalIdFieldName ? { externalIdFieldName: job.externalIdFieldName } : {}),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: job.apiVersion,
    jobType: isIngest ? 'V2Ingest' : 'V2Query',
    ...(isIngest && job.state === 'Open' ? { contentUrl: path } : {}),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    ...countsOf(job),
    ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
  };
}

function countsOf(job: BulkJob): JobInfo {
  if (job.state === 'Open') return { retries: 0, ...timesOf(job) };
  const failed = job.kind === 'ingest' ? { numberRecordsFailed: job.failed } : {};
  return { numberRecordsProcessed: job.processed, ...failed, retries: 0, ...timesOf(job) };
}

function timesOf(job: BulkJob): JobInfo {
  const total = { totalProcessingTime: job.processingMs };
  return job.kind === 'query'
    ? total
    : { ...total, apiActiveProcessingTime: job.processingMs, apexProcessingTime: 0 };
}

/** The platform keeps the dates of jobs in whole seconds. */
function secondsOf(epochMs: number): string {
  return formatDatetime(Math.floor(epochMs / 1000) * 1000);
}

/** Writes job infos as JSON; `apiVersion` has a decimal point, as on the platform: `67.0`. */
export function jobJson(value: unknown): JsonText {
  return new JsonText(JSON.stringify(value).replace(/"apiVersion":(\d+)(?=[,}])/g, '"apiVersion":$1.0'));
}
