import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, type Context } from 'lightning/messageService';
import { sectionLabel } from 'c/battlecardSections';
import { announceChange, ChangeListener } from 'c/dealChanges';
import FieldModal from 'c/fieldModal';
import { dayText, fill, percentText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import type { ListRow } from 'c/recordList';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getBattlecard from '@salesforce/apex/BattlecardController.getBattlecard';
import chooseLabel from '@salesforce/label/c.Battlecard_Choose';
import newsLabel from '@salesforce/label/c.Battlecard_News';
import noneLabel from '@salesforce/label/c.Battlecard_None';
import outcomeLabel from '@salesforce/label/c.Battlecard_Outcome';
import reviewedLabel from '@salesforce/label/c.Battlecard_Reviewed';
import staleLabel from '@salesforce/label/c.Battlecard_Stale';
import threatLabel from '@salesforce/label/c.Battlecard_Threat';
import titleLabel from '@salesforce/label/c.Battlecard_Title';

/** What helps against the primary competitor of an opportunity, and what is new about it. */
export default class CompetitorBattlecard extends LightningElement {
  @api recordId?: string;

  labels = { choose: chooseLabel, news: newsLabel, none: noneLabel, stale: staleLabel, title: titleLabel };
  private listener = new ChangeListener();

  @wire(getBattlecard, { opportunityId: '$recordId' })
  battlecard?: WireResult<Apex.BattlecardController.Battlecard | null>;
  @wire(MessageContext) context?: Context;

  override connectedCallback(): void {
    this.listener.start(this.context, this.recordId, () => void refreshApex(this.battlecard));
  }
  override disconnectedCallback(): void {
    this.listener.stop();
  }

  get state(): FrameState {
    return frameState(this.battlecard);
  }
  get isUnknown(): boolean {
    return this.state.kind === 'empty';
  }
  get card() {
    return this.battlecard?.data;
  }
  get threat(): string {
    return this.card?.threatLevel ? fill(threatLabel, this.card.threatLevel) : '';
  }
  get reviewed(): string {
    return this.card?.lastReviewed ? fill(reviewedLabel, dayText(this.card.lastReviewed)) : '';
  }
  get outcome(): string {
    const row = this.card?.outcome;
    return row ? fill(outcomeLabel, row.won, row.won + row.lost, percentText(row.winRate)) : '';
  }
  get sections() {
    return (this.card?.sections ?? []).flatMap(({ title, text }) =>
      text ? [{ key: title ?? '', label: sectionLabel(title), text }] : [],
    );
  }
  get openSections(): string[] {
    return this.sections.slice(0, 1).map(({ key }) => key);
  }
  get news(): readonly ListRow[] {
    return (this.card?.reports ?? []).map((report) => ({
      key: report.Id ?? '',
      recordId: report.Id,
      title: report.Headline__c ?? '',
      value: dayText(report.Published_At__c),
      badge: report.Severity__c ?? undefined,
      facts: [report.Source_Name__c ?? ''],
    }));
  }
  get hasNews(): boolean {
    return this.news.length > 0;
  }

  handleRetry(): void {
    void refreshApex(this.battlecard);
  }
  async handleChoose(): Promise<void> {
    if (!this.recordId) return;
    const { recordId } = this;
    const saved = await FieldModal.open({
      label: chooseLabel,
      size: 'small',
      recordId,
      objectApiName: 'Opportunity',
      fieldApiName: 'Primary_Competitor__c',
    });
    if (saved !== true) return;
    await refreshApex(this.battlecard);
    await announceChange(this, this.context, recordId);
  }
}
