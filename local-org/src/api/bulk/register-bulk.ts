import type { FastifyInstance } from 'fastify';
import { UnsupportedFeatureError } from '../../core';
import type { ApiDeps } from '../api-deps';
import { ingestResources } from './ingest/ingest-resources';
import { ingestWork } from './ingest/ingest-work';
import { JobRunner } from './jobs/job-runner';
import { JobStore } from './jobs/job-store';
import { queryJobResources } from './query/query-job-resources';
import { queryWork } from './query/query-work';

/**
 * Bulk API 2.0. Jobs run in the background of the process; those that a stopped org left behind go on.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0.htm
 */
export function registerBulk(app: FastifyInstance, deps: ApiDeps): void {
  const { org, reportDefect } = deps;
  const jobs = new JobStore(org);
  const services = { org, jobs, reportDefect };
  const work = { ingest: ingestWork(services), query: queryWork(services) };
  const runner = new JobRunner(async (id, stopping) => {
    const job = jobs.find(id);
    if (job) await work[job.kind](id, stopping);
  });
  deps.resources.add(
    ...ingestResources({ ...services, runner }),
    ...queryJobResources({ ...services, runner }),
  );
  for (const job of jobs.interrupted()) runner.submit(job);
  app.addHook('onClose', () => runner.stop());
  app.all('/services/async/*', { config: { refused: 'version 1 of the Bulk API' } }, () => {
    throw new UnsupportedFeatureError('Bulk API (version 1)');
  });
}
