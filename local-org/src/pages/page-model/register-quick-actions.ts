import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../core';
import type { PageServices } from '../page-services';
import { requireBrowserSession } from '../session/page-session';
import { quickActionTarget } from './quick-action-target';

/** Adds `GET /local-org/quick-actions/Case.Escalate`: what the action shows, to the users of the org. */
export function registerQuickActions(app: FastifyInstance, { org, sessions, modules }: PageServices): void {
  app.get('/local-org/quick-actions/:name', (request, reply) => {
    requireBrowserSession(request, sessions);
    const { name } = request.params as { name: string };
    const action = org.flows.quickActions.find(name);
    if (!action) throw new ApiError('NOT_FOUND', `The quick action ${name} does not exist`);
    void reply.header('cache-control', 'no-store');
    return reply.send(quickActionTarget(action, org.components(), (bundle) => modules.address(bundle)));
  });
}
