import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RestAnswer } from '../../apex';
import type { ApiDeps } from '../api-deps';
import { errorResponse, isUnexpected } from '../http/errors';
import { parseUrl } from '../http/path';
import { sessionOf } from '../http/request-session';
import { sendResponse } from '../http/send';

const PREFIX = '/services/apexrest';

/**
 * Apex REST: `/services/apexrest/Deals/006...` calls the method of the class that is mapped to it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_rest_intro.htm
 */
export function registerApexRest(app: FastifyInstance, deps: ApiDeps): void {
  app.all(`${PREFIX}/*`, (request, reply) => {
    try {
      return send(reply, answer(request, deps));
    } catch (error) {
      if (isUnexpected(error)) deps.reportDefect(error);
      return sendResponse(reply, errorResponse(error));
    }
  });
}

function answer(request: FastifyRequest, deps: ApiDeps): RestAnswer {
  const session = sessionOf(request, deps);
  deps.usage.count();
  const { path, query } = parseUrl(request.url);
  return deps.org.apexService.callRest({
    httpMethod: request.method === 'HEAD' ? 'GET' : request.method,
    path: decodeURIComponent(path.slice(PREFIX.length)),
    remoteAddress: request.ip,
    headers: Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as const],
    ),
    params: [...query],
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    user: session.user,
  });
}

function send(reply: FastifyReply, { status, headers, body }: RestAnswer): FastifyReply {
  for (const [name, value] of headers) void reply.header(name, value);
  return reply.code(status).send(Buffer.from(body));
}
