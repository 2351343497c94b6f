import type { FastifyInstance } from 'fastify';
import type { PageServices } from '../page-services';
import { requireBrowserSession } from '../session/page-session';
import { recordPath } from './record-path';

/** `GET /local-org/record-path/Opportunity?recordTypeId=012...`: the path that record pages show; `null` for none. */
export function registerRecordPaths(app: FastifyInstance, { org, sessions }: PageServices): void {
  app.get('/local-org/record-path/:object', (request, reply) => {
    requireBrowserSession(request, sessions);
    const { object } = request.params as { object: string };
    const { recordTypeId } = request.query as { recordTypeId?: string };
    void reply.header('cache-control', 'no-store').type('application/json');
    return reply.send(JSON.stringify(recordPath(org, object, recordTypeName(org.store, recordTypeId))));
  });
}

/** The developer name of a record type; null for the master record type. */
function recordTypeName(store: PageServices['org']['store'], id: string | undefined): string | null {
  const row =
    id === undefined
      ? undefined
      : store.prepare('SELECT "DeveloperName" AS name FROM "RecordType" WHERE "Id" = ?').get(id);
  return (row?.['name'] as string | undefined) ?? null;
}
