import { api, LightningElement, wire } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { MessageContext, type Context } from 'lightning/messageService';
import { announceChange } from 'c/dealChanges';
import { errorText } from 'c/errorText';
import { frameState, type FrameState } from 'c/frameState';
import { showDone } from 'c/outcomeToast';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getReview from '@salesforce/apex/ReviewController.getReview';
import submit from '@salesforce/apex/ReviewController.submit';
import cancelLabel from '@salesforce/label/c.Action_Cancel';
import commentLabel from '@salesforce/label/c.Review_Comment';
import notNeededLabel from '@salesforce/label/c.Review_Not_Needed';
import submitLabel from '@salesforce/label/c.Review_Submit';
import submittedLabel from '@salesforce/label/c.Review_Submitted';
import titleLabel from '@salesforce/label/c.Review_Title';

/** Asks for the review of an opportunity, and says when none is to be asked for. */
export default class RequestReviewAction extends LightningElement {
  @api recordId?: string;

  labels = {
    cancel: cancelLabel,
    comment: commentLabel,
    notNeeded: notNeededLabel,
    submit: submitLabel,
    title: titleLabel,
  };
  comment = '';
  isSaving = false;
  failure = '';

  @wire(getReview, { opportunityId: '$recordId' }) review?: WireResult<Apex.ReviewController.Review | null>;
  @wire(MessageContext) context?: Context;

  get state(): FrameState {
    return frameState(this.review, ({ canSubmit }) => canSubmit !== true);
  }
  get reason(): string {
    return this.review?.data?.reason ?? '';
  }
  get isSubmitDisabled(): boolean {
    return this.isSaving || this.state.kind !== 'ready';
  }

  handleComment(event: CustomEvent<{ value: string }>): void {
    this.comment = event.detail.value;
  }
  handleCancel(): void {
    this.dispatchEvent(new CloseActionScreenEvent());
  }
  async handleSubmit(): Promise<void> {
    if (!this.recordId) return;
    this.isSaving = true;
    try {
      await submit({ opportunityId: this.recordId, comment: this.comment });
      showDone(this, submittedLabel);
      await announceChange(this, this.context, this.recordId);
      this.handleCancel();
    } catch (error) {
      this.failure = errorText(error);
    } finally {
      this.isSaving = false;
    }
  }
}
