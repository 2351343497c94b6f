import type { HttpMethod, Resource, RestRequest } from '../../http/resource';
import { ok, type RestResponse } from '../../http/responses';
import { uiRequest, type UiRequest } from './ui-request';
import type { UiServices } from './ui-services';

/** Answers a request with the JSON value of its body, or with a whole answer. */
export type UiHandler = (ui: UiRequest, request: RestRequest) => unknown;

/** A resource below `/ui-api`: `{ path: '/object-info/:object', GET: getObjectInfo }`. */
export type UiResource = { readonly path: string } & Partial<Readonly<Record<HttpMethod, UiHandler>>>;

/** An answer with a status of its own. */
export class UiAnswer {
  constructor(readonly response: RestResponse) {}
}

const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Makes REST resources of those of the User Interface API. All may stand in composite requests. */
export function toResource(root: string, resource: UiResource, services: UiServices): Resource {
  const handlers = METHODS.flatMap((method) => {
    const handler = resource[method];
    return handler ? [[method, (request: RestRequest) => answer(handler, request, services)] as const] : [];
  });
  return { path: `${root}${resource.path}`, composable: true, ...Object.fromEntries(handlers) };
}

function answer(handler: UiHandler, request: RestRequest, services: UiServices): RestResponse {
  const body = handler(uiRequest(request, services), request);
  return body instanceof UiAnswer ? body.response : ok(body);
}
