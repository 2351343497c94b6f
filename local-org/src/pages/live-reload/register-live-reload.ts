import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { PageServices } from '../page-services';
import { requireBrowserSession } from '../session/page-session';
import { changedTypes } from './changed-types';

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
 * - `start` with `{"run": "...", "deploys": 3}`, so that a page that was away notices a restart of the org, or a deploy;
 * - `deployed` with `{"reload": false, "deploys": 4}` when a deploy has changed the org; true when the page must be
 *   loaded as a whole.
 */
export function registerLiveReload(app: FastifyInstance, { org, sessions }: PageServices): void {
  const run = randomUUID();
  const streams = new Set<ServerResponse>();
  let components = org.components();
  let deploys = 0;
  org.metadata.onDeployed(() => {
    const types = changedTypes(components, org.components());
    components = org.components();
    if (types.length === 0) return;
    deploys++;
    const reload = types.some((type) => !TAKEN_OVER.has(type));
    for (const stream of streams) send(stream, 'deployed', { reload, deploys });
  });
  app.get('/local-org/changes', (request, reply) => {
    requireBrowserSession(request, sessions);
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    stream.write(`retry: ${RETRY_MS}\n\n`);
    send(stream, 'start', { run, deploys });
    streams.add(stream);
    stream.on('close', () => streams.delete(stream));
  });
}

function send(stream: ServerResponse, event: string, data: unknown): void {
  stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
