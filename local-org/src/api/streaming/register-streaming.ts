import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MAX_API_VERSION } from '../../core';
import type { ApiDeps } from '../api-deps';
import { sessionOf } from '../http/request-session';
import type { RestResponse } from '../http/responses';
import { sendResponse } from '../http/send';
import { answerMessages, refusal, type StreamingServices } from './answer-messages';
import { BayeuxError, MIN_STREAMING_VERSION } from './bayeux-error';
import { readMessages } from './bayeux-message';
import type { ChannelServices } from './streaming-channel';
import { StreamingClients } from './streaming-clients';

/** Clients of CometD add the name of the meta channel to the address. */
const PATHS = ['/cometd', '/cometd/:version', '/cometd/:version/:operation'];
const BAD_REQUEST = 400;

interface StreamingParameters {
  /** `67.0` */
  readonly version?: string;
}

/**
 * Streaming API: the Bayeux protocol over long polling, on the org's event bus.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_streaming.meta/api_streaming/intro_stream.htm
 */
export function registerStreaming(app: FastifyInstance, deps: ApiDeps): void {
  const { events, access } = deps.org;
  const channels: ChannelServices = { events, access, schema: () => deps.org.schema() };
  const clients = new StreamingClients(channels, deps.clientClock);
  // Before the server stops listening, which waits for open requests.
  app.addHook('preClose', (done) => {
    clients.close();
    done();
  });
  const handler = async (
    request: FastifyRequest<{ Params: StreamingParameters }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    return sendResponse(reply, await answer(request, deps, { channels, clients, gone: gone.signal }));
  };
  for (const path of PATHS) app.route({ method: ['GET', 'POST'], url: path, handler });
}

async function answer(
  request: FastifyRequest<{ Params: StreamingParameters }>,
  deps: ApiDeps,
  services: Pick<StreamingServices, 'channels' | 'clients' | 'gone'>,
): Promise<RestResponse> {
  const messages = Buffer.isBuffer(request.body) ? readMessages(request.body) : undefined;
  if (!messages) return { status: BAD_REQUEST, body: [refusal({}, new BayeuxError('invalidMessage'))] };
  const problem = versionProblem(request.params.version);
  if (problem) return { status: 200, body: messages.map((message) => refusal(message, problem)) };
  return {
    status: 200,
    body: await answerMessages(messages, {
      ...services,
      session: () => sessionOf(request, deps),
      hasToken: request.headers.authorization !== undefined,
    }),
  };
}

function versionProblem(version: string | undefined): BayeuxError | undefined {
  if (version === undefined) return new BayeuxError('versionMissing');
  const number = /^\d{2,3}\.0$/.test(version) ? Number(version) : 0;
  const isKnown = number >= MIN_STREAMING_VERSION && number <= MAX_API_VERSION;
  return isKnown ? undefined : new BayeuxError('versionUnsupported');
}
