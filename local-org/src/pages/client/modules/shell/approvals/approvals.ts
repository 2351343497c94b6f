import { API, request } from 'shell/http';

/** A step of an approval that a user may take. */
export type ApprovalAction = 'Submit' | 'Approve' | 'Reject' | 'Reassign' | 'Recall';

/** What a user may do about the approval of a record. */
export interface ApprovalState {
  readonly actions: readonly ApprovalAction[];
  /** The step that is acted upon; null while nothing is submitted. */
  readonly workitemId: string | null;
  /** Actions with which the user names who approves next. */
  readonly choosesApprover: readonly ApprovalAction[];
}

/** Nothing, as before the org has been asked. */
export const NO_APPROVAL: ApprovalState = { actions: [], workitemId: null, choosesApprover: [] };

/**
 * Reads what the user may do about the approval of a record.
 * DEVIATION: the buttons stand with the other actions of the record; the platform has them in the approval history.
 */
export function approvalState(recordId: string): Promise<ApprovalState> {
  return request<ApprovalState>(`${API}/process/approvals/situation/${recordId}`);
}
