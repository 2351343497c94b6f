import { ApiError, MAX_COMPOSITE_SUBREQUESTS } from '../../core';
import type { ApiDeps } from '../api-deps';
import { errorResponse, malformedBody } from '../http/errors';
import type { RestRequest } from '../http/resource';
import { JsonText, ok, type RestResponse } from '../http/responses';
import { isJsonObject } from '../rest/record-input';
import { compositeText, HALTED, type ReferencedResponse } from './composite-answers';
import { checkReferenceIds, ReferencedAnswers } from './references';
import { rollbackIf } from './rollback';
import { isFailure, parseSubrequest, runSubrequest, subrequestPath, type Subrequest } from './subrequests';

/** Of the subrequests, so many may be queries or collections. */
const MAX_QUERIES_AND_COLLECTIONS = 5;
const QUERY_OR_COLLECTION = /^\/(?:query|queryAll|composite\/sobjects)(?:\/|$)/;

/** A subrequest with its reference id. */
export interface ReferencedSubrequest extends Subrequest {
  readonly referenceId: string;
}

/**
 * Runs up to 25 subrequests in order; later ones may refer to answers of earlier ones.
 *
 * UNVERIFIED: code and text of the errors for too many subrequests.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
 */
export function runComposite(request: RestRequest, deps: ApiDeps): RestResponse {
  const body = request.body.json();
  if (!isJsonObject(body)) throw malformedBody('A composite request must be an object');
  const subrequests = parseSubrequests(body['compositeRequest']);
  checkCounts(subrequests);
  const allOrNone = body['allOrNone'] === true;
  const run = (): ReferencedResponse[] => runInOrder(request, subrequests, { allOrNone }, deps);
  const answers = allOrNone ? haltAll(rollbackIf(deps, someFailed, run), subrequests) : run();
  return ok(new JsonText(compositeText(answers)));
}

/** @throws ApiError JSON_PARSER_ERROR, INVALID_INPUT */
export function parseSubrequests(value: unknown): ReferencedSubrequest[] {
  if (!Array.isArray(value) || value.length === 0)
    throw malformedBody('compositeRequest must be a list of subrequests');
  const subrequests = value.map((entry: unknown) => ({
    ...parseSubrequest(entry, 'body'),
    referenceId: isJsonObject(entry) ? String(entry['referenceId'] ?? '') : '',
  }));
  checkReferenceIds(subrequests.map(({ referenceId }) => referenceId));
  return subrequests;
}

/** Runs subrequests one after the other; with `allOrNone` it stops at the first failure. */
export function runInOrder(
  parent: RestRequest,
  subrequests: readonly ReferencedSubrequest[],
  options: { readonly allOrNone: boolean },
  deps: ApiDeps,
): ReferencedResponse[] {
  const references = new ReferencedAnswers();
  const answers: ReferencedResponse[] = [];
  for (const subrequest of subrequests) {
    const { referenceId } = subrequest;
    const response = runReferenced(parent, subrequest, references, options, deps);
    answers.push({ referenceId, response });
    references.add(referenceId, response.body);
    if (options.allOrNone && isFailure(response)) break;
  }
  return answers;
}

function runReferenced(
  parent: RestRequest,
  subrequest: ReferencedSubrequest,
  references: ReferencedAnswers,
  options: { readonly allOrNone: boolean },
  deps: ApiDeps,
): RestResponse {
  let resolved: Subrequest;
  try {
    resolved = {
      method: subrequest.method,
      url: references.resolve(subrequest.url),
      body: references.resolve(subrequest.body),
      headers: references.resolve(subrequest.headers),
    };
  } catch (error) {
    return errorResponse(error);
  }
  return runSubrequest(parent, resolved, options, deps);
}

/** Whether one of the answers is a failure. */
export function someFailed(answers: readonly ReferencedResponse[]): boolean {
  return answers.some(({ response }) => isFailure(response));
}

/** After a failure only the failed answer is kept; all others say that the transaction was rolled back. */
export function haltAll(
  answers: readonly ReferencedResponse[],
  subrequests: readonly ReferencedSubrequest[],
): ReferencedResponse[] {
  if (!someFailed(answers)) return [...answers];
  const failed = new Map(
    answers
      .filter(({ response }) => isFailure(response))
      .map(({ referenceId, response }) => [referenceId, response]),
  );
  return subrequests.map(({ referenceId }) => ({ referenceId, response: failed.get(referenceId) ?? HALTED }));
}

function checkCounts(subrequests: readonly ReferencedSubrequest[]): void {
  if (subrequests.length > MAX_COMPOSITE_SUBREQUESTS) {
    throw new ApiError(
      'LIMIT_EXCEEDED',
      `The number of subrequests (${subrequests.length}) exceeds the limit of ${MAX_COMPOSITE_SUBREQUESTS}`,
    );
  }
  const costly = subrequests.filter(({ url }) => QUERY_OR_COLLECTION.test(pathOf(url))).length;
  if (costly > MAX_QUERIES_AND_COLLECTIONS) {
    throw new ApiError(
      'LIMIT_EXCEEDED',
      `The number of query and collections subrequests (${costly}) exceeds the limit of ${MAX_QUERIES_AND_COLLECTIONS}`,
    );
  }
}

function pathOf(url: string): string {
  try {
    return subrequestPath(url).path;
  } catch {
    return url;
  }
}
