import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../api-deps';
import { dashboardResources } from './dashboard-resources';
import { reportInstanceResources } from './report-instances';
import { reportResources } from './report-resources';

/** Adds the reports and dashboards of the Analytics REST API: `/analytics/reports`, `/analytics/dashboards`. */
export function registerAnalytics(_app: FastifyInstance, deps: ApiDeps): void {
  const resources = [...reportResources(deps), ...reportInstanceResources(deps), ...dashboardResources(deps)];
  for (const resource of resources) deps.resources.add(resource);
}
