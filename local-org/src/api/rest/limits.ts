import type { ApiDeps } from '../api-deps';
import type { Resource, RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';

/**
 * The org's limits, and how many records objects have.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_limits.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_record_count.htm
 */
export function limitResources(deps: ApiDeps): Resource[] {
  return [
    { path: '/limits', composable: true, GET: () => ok(limits(deps)) },
    { path: '/limits/recordCount', composable: true, GET: (request) => recordCounts(request, deps) },
  ];
}

function limits({ org }: ApiDeps): Record<string, { Max: number; Remaining: number }> {
  const all = org.limits?.() ?? [];
  return Object.fromEntries(
    all.map(({ name, limit, used }) => [name, { Max: limit, Remaining: Math.max(0, limit - used) }]),
  );
}

function recordCounts(request: RestRequest, deps: ApiDeps): RestResponse {
  const { user, apiVersion } = request.context;
  const asked =
    request.query.get('sObjects')?.split(',') ?? [...deps.org.schema().all()].map(({ name }) => name);
  const counted = asked.flatMap((name) => {
    const type = deps.org.schema().find(name.trim());
    if (!type?.definition.capabilities.queryable || !deps.org.access.objectAccess(user, type.name).read)
      return [];
    return [{ name: type.name, context: { user, mode: 'system', apiVersion } as const }];
  });
  const sObjects = counted
    .map(({ name, context }) => ({
      count: deps.org.query.query(`SELECT COUNT() FROM ${name}`, { context }).totalSize,
      name,
    }))
    .filter(({ count }) => count > 0 || request.query.has('sObjects'));
  return ok({ sObjects });
}
