import type { ApprovalPort, AutomationStep, RequestContext } from '../execution';
import { ApprovalEngine } from './approval-engine';
import { approvalSituation, type ApprovalSituation } from './approval-situation';
import { recordLockStep } from './lock-port';
import { processRequests, type ApprovalRequestInput, type ApprovalResult } from './process-requests';
import { noteReassignments } from './reassignments';
import { RecordLocks } from './record-locks';
import type { ApprovalServices } from './types';

/** Approvals of an org. */
export interface Approvals extends ApprovalPort {
  /** Submits and answers requests, for APIs. */
  process(
    requests: readonly ApprovalRequestInput[],
    context: RequestContext,
    allOrNone?: boolean,
  ): ApprovalResult[];
  /** What a user may do about the approval of a record; nothing for one that is not there. */
  situation(recordId: string, context: RequestContext): ApprovalSituation;
  /** For the port `recordLocks` of saves. */
  readonly lockStep: AutomationStep;
  readonly locks: RecordLocks;
}

/** Makes the approval engine of an org; reassignments of work items are noted from then on. */
export function createApprovals(services: ApprovalServices): Approvals {
  const locks = new RecordLocks(services.store);
  const engine = new ApprovalEngine(services, locks);
  services.transactions.beforeCommit(noteReassignments(engine));
  return {
    submit: (submission, context) => engine.submit(submission, context),
    process: (requests, context, allOrNone = false) => processRequests(engine, requests, context, allOrNone),
    situation: (recordId, context) => approvalSituation(engine, recordId, context),
    lockStep: recordLockStep(engine, locks),
    locks,
  };
}
