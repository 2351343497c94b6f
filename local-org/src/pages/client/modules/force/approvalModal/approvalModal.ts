import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { ApprovalAction } from 'shell/approvals';
import { API, messageOf, request } from 'shell/http';
import { refreshRecord } from 'shell/records';
import { refreshAllWires } from 'shell/wire';

interface ProcessResult {
  readonly success: boolean;
  readonly errors:
    | readonly { readonly message: string; readonly statusCode: string; readonly fields: readonly string[] }[]
    | null;
}

/** Who can be asked to approve. */
interface ApproverPicker {
  readonly object: 'User' | 'Group';
  readonly label: string;
  readonly placeholder: string;
  readonly filter: {
    readonly criteria: readonly {
      readonly fieldPath: string;
      readonly operator: string;
      readonly value: unknown;
    }[];
  };
}

interface Picker extends HTMLElement {
  reportValidity(): boolean;
}

const DONE: Readonly<Record<ApprovalAction, string>> = {
  Submit: 'The record was submitted for approval.',
  Approve: 'The record was approved.',
  Reject: 'The record was rejected.',
  Reassign: 'The approval request was reassigned.',
  Recall: 'The approval request was recalled.',
};

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_process_approvals.htm */
const ACTION_TYPES: Readonly<Record<Exclude<ApprovalAction, 'Reassign'>, string>> = {
  Submit: 'Submit',
  Approve: 'Approve',
  Reject: 'Reject',
  Recall: 'Removed',
};

const PICKERS: readonly ApproverPicker[] = [
  {
    object: 'User',
    label: 'Approver',
    placeholder: 'Search Users...',
    filter: { criteria: [{ fieldPath: 'IsActive', operator: 'eq', value: true }] },
  },
  {
    object: 'Group',
    label: 'Queue',
    placeholder: 'Search Queues...',
    filter: { criteria: [{ fieldPath: 'Type', operator: 'eq', value: 'Queue' }] },
  },
];
const NEXT_APPROVERS = 'nextApproverIds';

/**
 * Takes a step of an approval: submits, approves, rejects, recalls or passes on, with comments and, where the process
 * leaves it to the user, the one who approves next.
 * @see https://help.salesforce.com/s/articleView?id=sf.approvals_user_action.htm
 */
export default class ApprovalModal extends LightningModal {
  @api action: ApprovalAction = 'Submit';
  @api recordId = '';
  @api workitemId: string | null = null;
  /** Whether the user names who approves next. */
  @api choosesApprover = false;
  comments = '';
  errorText: string | undefined;
  isSaving = false;
  approverKind: ApproverPicker['object'] = 'User';
  private approverId: string | null = null;
  /** The process has asked for an approver that could not be foreseen. */
  private isAsked = false;

  get isReassignment(): boolean {
    return this.action === 'Reassign';
  }

  get asksApprover(): boolean {
    return this.isReassignment || this.choosesApprover || this.isAsked;
  }

  /** A reassignment carries none. */
  get takesComments(): boolean {
    return !this.isReassignment;
  }

  get approverKinds(): { readonly label: string; readonly value: string }[] {
    return PICKERS.map(({ object, label }) => ({ label: object === 'User' ? 'User' : label, value: object }));
  }

  /** The picker of the chosen kind: a list, so that another one takes its place with a fresh component. */
  get pickers(): ApproverPicker[] {
    return PICKERS.filter(({ object }) => object === this.approverKind);
  }

  handleKind(event: CustomEvent<{ readonly value: ApproverPicker['object'] }>): void {
    this.approverKind = event.detail.value;
    this.approverId = null;
  }

  handleApprover(event: CustomEvent<{ readonly recordId: string | null }>): void {
    this.approverId = event.detail.recordId;
  }

  handleComments(event: CustomEvent<{ readonly value: string }>): void {
    this.comments = event.detail.value;
  }

  handleCancel(): void {
    this.close();
  }

  async handleConfirm(): Promise<void> {
    if (!this.pickersAreValid()) return;
    this.isSaving = true;
    try {
      this.errorText = this.isReassignment ? await this.reassign() : await this.process();
      if (this.errorText !== undefined) return;
      document.body.dispatchEvent(new ShowToastEvent({ title: DONE[this.action], variant: 'success' }));
      this.close(true);
      await Promise.all([refreshRecord(this.recordId), refreshAllWires()]);
    } catch (error) {
      this.errorText = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }

  private pickersAreValid(): boolean {
    const pickers = this.template?.querySelectorAll<Picker>('lightning-record-picker') ?? [];
    return [...pickers].every((picker) => picker.reportValidity());
  }

  private async reassign(): Promise<undefined> {
    await request(`${API}/sobjects/ProcessInstanceWorkitem/${this.workitemId ?? ''}`, {
      method: 'PATCH',
      body: { ActorId: this.approverId },
    });
  }

  /** @returns what stands against it */
  private async process(): Promise<string | undefined> {
    const { action, comments, recordId, workitemId, approverId } = this;
    if (action === 'Reassign') return undefined;
    const entry = {
      actionType: ACTION_TYPES[action],
      contextId: action === 'Submit' ? recordId : workitemId,
      comments,
      ...(approverId !== null && { [NEXT_APPROVERS]: [approverId] }),
    };
    const [result] = await request<readonly ProcessResult[]>(`${API}/process/approvals`, {
      method: 'POST',
      body: { requests: [entry] },
    });
    if (result?.success) return undefined;
    const errors = result?.errors ?? [];
    if (errors.some(({ fields }) => fields.includes(NEXT_APPROVERS))) {
      this.isAsked = true;
      return 'Choose who approves next.';
    }
    return errors.map(({ message }) => message).join(' ');
  }
}
