import type { RecordValues } from '../core';
import type { ApprovalSubmission, RequestContext } from '../execution';
import { runActions } from './actions/run-actions';
import type { Answer } from './approval-engine';
import { nodesOf, processNodeIdOf, type ApprovalRequest } from './approval-request';
import { approversOf } from './approvers';
import type { InstanceRows } from './instance-rows';
import { nextStep } from './next-step';
import { askForApproval } from './notify-approvers';
import type { RecordLocks } from './record-locks';
import type { ActionReference, ApprovalServices } from './types';

/** Who comes next where the step itself does not say. */
interface Onward {
  readonly previousApproverId: string | null;
  readonly nextApproverIds: readonly string[];
}

/** Moves requests from step to step. Every method returns the ids of the work items it made. */
export class ApprovalSteps {
  constructor(
    private readonly services: ApprovalServices,
    private readonly rows: InstanceRows,
    private readonly locks: RecordLocks,
  ) {}

  /** The submission itself: lock, initial actions, first step. */
  start(request: ApprovalRequest, submission: ApprovalSubmission, context: RequestContext): string[] {
    const { submitterId, instanceId } = request;
    const status = { status: 'Started', comments: submission.comments ?? null, nodeId: null };
    this.rows.addStep(
      { instanceId, originalActorId: submitterId, actorId: submitterId, ...status },
      context.user.id,
    );
    this.locks.lock(request.recordId);
    this.runActions(request, request.process.initialSubmissionActions, context);
    const onward = { previousApproverId: null, nextApproverIds: submission.nextApproverIds ?? [] };
    return this.enter(request, 0, onward, context);
  }

  approve(answer: Answer): string[] {
    const { request, open, others, workitem, context } = answer;
    const step = request.process.steps[open.index];
    this.noteAnswer(answer, 'Approved');
    if (step?.unanimous && others.length > 0) {
      this.touch(request, 'Pending', context);
      return [];
    }
    this.closeStep(answer, 'Approved');
    this.runActions(request, step?.approvalActions ?? [], context);
    const onward = {
      previousApproverId: this.approverBehind(workitem, context),
      nextApproverIds: answer.nextApproverIds,
    };
    return this.enter(request, open.index + 1, onward, context);
  }

  reject(answer: Answer): string[] {
    const { request, open, context } = answer;
    const step = request.process.steps[open.index];
    this.noteAnswer(answer, 'Rejected');
    this.closeStep(answer, 'Rejected');
    this.runActions(request, step?.rejectionActions ?? [], context);
    const before = step?.rejectsToPrevious ? this.stepBefore(request, open.index) : undefined;
    if (before === undefined) return this.finish(request, 'Rejected', context);
    const onward = { previousApproverId: null, nextApproverIds: answer.nextApproverIds };
    return this.open(request, before, onward, context);
  }

  recall(answer: Answer): string[] {
    this.noteAnswer(answer, 'Removed');
    this.closeStep(answer, 'Removed', 'Removed');
    return this.finish(answer.request, 'Removed', answer.context);
  }

  /** Enters the first step from a position on whose criteria the record meets; without one it is approved. */
  private enter(request: ApprovalRequest, from: number, onward: Onward, context: RequestContext): string[] {
    const next = nextStep(this.services, request, from, context.user);
    return typeof next === 'number'
      ? this.open(request, next, onward, context)
      : this.finish(request, next, context);
  }

  private open(request: ApprovalRequest, index: number, onward: Onward, context: RequestContext): string[] {
    const step = request.process.steps[index];
    if (!step) return [];
    const record = this.record(request);
    const { instanceId, process, type, submitterId } = request;
    const actorIds = approversOf(this.services, { process, step, type, record, submitterId, ...onward });
    const nodeId = processNodeIdOf(this.services, request.definitionId, step.name);
    this.rows.addNode(instanceId, nodeId, step.label, context.user.id);
    const workitems = actorIds.map((actorId) => this.rows.addWorkitem(instanceId, actorId, context.user.id));
    this.touch(request, 'Pending', context);
    askForApproval(this.services, request, record, actorIds, context);
    return workitems;
  }

  private finish(
    request: ApprovalRequest,
    status: 'Approved' | 'Rejected' | 'Removed',
    context: RequestContext,
  ): string[] {
    const { process, recordId } = request;
    const { actions, staysLocked } = {
      Approved: { actions: process.finalApprovalActions, staysLocked: process.locksAfterApproval },
      Rejected: { actions: process.finalRejectionActions, staysLocked: process.locksAfterRejection },
      Removed: { actions: process.recallActions, staysLocked: false },
    }[status];
    this.touch(request, status, context);
    if (!staysLocked) this.locks.unlock(recordId);
    this.runActions(request, actions, context);
    return [];
  }

  /** Writes the answer's step row and takes its work item away. */
  private noteAnswer({ request, open, workitem, comments, context }: Answer, status: string): void {
    this.rows.addStep(
      {
        instanceId: request.instanceId,
        status,
        originalActorId: String(workitem['OriginalActorId']),
        actorId: context.user.id,
        comments,
        nodeId: open.nodeId,
      },
      context.user.id,
    );
    this.rows.removeWorkitems([String(workitem['Id'])]);
  }

  /** The other approvers of the step are asked no longer. */
  private closeStep(
    { request, open, others, context }: Answer,
    status: string,
    othersStatus = 'NoResponse',
  ): void {
    for (const other of others) {
      const originalActorId = String(other['OriginalActorId']);
      const actorId = String(other['ActorId']);
      const entry = {
        instanceId: request.instanceId,
        status: othersStatus,
        comments: null,
        nodeId: open.nodeId,
      };
      this.rows.addStep({ ...entry, originalActorId, actorId }, context.user.id);
    }
    this.rows.removeWorkitems(others.map((other) => String(other['Id'])));
    this.rows.closeNode(open.node, status, context.user.id);
  }

  /** The step that was approved last before a position. */
  private stepBefore(request: ApprovalRequest, index: number): number | undefined {
    const approved = nodesOf(this.rows, request).filter(
      (entered) => entered.node['NodeStatus'] === 'Approved' && entered.index < index,
    );
    return approved.length === 0 ? undefined : Math.max(...approved.map((entered) => entered.index));
  }

  /** Whose manager comes next: the approver that was asked; for a queue, who answered. */
  private approverBehind(workitem: RecordValues, { user }: RequestContext): string {
    const actorId = String(workitem['ActorId']);
    return this.services.schema().find('User')?.definition.keyPrefix === actorId.slice(0, 3)
      ? actorId
      : user.id;
  }

  private touch(request: ApprovalRequest, status: string, { user }: RequestContext): void {
    const instance = this.rows.find('ProcessInstance', request.instanceId);
    if (instance) this.rows.updateInstance(instance, status, user.id);
  }

  private record(request: ApprovalRequest): RecordValues {
    return this.services.store.find(request.type, request.recordId) ?? {};
  }

  private runActions(
    request: ApprovalRequest,
    actions: readonly ActionReference[],
    context: RequestContext,
  ): void {
    const source = `Approval process ${request.process.fullName}`;
    runActions(this.services, context, request.type, request.recordId, actions, source);
  }
}
