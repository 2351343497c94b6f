import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, type Context } from 'lightning/messageService';
import CommentModal from 'c/commentModal';
import { announceChange } from 'c/dealChanges';
import { amountText, fill, percentText, timeText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { showDone, showFailed } from 'c/outcomeToast';
import type { ListRow } from 'c/recordList';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import answer from '@salesforce/apex/ReviewQueueController.answer';
import getPending from '@salesforce/apex/ReviewQueueController.getPending';
import approveLabel from '@salesforce/label/c.Review_Approve';
import approvedLabel from '@salesforce/label/c.Review_Approved';
import commentLabel from '@salesforce/label/c.Review_Answer_Comment';
import discountLabel from '@salesforce/label/c.Review_Discount';
import dueLabel from '@salesforce/label/c.Review_Due';
import emptyLabel from '@salesforce/label/c.Review_Queue_Empty';
import healthLabel from '@salesforce/label/c.Review_Health';
import overdueLabel from '@salesforce/label/c.Overdue';
import rejectLabel from '@salesforce/label/c.Review_Reject';
import rejectedLabel from '@salesforce/label/c.Review_Rejected';
import titleLabel from '@salesforce/label/c.Review_Queue_Title';

/** The two answers. A rejection needs words. */
const ANSWERS = [
  { name: 'Approve', label: approveLabel, done: approvedLabel, needsWords: false },
  { name: 'Reject', label: rejectLabel, done: rejectedLabel, needsWords: true },
] as const;

/** Reviews that wait for the user, oldest first, with approval and rejection. */
export default class ReviewQueue extends LightningElement {
  labels = { empty: emptyLabel, title: titleLabel };
  isBusy = false;

  @wire(getPending) pending?: WireResult<readonly Apex.ReviewQueueController.Review[]>;
  @wire(MessageContext) context?: Context;

  get state(): FrameState {
    return frameState(this.pending, ({ length }) => length === 0);
  }
  get rows(): readonly ListRow[] {
    return (this.pending?.data ?? []).map((review) => ({
      key: review.workitemId ?? '',
      recordId: review.opportunityId ?? undefined,
      title: review.name ?? '',
      value: amountText(review.amount),
      badge: review.isOverdue ? overdueLabel : undefined,
      facts: [
        [review.accountName, review.ownerName, review.stage].filter(Boolean).join(' · '),
        review.reason ?? '',
        review.discount ? fill(discountLabel, percentText(review.discount)) : '',
        review.health ? fill(healthLabel, review.health.score ?? 0, review.health.band ?? '') : '',
        review.dueAt ? fill(dueLabel, timeText(review.dueAt)) : '',
      ],
      actions: ANSWERS,
    }));
  }

  handleRetry(): void {
    void refreshApex(this.pending);
  }
  async handleAction({ detail: { key, name } }: CustomEvent<{ key: string; name: string }>): Promise<void> {
    const choice = ANSWERS.find((one) => one.name === name);
    const review = this.pending?.data?.find(({ workitemId }) => workitemId === key);
    if (!choice || !review || this.isBusy) return;
    this.isBusy = true;
    try {
      const comment = (await CommentModal.open({
        label: `${choice.label}: ${review.name ?? ''}`,
        size: 'small',
        question: commentLabel,
        isRequired: choice.needsWords,
        confirmLabel: choice.label,
      })) as string | undefined;
      if (comment === undefined) return;
      await answer({ workitemId: key, answer: choice.name, comment });
      showDone(this, choice.done);
      await refreshApex(this.pending);
      if (review.opportunityId) await announceChange(this, this.context, review.opportunityId);
    } catch (error) {
      showFailed(this, error);
    } finally {
      this.isBusy = false;
    }
  }
}
