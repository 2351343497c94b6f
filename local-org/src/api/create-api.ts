import type { Readable } from 'node:stream';
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import { ApiError, DAILY_API_REQUESTS, machineClock } from '../core';
import type { LocalOrg } from '../org';
import type { ApiDeps, ApiOptions } from './api-deps';
import { SESSION_TIMEOUT_MS, SessionStore } from './auth/session-store';
import { API_FAMILIES } from './families';
import { errorResponse, isUnexpected, notFound } from './http/errors';
import { normalizeTarget } from './http/path';
import { readBody } from './http/read-body';
import { ResourceRouter } from './http/resource-router';
import { registerRestGateway } from './http/rest-gateway';
import { sendResponse } from './http/send';
import { ApiUsage } from './rest/api-usage';
import { QueryCursors } from './rest/query-cursors';

const DEFAULT_MAX_BODY_BYTES = 50 * 1024 * 1024;
/** Above the platform's limit on purpose: longer requests shall get its answer (414, 431), not Node's. */
const MAX_HEADER_BYTES = 128 * 1024;
/** No route has a schema. Without this Fastify would load its schema compilers, a tenth of the time of a start. */
const NO_SCHEMAS = { buildValidator: refuseSchema, buildSerializer: refuseSchema };

/**
 * Builds the HTTP API of an org: OAuth, REST, Composite and what `families.ts` lists. It does not listen yet.
 *
 * `const app = createApi(org); await app.listen({ port: 8080, host: '127.0.0.1' });`
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest.htm
 */
export function createApi(org: LocalOrg, options: ApiOptions = {}): FastifyInstance {
  const deps = createDeps(org, options);
  const app = fastify({
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    bodyLimit: Number.MAX_SAFE_INTEGER,
    rewriteUrl: (request) => normalizeTarget(request.url ?? '/'),
    forceCloseConnections: true,
    schemaController: { compilersFactory: NO_SCHEMAS },
  });
  readBodiesAsBytes(app, deps);
  app.setNotFoundHandler((_request, reply) => sendResponse(reply, errorResponse(notFound())));
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const known = fromFastify(error);
    if (isUnexpected(known)) deps.reportDefect(known);
    return sendResponse(reply, errorResponse(known));
  });
  registerRestGateway(app, deps);
  for (const register of Object.values(API_FAMILIES)) register(app, deps);
  return app;
}

/** What the API families of an org share. */
export function createDeps(org: LocalOrg, options: ApiOptions): ApiDeps {
  return {
    org,
    clientClock: options.clientClock ?? machineClock,
    sessions: new SessionStore(org, options.sessionTimeoutMs ?? SESSION_TIMEOUT_MS),
    usage: new ApiUsage(org, options.dailyApiRequests ?? DAILY_API_REQUESTS),
    resources: new ResourceRouter(),
    cursors: new QueryCursors(org),
    maxBodyBytes: options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
    instanceUrl: options.instanceUrl?.replace(/\/$/, ''),
    reportDefect: options.reportDefect ?? ((error) => console.error(error)),
  };
}

/** Every body reaches the handlers as bytes; each family parses what it expects. */
function readBodiesAsBytes(app: FastifyInstance, deps: ApiDeps): void {
  app.decorateRequest('maxBodyBytes', undefined);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable) =>
    readBody(payload, request.headers['content-encoding'], request.maxBodyBytes ?? deps.maxBodyBytes),
  );
}

/** Fastify's own refusals (a broken request line, an unknown media type) in the platform's form. */
function fromFastify(error: FastifyError): Error {
  if (!error.code?.startsWith('FST_')) return error;
  const status = error.statusCode ?? 500;
  if (status >= 500) return error;
  const code = status === 415 ? 'UNSUPPORTED_MEDIA_TYPE' : 'BAD_REQUEST';
  return new ApiError(code, error.message, { httpStatus: status });
}

function refuseSchema(): never {
  throw new Error('Routes of the local org have no schemas');
}
