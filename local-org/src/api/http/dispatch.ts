import { errorResponse, isUnexpected } from './errors';
import type { ResourceHandler, RestRequest } from './resource';
import type { RestResponse } from './responses';

/** Gets errors that are defects of the local org. */
export type ReportDefect = (error: unknown) => void;

/** Runs a handler and turns what it throws into an answer. A promise comes back for asynchronous handlers only. */
export function runHandler(
  handler: ResourceHandler,
  request: RestRequest,
  reportDefect: ReportDefect,
): RestResponse | Promise<RestResponse> {
  const failure = (error: unknown): RestResponse => {
    if (isUnexpected(error)) reportDefect(error);
    return errorResponse(error);
  };
  try {
    const answer = handler(request);
    return answer instanceof Promise ? answer.catch(failure) : answer;
  } catch (error) {
    return failure(error);
  }
}
