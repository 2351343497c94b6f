import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiDeps } from '../api-deps';
import { RawContent, toJsonText, type RestResponse } from './responses';

/** Content type of JSON answers, spelt as the platform does. */
export const JSON_CONTENT_TYPE = 'application/json;charset=UTF-8';

/**
 * Writes an answer.
 *
 * DEVIATION: answers are never compressed, whatever `Accept-Encoding` says; bodies of requests may be (gzip).
 */
export function sendResponse(reply: FastifyReply, response: RestResponse): FastifyReply {
  void reply.code(response.status);
  if (response.headers) void reply.headers(response.headers);
  const { body } = response;
  if (body === undefined) return reply.send();
  if (body instanceof RawContent) {
    return reply
      .type(body.contentType)
      .send(typeof body.content === 'string' ? body.content : Buffer.from(body.content));
  }
  // As bytes, so that a long text is gone over once and not for its length as well.
  return reply.header('content-type', JSON_CONTENT_TYPE).send(Buffer.from(toJsonText(body)));
}

/** The address a client reached the org by: `http://127.0.0.1:8080`. */
export function baseUrlOf(request: FastifyRequest, deps: ApiDeps): string {
  return deps.instanceUrl ?? `${request.protocol}://${request.host}`;
}
