import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, type Context } from 'lightning/messageService';
import { getRecord, type RecordWireResult } from 'lightning/uiRecordApi';
import { ChangeListener } from 'c/dealChanges';
import { fill, fillCount } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getHealth from '@salesforce/apex/DealHealthController.getHealth';
import closedLabel from '@salesforce/label/c.Health_Closed';
import metLabel from '@salesforce/label/c.Health_Met';
import missedLabel from '@salesforce/label/c.Health_Missed';
import pointLabel from '@salesforce/label/c.Health_Points_One';
import pointsLabel from '@salesforce/label/c.Health_Points';
import scoreLabel from '@salesforce/label/c.Health_Score';
import titleLabel from '@salesforce/label/c.Health_Title';
import SAVED_AT from '@salesforce/schema/Opportunity.LastModifiedDate';

/** How healthy an opportunity is, and why: what costs most comes first. */
export default class DealHealth extends LightningElement {
  @api recordId?: string;

  labels = { closed: closedLabel, title: titleLabel };
  private listener = new ChangeListener();

  @wire(getHealth, { opportunityId: '$recordId' }) health?: WireResult<Apex.DealHealth | null>;
  @wire(MessageContext) context?: Context;
  @wire(getRecord, { recordId: '$recordId', fields: [SAVED_AT] })
  wiredDeal(result: RecordWireResult): void {
    this.listener.see(result);
  }

  override connectedCallback(): void {
    this.listener.start(this.context, this.recordId, () => void refreshApex(this.health));
  }
  override disconnectedCallback(): void {
    this.listener.stop();
  }

  get state(): FrameState {
    return frameState(this.health);
  }
  get score(): number {
    return this.health?.data?.score ?? 0;
  }
  get scoreText(): string {
    return fill(scoreLabel, this.score);
  }
  get band(): string {
    return this.health?.data?.band ?? '';
  }
  get reasons() {
    return (this.health?.data?.reasons ?? []).map(({ code, label, text, isMet, points }) => ({
      key: code,
      label,
      text,
      iconName: isMet ? 'utility:success' : 'utility:warning',
      variant: isMet ? 'success' : 'warning',
      iconText: isMet ? metLabel : missedLabel,
      points: fillCount({ one: pointLabel, other: pointsLabel }, points ?? 0),
    }));
  }

  handleRetry(): void {
    void refreshApex(this.health);
  }
}
