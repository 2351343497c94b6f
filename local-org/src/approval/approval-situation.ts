import { ApiError, isRecordId, keyPrefixOf, toId18, type RecordValues } from '../core';
import type { RequestContext } from '../execution';
import type { SObjectType } from '../schema';
import type { ApprovalEngine } from './approval-engine';
import { openStepOf, readRequest, type ApprovalRequest } from './approval-request';
import { chooseProcess } from './choose-process';
import { approvalProcessesOf } from './definitions';
import { isApprovalAdministrator, isApprover } from './may-act';
import { nextStep } from './next-step';

export type ApprovalAction = 'Submit' | 'Approve' | 'Reject' | 'Reassign' | 'Recall';

/** What a user may do about the approval of a record. */
export interface ApprovalSituation {
  readonly actions: readonly ApprovalAction[];
  /** The work item that is answered; null while nothing is submitted. */
  readonly workitemId: string | null;
  /** Actions with which the user names who approves next, as far as it can be told before automation has run. */
  readonly choosesApprover: readonly ApprovalAction[];
}

const NOTHING: ApprovalSituation = { actions: [], workitemId: null, choosesApprover: [] };

/**
 * What a user may do about the approval of a record: submit it where its object has an active process; answer or pass on
 * a step that waits for the user, also as a member of a queue or as a delegate; recall what the user has submitted.
 * Administrators of approvals may do all of it.
 * @see https://help.salesforce.com/s/articleView?id=sf.approvals_considerations.htm
 */
export function approvalSituation(
  engine: ApprovalEngine,
  recordId: string,
  context: RequestContext,
): ApprovalSituation {
  const { services } = engine;
  const id = isRecordId(recordId) ? toId18(recordId) : '';
  const type = services.schema().findByKeyPrefix(keyPrefixOf(id));
  const values = type && services.store.find(type, id);
  if (!type || !values || !isReadable(engine, type, id, context)) return NOTHING;
  const instance = engine.openInstanceOf(id);
  if (instance) return openSituation(engine, String(instance['Id']), context);
  if (!approvalProcessesOf(services.components(), type.name).some(({ active }) => active)) return NOTHING;
  const asks = asksAtSubmission(engine, type, values, context);
  return { actions: ['Submit'], workitemId: null, choosesApprover: asks ? ['Submit'] : [] };
}

function isReadable(
  { services }: ApprovalEngine,
  type: SObjectType,
  id: string,
  { mode, user }: RequestContext,
): boolean {
  return mode === 'system' || services.access.accessibleIds(user, type.name, [id], 'read').has(id);
}

function openSituation(
  { services, rows }: ApprovalEngine,
  instanceId: string,
  { user }: RequestContext,
): ApprovalSituation {
  const request = readRequest(services, rows, instanceId);
  const open = openStepOf(rows, request);
  const step = open && request.process.steps[open.index];
  const workitems = rows.findBy('ProcessInstanceWorkitem', 'ProcessInstanceId', instanceId);
  const own = workitems.find((workitem) => isApprover(services, workitem, step, user));
  const administers = isApprovalAdministrator(services, user, request.type.name);
  const answered = own ?? workitems[0];
  if (!open || !answered) return NOTHING;
  const mayRecall = administers || (request.process.allowRecall && request.submitterId === user.id);
  const waitsForOthers = step?.unanimous === true && workitems.length > 1;
  const asks = !waitsForOthers && asksForApprover(request, nextStep(services, request, open.index + 1, user));
  const actions: ApprovalAction[] = [
    ...(own || administers ? (['Approve', 'Reject', 'Reassign'] as const) : []),
    ...(mayRecall ? (['Recall'] as const) : []),
  ];
  if (actions.length === 0) return NOTHING;
  return { actions, workitemId: String(answered['Id']), choosesApprover: asks ? ['Approve'] : [] };
}

/** Whether the first step is one whose approver the submitter names. */
function asksAtSubmission(
  { services }: ApprovalEngine,
  type: SObjectType,
  values: RecordValues,
  { user }: RequestContext,
): boolean {
  try {
    const objectId = String(values['Id']);
    const process = chooseProcess(services, type, values, user, { objectId });
    const request = { process, type, recordId: objectId };
    return asksForApprover(request, nextStep(services, request, 0, user));
  } catch (error) {
    // That no process takes the record is told when it is submitted.
    if (error instanceof ApiError && error.errorCode === 'NO_APPLICABLE_PROCESS') return false;
    throw error;
  }
}

function asksForApprover(
  { process }: Pick<ApprovalRequest, 'process'>,
  next: ReturnType<typeof nextStep>,
): boolean {
  return (
    typeof next === 'number' && (process.steps[next]?.approvers ?? []).some(({ type }) => type === 'adhoc')
  );
}
