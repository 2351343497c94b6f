import { ApiError, MAX_COMPOSITE_SUBREQUESTS } from '../../core';
import type { ApiDeps } from '../api-deps';
import { malformedBody } from '../http/errors';
import type { RestRequest } from '../http/resource';
import { JsonText, ok, toJsonText, type RestResponse } from '../http/responses';
import { isJsonObject } from '../rest/record-input';
import { isFailure, parseSubrequest, runSubrequest, subrequestPath } from './subrequests';

const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
const HALTED: RestResponse = {
  status: 412,
  body: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
};

/**
 * Runs up to 25 independent subrequests; each commits for itself.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_batch.htm
 */
export function runBatch(request: RestRequest, deps: ApiDeps): RestResponse {
  const body = request.body.json();
  if (!isJsonObject(body) || !Array.isArray(body['batchRequests'])) {
    throw malformedBody('batchRequests must be a list of subrequests');
  }
  const subrequests = body['batchRequests'].map((entry: unknown) => parseSubrequest(entry, 'richInput'));
  if (subrequests.length > MAX_COMPOSITE_SUBREQUESTS) {
    throw new ApiError(
      'LIMIT_EXCEEDED',
      `The batch cannot have more than ${MAX_COMPOSITE_SUBREQUESTS} subrequests`,
    );
  }
  for (const { method, url } of subrequests) {
    if (!METHODS.has(method)) throw new ApiError('INVALID_BATCH_REQUEST', `Invalid method: ${method}`);
    subrequestPath(url);
  }
  let failed = false;
  const results = subrequests.map((subrequest) => {
    if (failed && body['haltOnError'] === true) return HALTED;
    const response = runSubrequest(request, subrequest, { allOrNone: false }, deps);
    failed ||= isFailure(response);
    return response;
  });
  return ok(new JsonText(`{"hasErrors":${failed},"results":[${results.map(resultText).join(',')}]}`));
}

function resultText(response: RestResponse): string {
  return `{"statusCode":${response.status},"result":${toJsonText(response.body)}}`;
}
