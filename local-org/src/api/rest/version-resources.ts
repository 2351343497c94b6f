import type { ApiDeps } from '../api-deps';
import type { Resource, RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';

/**
 * What a version offers: `{"sobjects":"/services/data/v67.0/sobjects","query":...}`. Only what is answered is listed.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_discoveryresource.htm
 */
export function versionResources(deps: ApiDeps): Resource[] {
  return [{ path: '/', composable: true, GET: (request) => listResources(request, deps) }];
}

function listResources(request: RestRequest, deps: ApiDeps): RestResponse {
  const base = `/services/data/v${request.context.apiVersion}.0`;
  const names = deps.resources.topLevelNames().sort();
  const entries = names.map((name): [string, string] => [name, `${base}/${name}`]);
  const identity = `${request.baseUrl}/id/${deps.org.info.id}/${request.context.user.id}`;
  return ok({ ...Object.fromEntries(entries), identity });
}
