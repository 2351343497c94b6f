import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AuraAnswer } from '../../apex';
import { UnsupportedFeatureError } from '../../core';
import type { ApiDeps } from '../api-deps';
import { errorResponse, isUnexpected, malformedBody } from '../http/errors';
import { ReceivedBody } from '../http/request-body';
import { sessionOf } from '../http/request-session';
import { JsonText, type RestResponse } from '../http/responses';
import { sendResponse } from '../http/send';

/** What LWC code finds as `error.status` when Apex refuses or throws. */
const FAILED_STATUS = 500;

/** What pages send to call a method. */
interface ExecuteRequest {
  readonly classname: string;
  readonly method: string;
  /** Values by parameter name. */
  readonly params: unknown;
}

/**
 * `POST /webruntime/api/apex/execute`: how components call `@salesforce/apex` methods.
 *
 * `{ "namespace": "", "classname": "Deals", "method": "read", "params": { "id": "006..." }, "cacheable": true }` is
 * answered with `{ "returnValue": ..., "cacheable": true }`, or with status 500 and the error that components get as
 * `error.body`. The answer says whether the method is cacheable, whatever the request claims.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/apex.html
 */
export function registerAura(app: FastifyInstance, deps: ApiDeps): void {
  app.post('/webruntime/api/apex/execute', (request, reply) => {
    try {
      return sendResponse(reply, execute(request, deps));
    } catch (error) {
      if (isUnexpected(error)) deps.reportDefect(error);
      return sendResponse(reply, errorResponse(error));
    }
  });
}

function execute(request: FastifyRequest, deps: ApiDeps): RestResponse {
  const { user } = sessionOf(request, deps);
  const { classname: className, method: methodName, params } = readRequest(request);
  const parameters = JSON.stringify(params ?? {});
  return toResponse(deps.org.apexService.callAura({ className, methodName, parameters, user }));
}

/** @throws ApiError JSON_PARSER_ERROR, UnsupportedFeatureError for continuations */
function readRequest({ body, headers }: FastifyRequest): ExecuteRequest {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const json = new ReceivedBody(null, headers['content-type'] ?? null, bytes).json();
  const { classname, method, params, isContinuation } = (json ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof classname !== 'string' || typeof method !== 'string')
    throw malformedBody('classname and method have to be specified');
  if (isContinuation === true) throw new UnsupportedFeatureError('Apex: continuations');
  return { classname, method, params };
}

function toResponse(answer: AuraAnswer): RestResponse {
  if (!answer.success) return { status: FAILED_STATUS, body: answer.error };
  const { json, cacheable } = answer;
  const returned = json === undefined ? '' : `"returnValue":${json},`;
  return { status: 200, body: new JsonText(`{${returned}"cacheable":${cacheable}}`) };
}
