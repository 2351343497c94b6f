import type { RequestContext } from './running-user';

/** A request to submit a record for approval. */
export interface ApprovalSubmission {
  readonly objectId: string;
  readonly comments?: string;
  /** User in whose name it is submitted; the running user unless told. */
  readonly submitterId?: string;
  /** Users or queues for a step whose approver is chosen by hand. */
  readonly nextApproverIds?: readonly string[];
  /** Developer name or id of the process; otherwise the first active one whose criteria the record meets. */
  readonly processDefinitionNameOrId?: string;
  /** Only with a named process: its entry criteria are not asked. */
  readonly skipEntryCriteria?: boolean;
}

/** What an approval request led to. */
export interface ApprovalOutcome {
  readonly entityId: string;
  readonly instanceId: string;
  /** `Pending`, `Approved`, `Rejected`, `Removed` */
  readonly instanceStatus: string;
  /** Users and queues that the request waits for. */
  readonly actorIds: readonly string[];
  readonly newWorkitemIds: readonly string[];
}

/** How other automation submits records for approval: the flow action Submit for Approval, Apex. */
export interface ApprovalPort {
  /**
   * Submits a record, in the transaction under way if there is one.
   * @throws ApiError ALREADY_IN_PROCESS, NO_APPLICABLE_PROCESS, MANAGER_NOT_DEFINED, ...
   */
  submit(submission: ApprovalSubmission, context: RequestContext): ApprovalOutcome;
}
