import { ApiError } from '../core';
import type { ApprovalOutcome, ApprovalSubmission, RequestContext } from '../execution';
import type { ApprovalDecision, ApprovalEngine } from './approval-engine';

/** One request to the approval engine. */
export type ApprovalRequestInput =
  | { readonly kind: 'submit'; readonly submission: ApprovalSubmission }
  | { readonly kind: 'decide'; readonly decision: ApprovalDecision };

/** What became of one request. */
export type ApprovalResult =
  (ApprovalOutcome & { readonly success: true }) | { readonly success: false; readonly error: ApiError };

/**
 * Works off requests one by one; one that fails is undone alone, unless all are to fail with it.
 * @throws ApiError the first error, when `allOrNone`
 */
export function processRequests(
  engine: ApprovalEngine,
  requests: readonly ApprovalRequestInput[],
  context: RequestContext,
  allOrNone: boolean,
): ApprovalResult[] {
  const run = (request: ApprovalRequestInput): ApprovalResult => {
    const outcome =
      request.kind === 'submit'
        ? engine.submit(request.submission, context)
        : engine.decide(request.decision, context);
    return { ...outcome, success: true };
  };
  if (allOrNone) return engine.services.transactions.savepoint(() => requests.map(run));
  return requests.map((request) => {
    try {
      return run(request);
    } catch (error) {
      if (error instanceof ApiError) return { success: false, error };
      throw error;
    }
  });
}
