import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { API, messageOf, request } from 'shell/http';
import { refreshRecord } from 'shell/records';
import { refreshAllWires } from 'shell/wire';

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_process_approvals.htm */
export type ApprovalActionType = 'Submit' | 'Approve' | 'Reject' | 'Removed';

interface ProcessResult {
  readonly success: boolean;
  readonly errors: readonly { readonly message: string }[] | null;
}

const DONE: Readonly<Record<ApprovalActionType, string>> = {
  Submit: 'The record was submitted for approval.',
  Approve: 'The record was approved.',
  Reject: 'The record was rejected.',
  Removed: 'The approval request was recalled.',
};

/** Asks for comments and takes a step of an approval: submits, approves, rejects or recalls. */
export default class ApprovalModal extends LightningModal {
  @api actionType: ApprovalActionType = 'Submit';
  @api recordId = '';
  @api workItemId: string | undefined;
  comments = '';
  errorText: string | undefined;
  isSaving = false;

  handleComments(event: CustomEvent<{ readonly value: string }>): void {
    this.comments = event.detail.value;
  }

  handleCancel(): void {
    this.close();
  }

  async handleConfirm(): Promise<void> {
    const { actionType, comments, recordId, workItemId } = this;
    const contextId = actionType === 'Submit' ? recordId : workItemId;
    this.isSaving = true;
    try {
      const [result] = await request<readonly ProcessResult[]>(`${API}/process/approvals`, {
        method: 'POST',
        body: { requests: [{ actionType, contextId, comments }] },
      });
      this.errorText = result?.errors?.map(({ message }) => message).join(' ');
      if (!result?.success) return;
      document.body.dispatchEvent(new ShowToastEvent({ title: DONE[actionType], variant: 'success' }));
      this.close(true);
      await Promise.all([refreshRecord(recordId), refreshAllWires()]);
    } catch (error) {
      this.errorText = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }
}
