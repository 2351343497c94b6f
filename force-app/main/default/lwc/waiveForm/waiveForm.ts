import { api, LightningElement, wire } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import { frameState, type FrameState } from 'c/frameState';
import { errorText } from 'c/errorText';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getChecklist from '@salesforce/apex/GateChecklistController.getChecklist';
import cancelLabel from '@salesforce/label/c.Action_Cancel';
import nothingLabel from '@salesforce/label/c.Waive_Nothing_Open';
import itemLabel from '@salesforce/label/c.Waive_Item';
import reasonLabel from '@salesforce/label/c.Waive_Reason';
import untilLabel from '@salesforce/label/c.Waive_Until';
import waiveLabel from '@salesforce/label/c.Waive';
import waiveTitleLabel from '@salesforce/label/c.Waive_Title';

/**
 * Waives an open gate item of an opportunity, with reason and last day. Whether the user may is decided by the flow
 * behind the item. Sends `done` or `cancel`.
 */
export default class WaiveForm extends LightningElement {
  @api recordId = '';
  /** Item that is chosen to begin with. */
  @api itemId = '';

  labels = {
    cancel: cancelLabel,
    item: itemLabel,
    nothing: nothingLabel,
    reason: reasonLabel,
    until: untilLabel,
    waive: waiveLabel,
    title: waiveTitleLabel,
  };
  chosenItem?: string;
  reason = '';
  until = '';
  isSaving = false;
  failure = '';

  @wire(getChecklist, { opportunityId: '$recordId' }) checklist?: WireResult<Apex.StageAdvance | null>;

  get state(): FrameState {
    return frameState(this.checklist, () => this.options.length === 0);
  }
  get options() {
    const items = this.checklist?.data?.missing ?? [];
    return items.flatMap(({ itemId, label }) => (itemId ? [{ value: itemId, label: label ?? itemId }] : []));
  }
  get item(): string {
    return this.chosenItem ?? this.itemId;
  }
  get isSaveDisabled(): boolean {
    return this.isSaving || this.item === '' || this.reason.trim() === '';
  }

  handleItem(event: CustomEvent<{ value: string }>): void {
    this.chosenItem = event.detail.value;
  }
  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }
  handleUntil(event: CustomEvent<{ value: string }>): void {
    this.until = event.detail.value;
  }
  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
  async handleSave(): Promise<void> {
    this.isSaving = true;
    try {
      const fields = { Id: this.item, Status__c: 'Waived', Waiver_Reason__c: this.reason.trim() };
      await updateRecord({ fields: this.until ? { ...fields, Waiver_Expires_On__c: this.until } : fields });
      this.dispatchEvent(new CustomEvent('done'));
    } catch (error) {
      this.failure = errorText(error);
    } finally {
      this.isSaving = false;
    }
  }
}
