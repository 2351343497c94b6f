import { UnsupportedFeatureError } from '../../core';
import type { ApiDeps } from '../api-deps';
import { notFound } from '../http/errors';
import type { RestRequest } from '../http/resource';
import { RawContent, type RestResponse } from '../http/responses';

/** `GET /tooling/sobjects/ApexLog/07L.../Body`: the text of a debug log. */
export function apexLogBody({ parameters }: RestRequest, deps: ApiDeps): RestResponse {
  const { object = '', id = '' } = parameters;
  if (object.toLowerCase() !== 'apexlog') throw new UnsupportedFeatureError(`Tooling API: body of ${object}`);
  const body = deps.org.apexService.logs.body(id);
  if (body === undefined) throw notFound();
  return { status: 200, body: new RawContent('text/plain;charset=UTF-8', body) };
}
