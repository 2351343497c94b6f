import type { CsvFormat } from '../csv/csv-format';

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_info.htm */
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

export const INGEST_OPERATIONS = ['insert', 'update', 'upsert', 'delete', 'hardDelete'] as const;
export type IngestOperation = (typeof INGEST_OPERATIONS)[number];

export const QUERY_OPERATIONS = ['query', 'queryAll'] as const;
export type QueryOperation = (typeof QUERY_OPERATIONS)[number];

/** What ingest and query jobs share. Kept in the org's database, so a restart does not lose it. */
interface JobBase extends CsvFormat {
  /** `750000000000001AAA` */
  readonly id: string;
  readonly object: string;
  readonly createdById: string;
  /** Milliseconds since 1970, as all times here. */
  readonly createdMs: number;
  readonly apiVersion: number;
  modifiedMs: number;
  state: JobState;
  /** Records worked off, those that failed included; rows of a query's result. */
  processed: number;
  failed: number;
  /** Time spent on it. */
  processingMs: number;
  /** Why the whole job failed. */
  errorMessage?: string;
}

/** A job that saves the records of an upload. */
export interface IngestJob extends JobBase {
  readonly kind: 'ingest';
  readonly operation: IngestOperation;
  readonly externalIdFieldName?: string;
  /** Set by the one upload a job may have. */
  uploaded: boolean;
}

/** A job that writes the result of a query as CSV. */
export interface QueryJob extends JobBase {
  readonly kind: 'query';
  readonly operation: QueryOperation;
  readonly query: string;
  /** The header of the result: `['Id', 'Account.Name']`. */
  readonly columnNames: readonly string[];
}

export type BulkJob = IngestJob | QueryJob;

const FINAL_STATES: ReadonlySet<JobState> = new Set(['JobComplete', 'Failed', 'Aborted']);

/** Whether nothing more will happen to a job. */
export function isFinal(job: BulkJob): boolean {
  return FINAL_STATES.has(job.state);
}
