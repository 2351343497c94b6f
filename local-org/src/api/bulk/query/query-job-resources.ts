import { UnsupportedFeatureError } from '../../../core';
import type { Resource, RestRequest } from '../../http/resource';
import { NO_CONTENT, ok, RawContent, type RestResponse } from '../../http/responses';
import { csvRow } from '../csv/csv-writer';
import type { IngestServices } from '../ingest/ingest-work';
import { isFinal, QUERY_OPERATIONS, type QueryJob } from '../jobs/bulk-job';
import { requireJob } from '../jobs/job-access';
import { jobErrors } from '../jobs/job-errors';
import { jobInfo, jobJson } from '../jobs/job-info';
import { listJobs, offsetOf } from '../jobs/job-list';
import { csvFormatOf, jobBody, optionalChoice, optionalText } from '../jobs/job-request';
import type { JobRunner } from '../jobs/job-runner';
import { queryColumns } from './query-columns';

const STATE_WAIT_MS = 1_000;
/** Rows of a page of results when the request does not say. */
const DEFAULT_PAGE_ROWS = 50_000;

/** What the resources of query jobs work with. */
export interface QueryJobServices extends IngestServices {
  readonly runner: JobRunner;
}

/**
 * Query jobs of Bulk API 2.0.
 *
 * DEVIATION: a request for a job's state is answered when the job is finished, at latest after a second.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0_query.htm
 */
export function queryJobResources(services: QueryJobServices): Resource[] {
  const { org, jobs, runner } = services;
  const jobOf = (request: RestRequest): QueryJob => requireJob('query', request, jobs, org);
  return [
    {
      path: '/jobs/query',
      GET: (request) => listJobs('query', request, jobs),
      POST: (request) => createJob(request, services),
    },
    {
      path: '/jobs/query/:id',
      GET: async (request) => {
        await runner.settled(jobOf(request).id, STATE_WAIT_MS);
        return ok(jobJson(jobInfo(jobOf(request))));
      },
      PATCH: (request) => abort(jobOf(request), request, services),
      DELETE: (request) => {
        const job = jobOf(request);
        if (!isFinal(job)) throw jobErrors.notDeletable(job);
        org.store.transaction(() => jobs.remove(job.id));
        return NO_CONTENT;
      },
    },
    { path: '/jobs/query/:id/results', GET: (request) => results(jobOf(request), request, services) },
    {
      path: '/jobs/query/:id/resultPages',
      refused: 'result pages of a query job',
      GET: () => {
        throw new UnsupportedFeatureError('Bulk API 2.0: result pages of a query job');
      },
    },
  ];
}

function createJob(request: RestRequest, { org, jobs, runner }: QueryJobServices): RestResponse {
  const body = jobBody(request.body.json());
  const operation = optionalChoice(body, 'operation', QUERY_OPERATIONS);
  if (operation === undefined) throw jobErrors.missing('operation');
  const query = optionalText(body, 'query');
  if (query === undefined) throw jobErrors.missing('query');
  const { context } = request;
  const { entityName, columns } = queryColumns(org.query, query, {
    context,
    allRows: operation === 'queryAll',
  });
  const now = org.clock.now();
  const job: QueryJob = {
    kind: 'query',
    id: jobs.newId(),
    operation,
    query,
    columnNames: columns.map(({ path }) => path.join('.')),
    object: entityName,
    ...csvFormatOf(body),
    createdById: context.user.id,
    createdMs: now,
    modifiedMs: now,
    apiVersion: context.apiVersion,
    state: 'UploadComplete',
    processed: 0,
    failed: 0,
    processingMs: 0,
  };
  jobs.add(job);
  runner.submit(job);
  return ok(jobJson(jobInfo(job)));
}

function abort(job: QueryJob, request: RestRequest, { jobs }: QueryJobServices): RestResponse {
  const { state } = jobBody(request.body.json());
  if (state !== 'Aborted') throw jobErrors.unknownState(state);
  if (isFinal(job)) throw jobErrors.transitionNotAllowed('Aborting', job);
  job.state = 'Aborted';
  jobs.update(job);
  return ok(jobJson(jobInfo(job)));
}

/**
 * A page of the result, with its header row. `Sforce-Locator` is the text `null` on the last page.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_job_results.htm
 */
function results(job: QueryJob, request: RestRequest, { jobs }: QueryJobServices): RestResponse {
  if (job.state !== 'JobComplete') throw jobErrors.notFinished(job);
  const start = offsetOf(request.query.get('locator'));
  const asked = Number(request.query.get('maxRecords') ?? DEFAULT_PAGE_ROWS);
  const maxRecords = Number.isInteger(asked) && asked > 0 ? asked : DEFAULT_PAGE_ROWS;
  if (start > 0 && start >= job.processed) throw jobErrors.invalidLocator();
  const rows = jobs.results(job.id, 'query', start, maxRecords);
  const end = start + rows.length;
  const locator = end < job.processed ? Buffer.from(String(end)).toString('base64url') : 'null';
  return {
    status: 200,
    headers: { 'Sforce-Locator': locator, 'Sforce-NumberOfRecords': String(rows.length) },
    body: new RawContent('text/csv; charset=UTF-8', csvRow(job.columnNames, job) + rows.join('')),
  };
}
