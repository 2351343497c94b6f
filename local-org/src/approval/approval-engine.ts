import { ApiError, isRecordId, keyPrefixOf, toId18, type RecordValues } from '../core';
import type {
  ApprovalOutcome,
  ApprovalPort,
  ApprovalSubmission,
  RequestContext,
  RunningUser,
} from '../execution';
import type { SObjectType } from '../schema';
import {
  definitionIdOf,
  invalidReference,
  openStepOf,
  outcomeOf,
  readRequest,
  type ApprovalRequest,
  type OpenStep,
} from './approval-request';
import { ApprovalSteps } from './approval-steps';
import { chooseProcess } from './choose-process';
import { InstanceRows } from './instance-rows';
import { isApprovalAdministrator, isApprover } from './may-act';
import type { RecordLocks } from './record-locks';
import type { ApprovalServices } from './types';

/** An answer to a work item: `Approve`, `Reject`, or `Removed` to recall the request. */
export interface ApprovalDecision {
  readonly workitemId: string;
  readonly action: string;
  readonly comments?: string;
  readonly nextApproverIds?: readonly string[];
}

/** A work item with what it belongs to. */
interface Answer {
  readonly request: ApprovalRequest;
  readonly open: OpenStep;
  readonly workitem: RecordValues;
  readonly others: readonly RecordValues[];
  readonly comments: string | null;
  readonly nextApproverIds: readonly string[];
  readonly context: RequestContext;
}

/**
 * Carries records through approval processes.
 * @see https://help.salesforce.com/s/articleView?id=sf.approvals_getting_started.htm
 */
export class ApprovalEngine implements ApprovalPort {
  readonly rows: InstanceRows;
  private readonly steps: ApprovalSteps;

  constructor(
    readonly services: ApprovalServices,
    readonly locks: RecordLocks,
  ) {
    this.rows = new InstanceRows(services);
    this.steps = new ApprovalSteps(services, this.rows, locks);
  }

  /** @throws ApiError ALREADY_IN_PROCESS, NO_APPLICABLE_PROCESS, and what approvers and actions throw */
  submit(submission: ApprovalSubmission, context: RequestContext): ApprovalOutcome {
    return this.services.transactions.savepoint(() => {
      const { type, values } = this.target(submission.objectId, context);
      const recordId = String(values['Id']);
      if (this.openInstanceOf(recordId)) {
        throw new ApiError('ALREADY_IN_PROCESS', 'Cannot submit object already in process.');
      }
      const submitter = this.submitter(submission, context);
      const process = chooseProcess(this.services, type, values, submitter, submission);
      const definitionId = definitionIdOf(this.services, process);
      const instanceId = this.rows.addInstance(definitionId, recordId, submitter.id);
      const request = { process, definitionId, type, recordId, instanceId, submitterId: submitter.id };
      const workitems = this.steps.start(request, submission, context);
      return outcomeOf(this.rows, instanceId, workitems);
    });
  }

  /** @throws ApiError INVALID_OPERATION, INVALID_CROSS_REFERENCE_KEY, INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY */
  decide(decision: ApprovalDecision, context: RequestContext): ApprovalOutcome {
    const act = TRANSITIONS[decision.action];
    if (decision.action === '') throw requiredFieldMissing('action');
    if (!act) throw new ApiError('INVALID_OPERATION', 'Illegal transition type');
    return this.services.transactions.savepoint(() => {
      const answer = this.readAnswer(decision, context);
      this.checkMayAct(answer, decision.action);
      return outcomeOf(this.rows, answer.request.instanceId, act(this.steps, answer));
    });
  }

  /** The pending instance of a record. */
  openInstanceOf(recordId: string): RecordValues | undefined {
    return this.rows
      .findBy('ProcessInstance', 'TargetObjectId', recordId)
      .find((instance) => instance['Status'] === 'Pending');
  }

  /** Whether a user is an approver whom a record waits for. */
  isCurrentApprover(recordId: string, user: RunningUser): boolean {
    const instance = this.openInstanceOf(recordId);
    if (!instance) return false;
    const request = readRequest(this.services, this.rows, String(instance['Id']));
    const open = openStepOf(this.rows, request);
    const step = open && request.process.steps[open.index];
    return this.rows
      .findBy('ProcessInstanceWorkitem', 'ProcessInstanceId', request.instanceId)
      .some((workitem) => isApprover(this.services, workitem, step, user));
  }

  private target(objectId: string, context: RequestContext): { type: SObjectType; values: RecordValues } {
    if (!isRecordId(objectId)) throw invalidReference();
    const id = toId18(objectId);
    const type = this.services.schema().findByKeyPrefix(keyPrefixOf(id));
    const values = type && this.services.store.find(type, id);
    if (!type || !values) throw invalidReference();
    if (values['IsDeleted'] === true) throw new ApiError('ENTITY_IS_DELETED', 'entity is deleted');
    const readable =
      context.mode === 'system' ||
      this.services.access.accessibleIds(context.user, type.name, [id], 'read').has(id);
    if (!readable) throw insufficientAccess(id);
    return { type, values };
  }

  private submitter({ submitterId }: ApprovalSubmission, context: RequestContext): RunningUser {
    if (submitterId === undefined) return context.user;
    const user = this.services.findUser(toId18(submitterId));
    if (!user) throw invalidReference();
    return user;
  }

  private readAnswer(decision: ApprovalDecision, context: RequestContext): Answer {
    const { workitemId } = decision;
    if (workitemId === '') throw requiredFieldMissing('workitemId');
    const workitem = isRecordId(workitemId)
      ? this.rows.find('ProcessInstanceWorkitem', toId18(workitemId))
      : undefined;
    if (!workitem) throw invalidReference();
    const request = readRequest(this.services, this.rows, String(workitem['ProcessInstanceId']));
    const open = openStepOf(this.rows, request);
    if (!open) throw invalidReference();
    const workitems = this.rows.findBy('ProcessInstanceWorkitem', 'ProcessInstanceId', request.instanceId);
    return {
      request,
      open,
      workitem,
      others: workitems.filter((other) => other['Id'] !== workitem['Id']),
      comments: decision.comments ?? null,
      nextApproverIds: decision.nextApproverIds ?? [],
      context,
    };
  }

  /** A recall is the submitter's, where the process allows it; everything else the approver's. */
  private checkMayAct({ request, open, workitem, context }: Answer, action: string): void {
    const { user } = context;
    const isRecall = action === 'Removed';
    const allowed = isRecall
      ? request.process.allowRecall && request.submitterId === user.id
      : isApprover(this.services, workitem, request.process.steps[open.index], user);
    if (!allowed && !isApprovalAdministrator(this.services, user, request.type.name)) {
      throw insufficientAccess(isRecall ? request.recordId : String(workitem['Id']));
    }
  }
}

/** What an answer does, by its exact name. Each returns the ids of new work items. */
const TRANSITIONS: Readonly<Record<string, (steps: ApprovalSteps, answer: Answer) => string[]>> = {
  Approve: (steps, answer) => steps.approve(answer),
  Reject: (steps, answer) => steps.reject(answer),
  Removed: (steps, answer) => steps.recall(answer),
};

export type { Answer };

function insufficientAccess(id: string): ApiError {
  return new ApiError(
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`,
  );
}

function requiredFieldMissing(name: string): ApiError {
  return new ApiError('REQUIRED_FIELD_MISSING', `missing required field: [${name}]`, { fields: [name] });
}
