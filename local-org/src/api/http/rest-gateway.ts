import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, UnsupportedFeatureError } from '../../core';
import type { ApiDeps } from '../api-deps';
import { runHandler } from './dispatch';
import { notFound } from './errors';
import { saveHeadersOf } from './save-headers';
import { parseUrl } from './path';
import { ReceivedBody } from './request-body';
import { sessionOf } from './request-session';
import { handlerOf } from './resource-router';
import type { HttpMethod, Resource, ResourceHandler, RestRequest } from './resource';
import { baseUrlOf, sendResponse } from './send';
import { apiVersions, parseVersion } from './versions';

/** Longest request line, and longest request line with headers, in bytes. */
const MAX_URI_BYTES = 16_384;
const JSON_MEDIA_TYPE = 'application/json';

/** A request that has passed authentication and routing, before its body is read. */
interface OpenedRequest {
  readonly handler: ResourceHandler;
  readonly resource: Resource;
  readonly request: Omit<RestRequest, 'body'>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Limit for this request's body, set before the body is read. */
    maxBodyBytes: number | undefined;
    opened: OpenedRequest | undefined;
  }
}

/**
 * Answers everything below `/services/data`: versions, and the resources that families registered.
 * A request is first authenticated, routed and counted; only then is its body read.
 */
export function registerRestGateway(app: FastifyInstance, deps: ApiDeps): void {
  app.decorateRequest('opened', undefined);
  app.get('/services/data', (_request, reply) => sendResponse(reply, { status: 200, body: apiVersions() }));
  app.all('/services/data/*', {
    onRequest: (request, reply, done) => {
      const problem = tryOpen(request, deps);
      void reply.header('sforce-limit-info', deps.usage.headerValue());
      done(problem);
    },
    handler: (request, reply) => answer(request, reply, deps),
  });
}

/** Opens the request on the request object itself; returns what stands against it. */
function tryOpen(request: FastifyRequest, deps: ApiDeps): Error | undefined {
  try {
    request.opened = openRequest(request, deps);
    request.maxBodyBytes = request.opened.resource.maxBodyBytes ?? deps.maxBodyBytes;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function answer(request: FastifyRequest, reply: FastifyReply, deps: ApiDeps): Promise<FastifyReply> {
  const opened = request.opened;
  if (!opened) throw notFound();
  const body = receivedBody(request, opened.resource);
  const response = await runHandler(opened.handler, { ...opened.request, body }, deps.reportDefect);
  return sendResponse(reply, response);
}

function openRequest(request: FastifyRequest, deps: ApiDeps): OpenedRequest {
  checkLength(request);
  const { path, query } = parseUrl(request.url);
  const [, versionSegment = '', rest = ''] = /^\/services\/data\/([^/]+)(.*)$/.exec(path) ?? [];
  const apiVersion = parseVersion(versionSegment);
  if (apiVersion === undefined) throw notFound();
  const session = sessionOf(request, deps);
  deps.usage.count();
  const { resource, parameters } = deps.resources.match(rest);
  const method = effectiveMethod(request.method, query);
  const handler = handlerOf(resource, method);
  checkAccept(request.headers.accept);
  const saveHeaders = saveHeadersOf(request.headers as Record<string, string | undefined>);
  return {
    handler,
    resource,
    request: {
      method: (method === 'HEAD' ? 'GET' : method) as HttpMethod,
      path: rest,
      parameters,
      query,
      headers: request.headers as Record<string, string | undefined>,
      session,
      context: { user: session.user, mode: 'user', apiVersion, saveHeaders },
      baseUrl: baseUrlOf(request, deps),
    },
  };
}

/** `POST ...?_HttpMethod=PATCH` stands for PATCH, for clients that cannot send it. */
function effectiveMethod(method: string, query: URLSearchParams): string {
  const override = method === 'POST' ? query.get('_HttpMethod') : null;
  return override === null ? method : override.toUpperCase();
}

/** UNVERIFIED: code and text of these answers; the platform's edge gives 414 and 431 in a form of its own. */
function checkLength(request: FastifyRequest): void {
  const uri = Buffer.byteLength(request.url);
  if (uri > MAX_URI_BYTES) throw new ApiError('URI_TOO_LONG', 'URI Too Long', { httpStatus: 414 });
  const headers = request.raw.rawHeaders.reduce((size, text) => size + text.length + 2, 0);
  if (uri + headers > MAX_URI_BYTES) {
    throw new ApiError('REQUEST_HEADER_FIELDS_TOO_LARGE', 'Request Header Fields Too Large', {
      httpStatus: 431,
    });
  }
}

function checkAccept(accept: string | undefined): void {
  if (accept === undefined || !/\bxml\b/.test(accept)) return;
  if (!/json|\*\/\*/.test(accept)) throw new UnsupportedFeatureError('REST: XML representation');
}

function receivedBody(request: FastifyRequest, resource: Resource): ReceivedBody {
  const contentType = request.headers['content-type'] ?? null;
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase() ?? null;
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (bytes.length > 0 && mediaType !== null) checkMediaType(mediaType, contentType ?? '', resource);
  return new ReceivedBody(mediaType, contentType, bytes);
}

function checkMediaType(mediaType: string, contentType: string, resource: Resource): void {
  if (mediaType === JSON_MEDIA_TYPE || resource.accepts?.includes(mediaType)) return;
  if (/\bxml$/.test(mediaType)) throw new UnsupportedFeatureError('REST: XML representation');
  throw new ApiError(
    'UNSUPPORTED_MEDIA_TYPE',
    `Content-Type header specified in HTTP request is not supported: ${contentType}`,
  );
}
