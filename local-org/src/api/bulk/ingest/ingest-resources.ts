import { MAX_INGEST_UPLOAD_BYTES } from '../../../core';
import type { Resource, RestRequest } from '../../http/resource';
import { NO_CONTENT, ok, type RestResponse } from '../../http/responses';
import { isFinal, type IngestJob } from '../jobs/bulk-job';
import { requireJob } from '../jobs/job-access';
import { jobErrors } from '../jobs/job-errors';
import { jobInfo, jobJson } from '../jobs/job-info';
import { listJobs } from '../jobs/job-list';
import { jobBody } from '../jobs/job-request';
import type { JobRunner } from '../jobs/job-runner';
import { createIngestJob } from './create-ingest-job';
import { resultFile, unprocessedRecords } from './ingest-results';
import type { IngestServices } from './ingest-work';
import { readMultipartJob } from './multipart-job';

/** How long a request for a job's state waits for a job that is nearly done: clients ask at once, then every 5 s. */
const STATE_WAIT_MS = 1_000;

/** What the resources of ingest jobs work with. */
export interface IngestResourceServices extends IngestServices {
  readonly runner: JobRunner;
}

/**
 * Ingest jobs of Bulk API 2.0.
 *
 * DEVIATION: a request for a job's state is answered when the job is finished, at latest after a second.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0_ingest.htm
 */
export function ingestResources(services: IngestResourceServices): Resource[] {
  const { org, jobs } = services;
  const jobOf = (request: RestRequest): IngestJob => requireJob('ingest', request, jobs, org);
  return [
    {
      path: '/jobs/ingest',
      accepts: ['multipart/form-data'],
      maxBodyBytes: MAX_INGEST_UPLOAD_BYTES,
      GET: (request) => listJobs('ingest', request, jobs),
      POST: (request) => createJob(request, services),
    },
    {
      path: '/jobs/ingest/:id',
      GET: async (request) => {
        await services.runner.settled(jobOf(request).id, STATE_WAIT_MS);
        return ok(jobJson(jobInfo(jobOf(request))));
      },
      PATCH: (request) => changeState(jobOf(request), request, services),
      DELETE: (request) => deleteJob(jobOf(request), services),
    },
    {
      path: '/jobs/ingest/:id/batches',
      accepts: ['text/csv'],
      maxBodyBytes: MAX_INGEST_UPLOAD_BYTES,
      PUT: (request) => upload(jobOf(request), request.body.bytes, services),
    },
    {
      path: '/jobs/ingest/:id/successfulResults',
      GET: (request) => resultFile(jobOf(request), 'successful', jobs),
    },
    { path: '/jobs/ingest/:id/failedResults', GET: (request) => resultFile(jobOf(request), 'failed', jobs) },
    {
      path: '/jobs/ingest/:id/unprocessedrecords',
      GET: (request) => unprocessedRecords(jobOf(request), jobs),
    },
  ];
}

async function createJob(request: RestRequest, services: IngestResourceServices): Promise<RestResponse> {
  const { org, jobs } = services;
  if (request.body.mediaType === 'multipart/form-data') {
    const { job: json, content } = await readMultipartJob(request.body);
    const job = createIngestJob(json, jobs.newId(), request.context, org);
    jobs.add(job);
    upload(job, content, services);
    close(job, services);
    return ok(jobJson(jobInfo(job)));
  }
  const job = createIngestJob(request.body.json(), jobs.newId(), request.context, org);
  jobs.add(job);
  return ok(jobJson(jobInfo(job)));
}

function upload(job: IngestJob, bytes: Uint8Array, { jobs, org }: IngestResourceServices): RestResponse {
  if (job.state !== 'Open') throw jobErrors.notOpen(job);
  if (job.uploaded) throw jobErrors.secondUpload(job);
  org.store.transaction(() => {
    jobs.keepUpload(job.id, bytes);
    job.uploaded = true;
    jobs.update(job);
  });
  return { status: 201 };
}

function changeState(job: IngestJob, request: RestRequest, services: IngestResourceServices): RestResponse {
  const { state } = jobBody(request.body.json());
  if (state === 'UploadComplete') close(job, services);
  else if (state === 'Aborted') abort(job, services);
  else throw jobErrors.unknownState(state);
  return ok(jobJson(jobInfo(job)));
}

function close(job: IngestJob, { jobs, runner }: IngestResourceServices): void {
  if (job.state !== 'Open') throw jobErrors.transitionNotAllowed('Closing', job);
  job.state = 'UploadComplete';
  jobs.update(job);
  runner.submit(job);
}

function abort(job: IngestJob, { jobs }: IngestResourceServices): void {
  if (isFinal(job)) throw jobErrors.transitionNotAllowed('Aborting', job);
  job.state = 'Aborted';
  jobs.update(job);
}

function deleteJob(job: IngestJob, { jobs, org }: IngestResourceServices): RestResponse {
  if (!isFinal(job) && job.state !== 'UploadComplete') throw jobErrors.notDeletable(job);
  org.store.transaction(() => jobs.remove(job.id));
  return NO_CONTENT;
}
