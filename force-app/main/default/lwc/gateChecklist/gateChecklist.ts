import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, type Context } from 'lightning/messageService';
import { getRecord, type RecordWireResult } from 'lightning/uiRecordApi';
import CommentModal from 'c/commentModal';
import ContactRoleModal from 'c/contactRoleModal';
import { announceChange, ChangeListener } from 'c/dealChanges';
import FieldModal from 'c/fieldModal';
import { dayText, fill } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import { showDone, showFailed } from 'c/outcomeToast';
import WaiveModal from 'c/waiveModal';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import advance from '@salesforce/apex/GateChecklistController.advance';
import completeItem from '@salesforce/apex/GateChecklistController.completeItem';
import getChecklist from '@salesforce/apex/GateChecklistController.getChecklist';
import logActivity from '@salesforce/apex/GateChecklistController.logActivity';
import getReview from '@salesforce/apex/ReviewController.getReview';
import submit from '@salesforce/apex/ReviewController.submit';
import canWaive from '@salesforce/customPermission/Waive_Gate';
import canWaiveForExecutives from '@salesforce/customPermission/Waive_Executive_Gate';
import advanceLabel from '@salesforce/label/c.Gate_Advance';
import advancedLabel from '@salesforce/label/c.Gate_Advanced';
import closedLabel from '@salesforce/label/c.Gate_Closed';
import dueLabel from '@salesforce/label/c.Gate_Due';
import evidenceLabel from '@salesforce/label/c.Gate_Evidence';
import fixActivityLabel from '@salesforce/label/c.Gate_Fix_Activity';
import fixFieldLabel from '@salesforce/label/c.Gate_Fix_Field';
import fixManualLabel from '@salesforce/label/c.Gate_Fix_Manual';
import fixRoleLabel from '@salesforce/label/c.Gate_Fix_Contact_Role';
import fixReviewLabel from '@salesforce/label/c.Review_Submit';
import fixedLabel from '@salesforce/label/c.Gate_Fixed';
import heldLabel from '@salesforce/label/c.Gate_Held';
import optionalLabel from '@salesforce/label/c.Gate_Recommended';
import readyLabel from '@salesforce/label/c.Gate_Ready';
import requiredLabel from '@salesforce/label/c.Gate_Required';
import reviewCommentLabel from '@salesforce/label/c.Review_Comment';
import titleLabel from '@salesforce/label/c.Gate_Title';
import waitingLabel from '@salesforce/label/c.Review_Waiting';
import waiveLabel from '@salesforce/label/c.Waive';
import SAVED_AT from '@salesforce/schema/Opportunity.LastModifiedDate';

type Missing = Apex.StageAdvance.Missing;

/** A way to meet a criterion; resolves to whether something was done. */
interface Fix {
  readonly label: string;
  run(missing: Missing, recordId: string): Promise<boolean>;
}

/** What meets a criterion, by its kind. */
const FIXES: Readonly<Record<string, Fix>> = {
  Field: {
    label: fixFieldLabel,
    run: async ({ label, fixTarget }, recordId) =>
      (await FieldModal.open({
        label: label ?? fixFieldLabel,
        size: 'small',
        recordId,
        objectApiName: 'Opportunity',
        fieldApiName: fixTarget,
      })) === true,
  },
  Activity: {
    label: fixActivityLabel,
    run: async ({ itemId = null }) => {
      await logActivity({ itemId });
      return true;
    },
  },
  'Contact Role': {
    label: fixRoleLabel,
    run: async ({ label, code, fixTarget }, recordId) =>
      (await ContactRoleModal.open({
        label: label ?? fixRoleLabel,
        size: 'small',
        recordId,
        contactRole: code === 'GATE_ITEM' ? fixTarget : '',
        isPrimary: code === 'PRIMARY_CONTACT',
      })) === true,
  },
  Review: {
    label: fixReviewLabel,
    run: async (_missing, recordId) => {
      const comment = await askComment(fixReviewLabel, reviewCommentLabel, false);
      if (comment === undefined) return false;
      await submit({ opportunityId: recordId, comment });
      return true;
    },
  },
  Manual: {
    label: fixManualLabel,
    run: async ({ label, itemId = null }) => {
      const evidence = await askComment(label ?? fixManualLabel, evidenceLabel, true);
      if (evidence === undefined) return false;
      await completeItem({ itemId, evidence });
      return true;
    },
  },
};

