import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError, MAX_API_VERSION } from '../../../core';
import { errorResponse, isUnexpected } from '../../http/errors';
import { sessionOf } from '../../http/request-session';
import { ok, type RestResponse } from '../../http/responses';
import { baseUrlOf, sendResponse } from '../../http/send';
import { uiRequest } from '../request/ui-request';
import type { UiServices } from '../request/ui-services';
import { findListView } from './find-list-view';
import { listGroups } from './list-groups';

/**
 * `GET /local-org/list-groups/Opportunity/AllOpportunities?groupBy=StageName&sumBy=Amount`: the columns of a board with
 * counts and sums over the whole list, as `{ groups: [{ value, label, closed, won, count, sum }] }`. The platform's own
 * pages ask for them in a way that is not public.
 */
export function registerListGroups(app: FastifyInstance, services: UiServices): void {
  const { deps } = services;
  app.get('/local-org/list-groups/:object/:list', (request, reply) => {
    try {
      return sendResponse(reply, groupsOf(request, services));
    } catch (error) {
      if (isUnexpected(error)) deps.reportDefect(error);
      return sendResponse(reply, errorResponse(error));
    }
  });
}

/** @throws ApiError INVALID_SESSION_ID, MISSING_ARGUMENT, NOT_FOUND, INVALID_FIELD */
function groupsOf(request: FastifyRequest, services: UiServices): RestResponse {
  const { deps } = services;
  const { user } = sessionOf(request, deps);
  const { object = '', list = '' } = request.params as Readonly<Record<string, string>>;
  const { groupBy, sumBy } = request.query as Readonly<Record<string, string | undefined>>;
  if (groupBy === undefined) throw new ApiError('MISSING_ARGUMENT', 'groupBy is needed');
  const context = { user, mode: 'user', apiVersion: MAX_API_VERSION } as const;
  const ui = uiRequest({ context, baseUrl: baseUrlOf(request, deps) }, services);
  return ok({ groups: listGroups(ui, findListView(ui, object, list), groupBy, sumBy ?? null) });
}
