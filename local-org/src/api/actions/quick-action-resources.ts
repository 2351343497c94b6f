import type { QuickAction } from '../../flow';
import type { SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import { malformedBody, notFound } from '../http/errors';
import type { Resource, ResourceHandler, RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';
import { requireObject } from '../rest/object-access';
import { isJsonObject, parseRecord } from '../rest/record-input';
import { requireSuccess } from '../rest/save-answers';
import { describedQuickAction, listedQuickAction } from './quick-action-describe';

/** A request's action, and the object that it writes when it is of a type that is performed. */
interface Requested {
  readonly action: QuickAction;
  readonly type: SObjectType | undefined;
}

/** Addresses below which actions stand: global ones, and those of an object with the global ones. */
const PARENTS = ['/quickActions', '/sobjects/:object/quickActions'] as const;

/**
 * Lists, describes and performs quick actions.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_quickactions.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_quickactions.htm
 */
export function quickActionResources(deps: ApiDeps): Resource[] {
  const describe: ResourceHandler = (request) => {
    const { action, type } = requested(request, deps);
    return ok(describedQuickAction(action, type, request, deps));
  };
  const defaultValues: ResourceHandler = (request) => ok(defaultsOf(request, deps));
  return PARENTS.flatMap((path): Resource[] => [
    { path, composable: true, GET: (request) => ok(listOf(request, deps)) },
    { path: `${path}/:name`, composable: true, GET: describe, POST: (request) => perform(request, deps) },
    { path: `${path}/:name/describe`, composable: true, GET: describe },
    { path: `${path}/:name/defaultValues`, composable: true, GET: defaultValues },
    { path: `${path}/:name/defaultValues/:contextId`, composable: true, GET: defaultValues },
  ]);
}

function listOf({ parameters: { object }, context }: RestRequest, deps: ApiDeps): unknown {
  const type = object === undefined ? undefined : requireObject(object, context.user, deps);
  return deps.org.flows.quickActions
    .list()
    .filter(({ objectName }) => objectName === null || objectName === type?.name)
    .map((action) => listedQuickAction(action, context.apiVersion));
}

/** The action that a path names, with or without its object. @throws ApiError NOT_FOUND */
function requested({ parameters, context }: RestRequest, deps: ApiDeps): Requested {
  const { object, name = '' } = parameters;
  const { quickActions } = deps.org.flows;
  const own = object === undefined ? undefined : requireObject(object, context.user, deps).name;
  const found =
    (own === undefined ? undefined : quickActions.find(`${own}.${name}`)) ?? quickActions.find(name);
  if (!found || (found.objectName !== null && found.objectName !== own)) throw notFound();
  return { action: found, type: deps.org.schema().find(found.targetObject ?? '') };
}

function defaultsOf(request: RestRequest, deps: ApiDeps): unknown {
  const { quickActions } = deps.org.flows;
  const { action } = requested(request, deps);
  const { contextId = null } = request.parameters;
  const type = quickActions.targetOf(action).name;
  return { attributes: { type }, ...quickActions.defaultValues(action, contextId, request.context) };
}

/**
 * Performs an action: `{ "contextId": "001...", "record": { "LastName": "Smith" } }`.
 *
 * UNVERIFIED: the status of the answer, and that of a save that failed; it is 200, and that of a save over REST.
 */
function perform(request: RestRequest, deps: ApiDeps): RestResponse {
  const { quickActions } = deps.org.flows;
  const { action } = requested(request, deps);
  const type = quickActions.targetOf(action);
  const body = request.body.json();
  if (!isJsonObject(body)) throw malformedBody('The request body must be an object');
  const { contextId = null, record = {} } = body;
  if (contextId !== null && typeof contextId !== 'string') throw malformedBody('contextId must be an id');
  const result = quickActions.perform(action, contextId, parseRecord(record ?? {}, type), request.context);
  requireSuccess(result);
  const { created, id, success, successMessage } = result;
  return ok({ contextId, created, errors: [], feedItemIds: null, id, success, successMessage });
}
