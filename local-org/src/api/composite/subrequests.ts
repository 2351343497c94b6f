import { UnsupportedFeatureError } from '../../core';
import type { ApiDeps } from '../api-deps';
import { runHandler } from '../http/dispatch';
import { errorResponse, malformedBody, notFound } from '../http/errors';
import { parseUrl } from '../http/path';
import { JsonBody } from '../http/request-body';
import type { HttpMethod, RestRequest } from '../http/resource';
import { handlerOf } from '../http/resource-router';
import type { RestResponse } from '../http/responses';
import { parseVersion } from '../http/versions';
import { isJsonObject } from '../rest/record-input';

/** One request inside another. */
export interface Subrequest {
  readonly method: string;
  /** `/services/data/v67.0/sobjects/Account?fields=Id`, or without `/services/data` in a batch. */
  readonly url: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** How subrequests are run. */
export interface SubrequestOptions {
  /** The whole is rolled back when one fails. */
  readonly allOrNone: boolean;
}

/** Runs a subrequest through the same handlers as a request over HTTP, without HTTP. Never throws. */
export function runSubrequest(
  parent: RestRequest,
  subrequest: Subrequest,
  options: SubrequestOptions,
  deps: ApiDeps,
): RestResponse {
  const run = (request: RestRequest): RestResponse => dispatch(request, options, deps);
  const answer = runHandler((request) => run(open(request, subrequest)), parent, deps.reportDefect);
  return answer instanceof Promise ? errorResponse(notComposable(subrequest.url)) : answer;
}

/** The parts of a JSON object that every kind of subrequest has. @throws ApiError JSON_PARSER_ERROR */
export function parseSubrequest(value: unknown, bodyName: string): Subrequest {
  if (!isJsonObject(value) || typeof value['url'] !== 'string' || typeof value['method'] !== 'string') {
    throw malformedBody('A subrequest must have a method and a url');
  }
  const headers = isJsonObject(value['httpHeaders']) ? value['httpHeaders'] : {};
  return {
    method: value['method'].toUpperCase(),
    url: value['url'],
    body: value[bodyName],
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, text]): [string, string] => [name.toLowerCase(), String(text)]),
    ),
  };
}

/** Path below the version of a subrequest's URL: `/sobjects/Account`. @throws ApiError NOT_FOUND */
export function subrequestPath(url: string): {
  readonly path: string;
  readonly apiVersion: number;
  readonly query: URLSearchParams;
} {
  const { path, query } = parseUrl(url);
  const [, version = '', rest = ''] = /^(?:\/services\/data)?\/?(v[\d.]+)(.*)$/.exec(path) ?? [];
  const apiVersion = parseVersion(version);
  if (apiVersion === undefined) throw notFound();
  return { path: rest, apiVersion, query };
}

function open(parent: RestRequest, subrequest: Subrequest): RestRequest {
  const { path, apiVersion, query } = subrequestPath(subrequest.url);
  return {
    ...parent,
    method: subrequest.method as HttpMethod,
    path,
    query,
    headers: subrequest.headers,
    body: new JsonBody(subrequest.body),
    context: { ...parent.context, apiVersion },
  };
}

function dispatch(request: RestRequest, options: SubrequestOptions, deps: ApiDeps): RestResponse {
  const { resource, parameters } = deps.resources.match(request.path);
  const handler = handlerOf(resource, request.method);
  if (!resource.composable) throw notComposable(request.path);
  const answer = handler({ ...request, parameters, ...(options.allOrNone ? { allOrNone: true } : {}) });
  if (answer instanceof Promise) throw notComposable(request.path);
  return answer;
}

function notComposable(path: string): UnsupportedFeatureError {
  return new UnsupportedFeatureError(`Composite: subrequest to ${path}`);
}

/** Whether an answer counts as a failure. */
export function isFailure(response: RestResponse): boolean {
  return response.status >= 400 || response.failed === true;
}
