import { ApiError, formatDatetime } from '../../core';
import type { ApiDeps } from '../api-deps';
import type { Resource, RestRequest } from '../http/resource';
import { ok } from '../http/responses';
import { reportOfId } from './find-analytics';
import { basePath, runOfRequest } from './report-resources';
import { reportUrl } from './report-run-body';

/** Runs that a server remembers; the platform keeps them for 24 hours. */
const MAX_INSTANCES = 200;
const ID_DIGITS = 15;

interface Instance {
  readonly id: string;
  readonly reportId: string;
  readonly ownerId: string;
  readonly completionDate: string;
  readonly body: Record<string, unknown>;
}

/**
 * Runs reports for clients that come back for the answer. They are run at once: an instance is `Success` from its start.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_instances_summaries.htm
 */
export function reportInstanceResources(deps: ApiDeps): Resource[] {
  const instances = new Map<string, Instance>();
  let sequence = 0;
  const start = (request: RestRequest): Instance => {
    const body = runOfRequest(request, deps);
    const instance = {
      id: `0LG${String((sequence += 1)).padStart(ID_DIGITS, '0')}`,
      reportId: reportOfId(deps.org, request.parameters['id'] ?? '', request.context).id,
      ownerId: request.context.user.id,
      completionDate: formatDatetime(deps.org.clock.now()),
      body,
    };
    instances.set(instance.id, instance);
    const [oldest] = instances.keys();
    if (instances.size > MAX_INSTANCES && oldest !== undefined) instances.delete(oldest);
    return instance;
  };
  const own = ({ context, parameters }: RestRequest): Instance[] =>
    [...instances.values()].filter(
      ({ ownerId, reportId }) => ownerId === context.user.id && reportId.startsWith(parameters['id'] ?? ''),
    );
  return [
    {
      path: '/analytics/reports/:id/instances',
      GET: (request) => ok(own(request).map((instance) => instanceBody(instance, request))),
      POST: (request) => ok(instanceBody(start(request), request)),
    },
    {
      path: '/analytics/reports/:id/instances/:instanceId',
      GET: (request) => {
        const instance = own(request).find(({ id }) => id === request.parameters['instanceId']);
        if (!instance)
          throw new ApiError('NOT_FOUND', 'The requested resource does not exist', { httpStatus: 404 });
        const { attributes } = instance.body as { attributes: object };
        return ok({
          ...instance.body,
          attributes: { ...attributes, ...instanceBody(instance, request), type: 'ReportInstance' },
        });
      },
    },
  ];
}

function instanceBody(
  { id, reportId, ownerId, completionDate }: Instance,
  request: RestRequest,
): Record<string, unknown> {
  return {
    id,
    ownerId,
    status: 'Success',
    requestDate: completionDate,
    completionDate,
    url: `${reportUrl(basePath(request), reportId)}/instances/${id}`,
    hasDetailRows: true,
    queryable: false,
  };
}
