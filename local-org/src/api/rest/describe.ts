import { describeGlobalSObject, describeSObject, type SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import type { Resource, RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';
import { describeOptions } from './describe-options';
import { requireObject } from './object-access';
import { recentRecords } from './recent-records';
import { createRecord } from './records';
import { SchemaDates } from './schema-dates';

/** Records per save that clients may rely on. */
const MAX_BATCH_SIZE = 200;
/** Recent items that the description of an object lists. */
const MAX_RECENT_ITEMS = 10;

/**
 * Descriptions of the org's objects, for the user who asks.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_describeGlobal.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm
 */
export function describeResources(deps: ApiDeps): Resource[] {
  const dates = new SchemaDates(deps.org.clock);
  const unlessUnchanged = (request: RestRequest, describe: () => unknown): RestResponse => {
    const lastModified = dates.lastModified(deps.org.schema());
    const headers = { 'last-modified': new Date(lastModified).toUTCString() };
    const known = Date.parse(request.headers['if-modified-since'] ?? '');
    return known >= lastModified ? { status: 304, headers } : ok(describe(), headers);
  };
  return [
    {
      path: '/sobjects',
      composable: true,
      GET: (request) => unlessUnchanged(request, () => describeGlobal(request, deps)),
    },
    {
      path: '/sobjects/:object',
      composable: true,
      GET: (request) => ok(basicInformation(request, deps)),
      POST: (request) => createRecord(request, deps),
    },
    {
      path: '/sobjects/:object/describe',
      composable: true,
      GET: (request) => {
        const type = objectOf(request, deps);
        return unlessUnchanged(request, () =>
          describeSObject(deps.org.schema(), type, optionsOf(request, deps)),
        );
      },
    },
  ];
}

function describeGlobal(request: RestRequest, deps: ApiDeps): unknown {
  const options = optionsOf(request, deps);
  const { user } = request.context;
  const visible = [...deps.org.schema().all()].filter(
    ({ name }) => deps.org.access.objectAccess(user, name).read,
  );
  return {
    encoding: 'UTF-8',
    maxBatchSize: MAX_BATCH_SIZE,
    sobjects: visible.map((type) => describeGlobalSObject(type, options)),
  };
}

function basicInformation(request: RestRequest, deps: ApiDeps): unknown {
  const type = objectOf(request, deps);
  return {
    objectDescribe: describeGlobalSObject(type, optionsOf(request, deps)),
    recentItems: recentRecords(type, MAX_RECENT_ITEMS, request.context, deps),
  };
}

function objectOf(request: RestRequest, deps: ApiDeps): SObjectType {
  return requireObject(request.parameters['object'] ?? '', request.context.user, deps);
}

function optionsOf({ context, baseUrl }: RestRequest, deps: ApiDeps): ReturnType<typeof describeOptions> {
  return describeOptions({ user: context.user, apiVersion: context.apiVersion, baseUrl }, deps);
}