async function askComment(label: string, question: string, isRequired: boolean): Promise<string | undefined> {
  const options = { label, size: 'small', question, isRequired, confirmLabel: label } as const;
  return (await CommentModal.open(options)) as string | undefined;
}

/** What an opportunity needs to move on, each thing with one click that meets it, and the move itself. */
export default class GateChecklist extends LightningElement {
  @api recordId?: string;

  labels = { title: titleLabel, closed: closedLabel, ready: readyLabel, waive: waiveLabel };
  isBusy = false;
  private listener = new ChangeListener();

  @wire(getChecklist, { opportunityId: '$recordId' }) checklist?: WireResult<Apex.StageAdvance | null>;
  @wire(getReview, { opportunityId: '$recordId' }) review?: WireResult<Apex.ReviewController.Review | null>;
  @wire(MessageContext) context?: Context;
  @wire(getRecord, { recordId: '$recordId', fields: [SAVED_AT] })
  wiredDeal(result: RecordWireResult): void {
    this.listener.see(result);
  }

  override connectedCallback(): void {
    this.listener.start(this.context, this.recordId, () => this.handleRetry());
  }
  override disconnectedCallback(): void {
    this.listener.stop();
  }

  get state(): FrameState {
    return frameState(this.checklist, ({ nextStage }) => !nextStage);
  }
  get advance(): Apex.StageAdvance | null | undefined {
    return this.checklist?.data;
  }
  get guidance(): string {
    return this.advance?.guidance ?? '';
  }
  get summary(): string {
    const open = this.advance?.missing.filter(({ isRequired }) => isRequired).length ?? 0;
    return open === 0 ? readyLabel : fill(heldLabel, open);
  }
  get advanceLabel(): string {
    return fill(advanceLabel, this.advance?.nextStage ?? '');
  }
  get isAdvanceDisabled(): boolean {
    return this.isBusy || this.advance?.canAdvance !== true;
  }
  get items() {
    const mayWaive = Boolean(canWaive ?? canWaiveForExecutives);
    return (this.advance?.missing ?? []).map((missing, index) => {
      const isWaiting = missing.fix === 'Review' && this.review?.data?.canRecall === true;
      const fixLabel = isWaiting ? undefined : FIXES[missing.fix ?? '']?.label;
      return {
        key: missing.itemId ?? missing.code ?? String(index),
        index,
        label: missing.label,
        text: missing.text === missing.label ? '' : missing.text,
        need: missing.isRequired ? requiredLabel : optionalLabel,
        iconName: missing.isRequired ? 'utility:warning' : 'utility:info',
        due: missing.dueDate ? fill(dueLabel, dayText(missing.dueDate)) : '',
        waiting: isWaiting ? waitingLabel : '',
        fixLabel,
        fixTitle: `${fixLabel ?? ''}: ${missing.label ?? ''}`,
        isWaivable: mayWaive && Boolean(missing.itemId),
        waiveTitle: `${waiveLabel}: ${missing.label ?? ''}`,
      };
    });
  }

  handleRetry(): void {
    void this.refresh();
  }
  async handleFix(event: Event): Promise<void> {
    const missing = this.missingOf(event);
    const fix = FIXES[missing?.fix ?? ''];
    if (missing && fix) await this.change(fixedLabel, (recordId) => fix.run(missing, recordId));
  }
  async handleWaive(event: Event): Promise<void> {
    const itemId = this.missingOf(event)?.itemId;
    await this.change(
      fixedLabel,
      async (recordId) =>
        (await WaiveModal.open({ label: waiveLabel, size: 'small', recordId, itemId })) === true,
    );
  }
  async handleAdvance(): Promise<void> {
    await this.change(fill(advancedLabel, this.advance?.nextStage ?? ''), async (opportunityId) => {
      await advance({ opportunityId });
      return true;
    });
  }

  private async refresh(): Promise<void> {
    await Promise.all([refreshApex(this.checklist), refreshApex(this.review)]);
  }

  private missingOf(event: Event): Missing | undefined {
    return this.advance?.missing[Number((event.currentTarget as HTMLElement).dataset['index'])];
  }

  private async change(done: string, run: (recordId: string) => Promise<boolean>): Promise<void> {
    if (!this.recordId || this.isBusy) return;
    this.isBusy = true;
    try {
      if (!(await run(this.recordId))) return;
      showDone(this, done);
      await this.refresh();
      await announceChange(this, this.context, this.recordId);
    } catch (error) {
      showFailed(this, error);
    } finally {
      this.isBusy = false;
    }
  }
}
