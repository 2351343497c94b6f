import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../api-deps';
import { describeResources } from './describe';
import { externalIdResources } from './external-ids';
import { feedResources } from './replication-feeds';
import { limitResources } from './limits';
import { orgLimits } from './org-limits';
import { queryResources } from './query';
import { recordResources } from './records';
import { searchResources } from './search';
import { undeleteResources } from './undelete';
import { unsupportedResources } from './unsupported';
import { userPasswordResources } from './user-passwords';
import { versionResources } from './version-resources';

/** Adds the REST resources of records, queries, searches, describes and limits. */
export function registerRest(_app: FastifyInstance, deps: ApiDeps): void {
  deps.org.limits = () => orgLimits(deps.usage);
  deps.resources.add(
    ...versionResources(deps),
    ...describeResources(deps),
    ...recordResources(deps),
    ...externalIdResources(deps),
    ...queryResources(deps),
    ...searchResources(deps),
    ...feedResources(deps),
    ...limitResources(deps),
    ...undeleteResources(deps),
    ...userPasswordResources(deps),
    ...unsupportedResources(),
  );
}
