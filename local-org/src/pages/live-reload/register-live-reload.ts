import type { ServerResponse } from 'node:http';
import { basename } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { PageServices } from '../page-services';
import { requireBrowserSession } from '../session/page-session';
import { changedTypes } from './changed-types';
import { orgVersion } from './org-version';

/** Types of which a page takes over changes while it stays: it asks for its model and its components anew. */
const TAKEN_OVER: ReadonlySet<string> = new Set([
  'CustomLabel',
  'CustomLabels',
  'FlexiPage',
  'LightningComponentBundle',
  'LightningMessageChannel',
]);
/** How long a browser waits before it asks again when the connection is gone. */
const RETRY_MS = 1000;

/**
 * Adds `GET /local-org/changes`, a stream of server-sent events:
 *
 * - `start` with `{"version": "0f3a...", "userId": "005..."}`, so that a page that was away notices a deploy, another
 *   vendor bundle or another user; a restart alone changes nothing;
 * - `deployed` with `{"version": "77b1...", "reload": false}` when a deploy has changed the org; true when the page must
 *   be loaded as a whole.
 */
export function registerLiveReload(app: FastifyInstance, { org, sessions, vendor }: PageServices): void {
  const streams = new Set<ServerResponse>();
  let components = org.components();
  const version = async (): Promise<string> =>
    `${basename((await vendor.ready()).folder)}-${orgVersion(org.components())}`;
  org.metadata.onDeployed(() => {
    const types = changedTypes(components, org.components());
    components = org.components();
    if (types.length === 0) return;
    const reload = types.some((type) => !TAKEN_OVER.has(type));
    void version().then((current) => {
      for (const stream of streams) send(stream, 'deployed', { version: current, reload });
    });
  });
  app.get('/local-org/changes', async (request, reply) => {
    const { user } = requireBrowserSession(request, sessions);
    const current = await version();
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    stream.write(`retry: ${RETRY_MS}\n\n`);
    send(stream, 'start', { version: current, userId: user.id });
    streams.add(stream);
    stream.on('close', () => streams.delete(stream));
  });
}

function send(stream: ServerResponse, event: string, data: unknown): void {
  stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
