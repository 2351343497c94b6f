import { context } from 'shell/context';
import { API, queryString, request } from 'shell/http';

/** What a user may do about the approval of a record. */
export interface ApprovalState {
  /** Names of the buttons: `Submit`, or `Approve`, `Reject`, `Recall`. */
  readonly actions: readonly string[];
  /** The step that is acted upon; undefined while nothing is submitted. */
  readonly workItemId: string | undefined;
}

interface WorkItem {
  readonly Id: string;
  readonly ActorId: string;
  readonly ProcessInstance: { readonly SubmittedById: string };
}

const NOTHING: ApprovalState = { actions: [], workItemId: undefined };

/**
 * Reads what the user may do about the approval of a record: submit it where its object has an active process, decide
 * where a step waits for the user, recall what the user has submitted.
 * DEVIATION: the buttons stand with the other actions of the record; the platform has them in the approval history.
 */
export async function approvalState(recordId: string, objectApiName: string): Promise<ApprovalState> {
  const { approvals } = await request<{ readonly approvals: Readonly<Record<string, readonly unknown[]>> }>(
    `${API}/process/approvals`,
  );
  if (!approvals[objectApiName]?.length) return NOTHING;
  const q =
    'SELECT Id, ActorId, ProcessInstance.SubmittedById FROM ProcessInstanceWorkitem ' +
    `WHERE ProcessInstance.TargetObjectId = '${recordId}'`;
  const { records } = await request<{ readonly records: readonly WorkItem[] }>(
    `${API}/query${queryString({ q })}`,
  );
  const [first] = records;
  if (!first) return { actions: ['Submit'], workItemId: undefined };
  const own = records.find(({ ActorId }) => ActorId === context.user.id);
  const isSubmitter = first.ProcessInstance.SubmittedById === context.user.id;
  return {
    actions: [...(own ? ['Approve', 'Reject'] : []), ...(isSubmitter ? ['Recall'] : [])],
    workItemId: (own ?? first).Id,
  };
}
