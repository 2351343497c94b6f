import { notFound } from '../../http/errors';
import type { RestRequest } from '../../http/resource';
import type { LocalOrg } from '../../../org';
import type { BulkJob } from './bulk-job';
import { jobErrors } from './job-errors';
import type { JobStore } from './job-store';

/** Permissions that open the jobs of other users. @see https://help.salesforce.com/s/articleView?id=sf.monitoring_async_api_jobs.htm */
const ALL_JOBS_PERMISSIONS = ['ManageDataIntegrations', 'ModifyAllData'];

/**
 * The job of a kind that the path names.
 * @throws ApiError NOT_FOUND when there is none, INVALIDUSER when it is another user's
 */
export function requireJob<K extends BulkJob['kind']>(
  kind: K,
  request: RestRequest,
  jobs: JobStore,
  org: LocalOrg,
): Extract<BulkJob, { kind: K }> {
  const job = jobs.find(request.parameters['id'] ?? '');
  if (job?.kind !== kind) throw notFound();
  const { user } = request.session;
  const mayAll = ALL_JOBS_PERMISSIONS.some((permission) => org.access.hasUserPermission(user, permission));
  if (job.createdById !== user.id && !mayAll) throw jobErrors.otherUsersJob();
  return job as Extract<BulkJob, { kind: K }>;
}
