import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, type Context } from 'lightning/messageService';
import { getRecord, type RecordWireResult } from 'lightning/uiRecordApi';
import CommentModal from 'c/commentModal';
import { announceChange, ChangeListener } from 'c/dealChanges';
import { fill, timeText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { showDone, showFailed } from 'c/outcomeToast';
import type { ListRow } from 'c/recordList';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getReview from '@salesforce/apex/ReviewController.getReview';
import recall from '@salesforce/apex/ReviewController.recall';
import submit from '@salesforce/apex/ReviewController.submit';
import commentLabel from '@salesforce/label/c.Review_Comment';
import dueLabel from '@salesforce/label/c.Review_Due';
import historyLabel from '@salesforce/label/c.Review_History';
import recallLabel from '@salesforce/label/c.Review_Recall';
import recalledLabel from '@salesforce/label/c.Review_Recalled';
import recallReasonLabel from '@salesforce/label/c.Review_Recall_Reason';
import reviewerLabel from '@salesforce/label/c.Review_Reviewer';
import submitLabel from '@salesforce/label/c.Review_Submit';
import submittedLabel from '@salesforce/label/c.Review_Submitted';
import titleLabel from '@salesforce/label/c.Review_Title';
import SAVED_AT from '@salesforce/schema/Opportunity.LastModifiedDate';

type Act = (parameters: { opportunityId: string; comment: string }) => Promise<null>;

/** Where the review of an opportunity stands; lets its owner ask for it and take it back. */
export default class ReviewStatus extends LightningElement {
  @api recordId?: string;

  labels = { history: historyLabel, recall: recallLabel, submit: submitLabel, title: titleLabel };
  isBusy = false;
  private listener = new ChangeListener();

  @wire(getReview, { opportunityId: '$recordId' }) review?: WireResult<Apex.ReviewController.Review | null>;
  @wire(MessageContext) context?: Context;
  @wire(getRecord, { recordId: '$recordId', fields: [SAVED_AT] })
  wiredDeal(result: RecordWireResult): void {
    this.listener.see(result);
  }

  override connectedCallback(): void {
    this.listener.start(this.context, this.recordId, () => void refreshApex(this.review));
  }
  override disconnectedCallback(): void {
    this.listener.stop();
  }

  get state(): FrameState {
    return frameState(this.review);
  }
  get details() {
    return this.review?.data;
  }
  get facts() {
    const { level, reason, dueAt } = this.details ?? {};
    const texts = [
      level ? fill(reviewerLabel, level) : '',
      reason ?? '',
      dueAt ? fill(dueLabel, timeText(dueAt)) : '',
    ];
    return texts.filter((text) => text !== '').map((text) => ({ key: text, text }));
  }
  get answers(): readonly ListRow[] {
    return (this.details?.answers ?? []).map((answer) => ({
      key: answer.stepId ?? '',
      title: answer.actorName ?? '',
      value: timeText(answer.answeredAt),
      badge: answer.status ?? undefined,
      facts: [answer.comments ?? ''],
    }));
  }
  get hasAnswers(): boolean {
    return this.answers.length > 0;
  }

  handleRetry(): void {
    void refreshApex(this.review);
  }
  async handleSubmit(): Promise<void> {
    await this.act(submit, submitLabel, commentLabel, submittedLabel);
  }
  async handleRecall(): Promise<void> {
    await this.act(recall, recallLabel, recallReasonLabel, recalledLabel);
  }

  private async act(run: Act, label: string, question: string, done: string): Promise<void> {
    if (!this.recordId || this.isBusy) return;
    const { recordId } = this;
    this.isBusy = true;
    try {
      const options = { label, size: 'small', question, isRequired: false, confirmLabel: label } as const;
      const comment = (await CommentModal.open(options)) as string | undefined;
      if (comment === undefined) return;
      await run({ opportunityId: recordId, comment });
      showDone(this, done);
      await refreshApex(this.review);
      await announceChange(this, this.context, recordId);
    } catch (error) {
      showFailed(this, error);
    } finally {
      this.isBusy = false;
    }
  }
}
