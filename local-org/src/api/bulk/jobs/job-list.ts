import type { RestRequest } from '../../http/resource';
import { ok, type RestResponse } from '../../http/responses';
import type { BulkJob } from './bulk-job';
import { jobErrors } from './job-errors';
import { jobInfo, jobJson } from './job-info';
import type { JobStore } from './job-store';

/**
 * A page of all jobs of a kind, newest first; `queryLocator` asks for the next.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_all_jobs.htm
 */
export function listJobs(kind: BulkJob['kind'], request: RestRequest, jobs: JobStore): RestResponse {
  const offset = offsetOf(request.query.get('queryLocator'));
  const page = isAskedFor(kind, request.query) ? jobs.list(kind, offset) : NO_JOBS;
  const locator =
    page.nextOffset === null ? null : Buffer.from(String(page.nextOffset)).toString('base64url');
  const path = `/services/data/v${request.context.apiVersion}.0/jobs/${kind}?queryLocator=${locator}`;
  return ok(
    jobJson({
      done: locator === null,
      records: page.jobs.map(jobInfo),
      nextRecordsUrl: locator === null ? null : path,
    }),
  );
}

const NO_JOBS = { jobs: [], nextOffset: null } as const;

/** `jobType` and `isPkChunkingEnabled` leave jobs of other kinds out; those of the local org are of one type each. */
function isAskedFor(kind: BulkJob['kind'], query: URLSearchParams): boolean {
  const jobType = query.get('jobType');
  const own = kind === 'ingest' ? 'V2Ingest' : 'V2Query';
  return (jobType === null || jobType === own) && query.get('isPkChunkingEnabled')?.toLowerCase() !== 'true';
}

/** Reads a locator that this org gave out. @throws ApiError INVALID_QUERY_LOCATOR */
export function offsetOf(locator: string | null): number {
  if (locator === null) return 0;
  const text = Buffer.from(locator, 'base64url').toString('utf8');
  if (!/^\d{1,12}$/.test(text)) throw jobErrors.invalidLocator();
  return Number(text);
}
