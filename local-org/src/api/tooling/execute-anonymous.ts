import type { AnonymousAnswer, AnonymousRequest } from '../../apex';
import { ApiError } from '../../core';
import type { RunningUser } from '../../execution';
import type { ApiDeps } from '../api-deps';
import type { RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';

/** What a client hears of an anonymous block. */
export interface ExecuteAnonymousResult {
  readonly line: number;
  readonly column: number;
  readonly compiled: boolean;
  readonly success: boolean;
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
}

/** Where there is none. */
const NOWHERE = -1;

/**
 * `GET /tooling/executeAnonymous?anonymousBody=`.
 * @throws ApiError MALFORMED_QUERY without a body, INSUFFICIENT_ACCESS
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources.htm
 */
export function executeAnonymous({ query, context }: RestRequest, deps: ApiDeps): RestResponse {
  const source = query.get('anonymousBody');
  // UNVERIFIED: the answer without a body.
  if (source === null) throw new ApiError('MALFORMED_QUERY', 'anonymousBody has to be specified');
  const { user, apiVersion } = context;
  return ok(anonymousResult(runAnonymous({ source, user, apiVersion }, deps)));
}

/** Runs a block for a user who may author Apex. @throws ApiError INSUFFICIENT_ACCESS */
export function runAnonymous(request: AnonymousRequest, deps: ApiDeps): AnonymousAnswer {
  requireAuthor(request.user, deps);
  return deps.org.apexService.executeAnonymous(request);
}

/**
 * Refuses users who may not author Apex.
 *
 * UNVERIFIED: code and text of the refusal.
 * @throws ApiError INSUFFICIENT_ACCESS
 */
export function requireAuthor(user: RunningUser, { org }: ApiDeps): void {
  if (org.access.hasUserPermission(user, 'AuthorApex')) return;
  throw new ApiError('INSUFFICIENT_ACCESS', 'Author Apex permission is required', { httpStatus: 403 });
}

/** The result in the platform's shape. */
export function anonymousResult({ result }: AnonymousAnswer): ExecuteAnonymousResult {
  const [problem] = result.problems;
  const { exception } = result;
  return {
    line: problem?.line ?? exception?.lineNumber ?? NOWHERE,
    column: problem?.column ?? (exception ? 1 : NOWHERE),
    compiled: problem === undefined,
    success: problem === undefined && exception === null,
    compileProblem: problem?.message ?? null,
    exceptionMessage: exception?.description ?? null,
    exceptionStackTrace: exception?.stackTrace ?? null,
  };
}
