export { createApprovals, type Approvals } from './create-approvals';
export { approvalProcess, approvalProcessesOf } from './definitions';
export { approvalProblems, type ApprovalCheckContext, type ApprovalProblem } from './deploy-checks';
export type { ApprovalAction, ApprovalSituation } from './approval-situation';
export type { ApprovalDecision } from './approval-engine';
export type { ApprovalRequestInput, ApprovalResult } from './process-requests';
export type { RecordLocks } from './record-locks';
export type { ApprovalProcessDefinition, ApprovalServices, ApprovalStepDefinition } from './types';
