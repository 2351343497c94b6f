import type { FastifyInstance } from 'fastify';
import { UnsupportedFeatureError } from '../../core';
import { describeGlobalSObject, describeSObject, type DescribeOptions, type SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import { notFound } from '../http/errors';
import type { Resource, RestRequest } from '../http/resource';
import { ok } from '../http/responses';
import { describeOptions } from '../rest/describe-options';
import { apexLogBody } from './apex-log-body';
import { APEX_OBJECTS } from './apex-objects';
import { ApexRecords } from './apex-records';
import { codeTypeOf, createCode, deleteCode, updateCode } from './code-records';
import { deployContainer, isContainerRequest } from './container-requests';
import { executeAnonymous } from './execute-anonymous';
import { MetadataRecords } from './metadata-records';
import { runTestsAsynchronous, runTestsSynchronous } from './run-tests';
import { getSharedRecord, sharedTypeOf } from './shared-records';
import { METADATA_OBJECTS, SHARED_OBJECTS, UNSUPPORTED_OBJECTS } from './tooling-objects';
import { toolingQuery, toolingQueryMore, type ToolingSources } from './tooling-query';
import {
  createToolingRecord,
  deleteToolingRecord,
  getToolingRecord,
  updateToolingRecord,
} from './tooling-saves';

/** Resources of Tooling API that the local org refuses by name, by path. */
const UNSUPPORTED_RESOURCES: Readonly<Record<string, string>> = {
  '/tooling/completions': 'completions',
  '/tooling/search': 'search',
  '/tooling/composite': 'composite',
};

/**
 * Tooling API: queries and describes, saves of classes and triggers, anonymous blocks, tests and debug logs.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_api_tooling.htm
 */
export function registerTooling(app: FastifyInstance, deps: ApiDeps): void {
  const metadata = new MetadataRecords(deps.org);
  const apex = new ApexRecords(deps.org, metadata.access);
  const sources = { metadata, apex };
  app.addHook('onClose', () => {
    metadata.close();
    apex.close();
  });
  deps.resources.add(
    { path: '/tooling', unlisted: true, GET: (request) => ok(resourceUrls(request)) },
    { path: '/tooling/query', composable: true, GET: (request) => toolingQuery(request, deps, sources) },
    { path: '/tooling/query/:locator', composable: true, GET: (request) => toolingQueryMore(request, deps) },
    { path: '/tooling/sobjects', GET: (request) => ok(describeGlobal(request, deps, sources)) },
    {
      path: '/tooling/sobjects/:object',
      GET: (request) => {
        const type = requireToolingObject(request, deps, sources);
        return ok({
          objectDescribe: describeGlobalSObject(type, optionsOf(request, deps, metadata)),
          recentItems: [],
        });
      },
      POST: (request) => {
        const code = codeTypeOf(request);
        if (code) return createCode(request, code, deps);
        return isContainerRequest(request)
          ? deployContainer(request, deps, apex)
          : createToolingRecord(request, deps, apex);
      },
    },
    {
      path: '/tooling/sobjects/:object/:id',
      GET: (request) => {
        const shared = sharedTypeOf(request, deps);
        return shared ? getSharedRecord(request, shared, deps) : getToolingRecord(request, deps, apex);
      },
      PATCH: (request) => {
        const code = codeTypeOf(request);
        return code ? updateCode(request, code, deps) : updateToolingRecord(request, deps, apex);
      },
      DELETE: (request) => {
        const code = codeTypeOf(request);
        return code ? deleteCode(request, code, deps) : deleteToolingRecord(request, deps, apex);
      },
    },
    { path: '/tooling/sobjects/:object/:id/Body', GET: (request) => apexLogBody(request, deps) },
    { path: '/tooling/executeAnonymous', GET: (request) => executeAnonymous(request, deps) },
    {
      path: '/tooling/runTestsSynchronous',
      GET: (request) => runTestsSynchronous(request, deps),
      POST: (request) => runTestsSynchronous(request, deps),
    },
    {
      path: '/tooling/runTestsAsynchronous',
      GET: (request) => runTestsAsynchronous(request, deps),
      POST: (request) => runTestsAsynchronous(request, deps),
    },
    {
      path: '/tooling/sobjects/:object/describe',
      GET: (request) => {
        const type = requireToolingObject(request, deps, sources);
        const schema = [metadata, apex].find((own) => own.has(type.name))?.schema ?? deps.org.schema();
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

function describeGlobal(request: RestRequest, deps: ApiDeps, sources: ToolingSources): unknown {
  const options = optionsOf(request, deps, sources.metadata);
  const names = [...SHARED_OBJECTS, ...[...METADATA_OBJECTS, ...APEX_OBJECTS].map(({ name }) => name)].sort();
  const types = names.flatMap((name) => typeOf(name, deps, sources) ?? []);
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
  sources: ToolingSources,
): SObjectType {
  const name = parameters['object'] ?? '';
  if (UNSUPPORTED_OBJECTS.has(name)) refuse(`Tooling object ${name}`);
  const type = typeOf(name, deps, sources);
  if (!type) throw notFound();
  return type;
}

function typeOf(name: string, deps: ApiDeps, { metadata, apex }: ToolingSources): SObjectType | undefined {
  const own = [metadata, apex].find((records) => records.has(name));
  if (own) return own.schema.find(name);
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
