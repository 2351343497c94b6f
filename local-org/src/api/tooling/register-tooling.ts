import type { FastifyInstance } from 'fastify';
import { UnsupportedFeatureError } from '../../core';
import { describeGlobalSObject, describeSObject, type DescribeOptions, type SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import { notFound } from '../http/errors';
import type { Resource, RestRequest } from '../http/resource';
import { ok } from '../http/responses';
import { describeOptions } from '../rest/describe-options';
import { MetadataRecords } from './metadata-records';
import { METADATA_OBJECTS, SHARED_OBJECTS, UNSUPPORTED_OBJECTS } from './tooling-objects';
import { toolingQuery, toolingQueryMore } from './tooling-query';

/** Resources of Tooling API that the local org refuses by name, by path. */
const UNSUPPORTED_RESOURCES: Readonly<Record<string, string>> = {
  '/tooling/executeAnonymous': 'executeAnonymous',
  '/tooling/runTestsSynchronous': 'runTestsSynchronous',
  '/tooling/runTestsAsynchronous': 'runTestsAsynchronous',
  '/tooling/completions': 'completions',
  '/tooling/search': 'search',
  '/tooling/composite': 'composite',
  '/tooling/sobjects/:object/:id': 'records',
  '/tooling/sobjects/:object/:id/Body': 'record bodies',
};

/**
 * Tooling API: queries and describes. Apex by Tooling API is refused by name.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_api_tooling.htm
 */
export function registerTooling(app: FastifyInstance, deps: ApiDeps): void {
  const metadata = new MetadataRecords(deps.org);
  app.addHook('onClose', () => metadata.close());
  deps.resources.add(
    { path: '/tooling', unlisted: true, GET: (request) => ok(resourceUrls(request)) },
    { path: '/tooling/query', composable: true, GET: (request) => toolingQuery(request, deps, metadata) },
    { path: '/tooling/query/:locator', composable: true, GET: (request) => toolingQueryMore(request, deps) },
    { path: '/tooling/sobjects', GET: (request) => ok(describeGlobal(request, deps, metadata)) },
    {
      path: '/tooling/sobjects/:object',
      GET: (request) => {
        const type = requireToolingObject(request, deps, metadata);
        return ok({
          objectDescribe: describeGlobalSObject(type, optionsOf(request, deps, metadata)),
          recentItems: [],
        });
      },
      POST: (request) => refuse(`Tooling object ${request.parameters['object'] ?? ''}: create`),
    },
    {
      path: '/tooling/sobjects/:object/describe',
      GET: (request) => {
        const type = requireToolingObject(request, deps, metadata);
        const schema = metadata.has(type.name) ? metadata.schema : deps.org.schema();
        return ok(describeSObject(schema, type, optionsOf(request, deps, metadata)));
      },
    },
    ...unsupportedResources(),
  );
}

function unsupportedResources(): Resource[] {
  return Object.entries(UNSUPPORTED_RESOURCES).map(([path, feature]) => {
    const handler = (): never => refuse(`Tooling API: ${feature}`);
    return {
      path,
      refused: feature,
      unlisted: true,
      GET: handler,
      POST: handler,
      PATCH: handler,
      DELETE: handler,
    };
  });
}

function refuse(feature: string): never {
  throw new UnsupportedFeatureError(feature);
}

function resourceUrls({ context }: RestRequest): Readonly<Record<string, string>> {
  const base = `/services/data/v${context.apiVersion}.0/tooling`;
  return { query: `${base}/query`, sobjects: `${base}/sobjects` };
}

function describeGlobal(request: RestRequest, deps: ApiDeps, metadata: MetadataRecords): unknown {
  const options = optionsOf(request, deps, metadata);
  const names = [...SHARED_OBJECTS, ...METADATA_OBJECTS.map(({ name }) => name)].sort();
  const types = names.flatMap((name) => typeOf(name, deps, metadata) ?? []);
  return {
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: types.map((type) => describeGlobalSObject(type, options)),
  };
}

/** @throws ApiError NOT_FOUND, UnsupportedFeatureError */
function requireToolingObject(
  { parameters }: RestRequest,
  deps: ApiDeps,
  metadata: MetadataRecords,
): SObjectType {
  const name = parameters['object'] ?? '';
  if (UNSUPPORTED_OBJECTS.has(name)) refuse(`Tooling object ${name}`);
  const type = typeOf(name, deps, metadata);
  if (!type) throw notFound();
  return type;
}

function typeOf(name: string, deps: ApiDeps, metadata: MetadataRecords): SObjectType | undefined {
  if (metadata.has(name)) return metadata.schema.find(name);
  const type = deps.org.schema().find(name);
  return type && SHARED_OBJECTS.has(type.name) ? type : undefined;
}

/** Setup is described in full to whoever may read it. */
function optionsOf(request: RestRequest, deps: ApiDeps, metadata: MetadataRecords): DescribeOptions {
  const { user, apiVersion } = request.context;
  const options = describeOptions({ user, apiVersion, baseUrl: request.baseUrl }, deps);
  const access: DescribeOptions['access'] = {
    object: (type) => metadata.access.objectAccess(user, type.name),
    field: (type, field) => metadata.access.fieldAccess(user, type.name, field.name),
  };
  return { ...options, access, basePath: `${options.basePath}/tooling` };
}
