import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import type { BarRow } from 'c/barChart';
import type { DealFilter } from 'c/dealList';
import { addDays, today } from 'c/daySpan';
import { amountText, fill, percentText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getOutcomes from '@salesforce/apex/PipelineController.getOutcomes';
import competitorLabel from '@salesforce/label/c.Win_By_Competitor';
import dimensionLabel from '@salesforce/label/c.Win_By';
import emptyLabel from '@salesforce/label/c.Win_None';
import notGivenLabel from '@salesforce/label/c.Not_Given';
import ownerLabel from '@salesforce/label/c.Win_By_Owner';
import reasonLabel from '@salesforce/label/c.Win_By_Reason';
import textLabel from '@salesforce/label/c.Win_Text';
import titleLabel from '@salesforce/label/c.Win_Title';
import totalLabel from '@salesforce/label/c.Win_Total';
import typeLabel from '@salesforce/label/c.Win_By_Type';

const DAYS = 365;

/** What outcomes can be counted by: the name in Apex, and the condition for one of its values. */
const DIMENSIONS: readonly {
  readonly value: string;
  readonly label: string;
  filter(value: string | null): DealFilter;
}[] = [
  { value: 'Reason', label: reasonLabel, filter: (value) => ({ Win_Loss_Reason__c: { eq: value } }) },
  {
    value: 'Competitor',
    label: competitorLabel,
    filter: (value) =>
      value === null
        ? { Primary_Competitor__c: { eq: null } }
        : { Primary_Competitor__r: { Name: { eq: value } } },
  },
  { value: 'Owner', label: ownerLabel, filter: (value) => ({ Owner: { Name: { eq: value } } }) },
  { value: 'Type', label: typeLabel, filter: (value) => ({ Type: { eq: value } }) },
];

/** Won and lost opportunities of a year by reason, competitor, owner or type; a bar leads to them. */
export default class WinRates extends LightningElement {
  labels = { dimension: dimensionLabel, empty: emptyLabel, title: titleLabel };
  dimensions = DIMENSIONS.map(({ value, label }) => ({ value, label }));
  dimension = 'Owner';
  startDate = addDays(today(), -DAYS);
  endDate = today();
  chosen?: string;

  @wire(getOutcomes, { dimension: '$dimension', startDate: '$startDate', endDate: '$endDate' })
  outcomes?: WireResult<readonly Apex.WinLossAnalytics.Row[]>;

  get state(): FrameState {
    return frameState(this.outcomes, ({ length }) => length === 0);
  }
  get rows(): readonly BarRow[] {
    return (this.outcomes?.data ?? []).map(({ label, won, lost, wonAmount, winRate }) => ({
      key: label ?? '',
      label: label ?? '',
      text: fill(textLabel, won, won + lost, percentText(winRate), amountText(wonAmount)),
      parts: [
        { key: 'won', from: 0, to: won, tone: 'good' },
        { key: 'lost', from: won, to: won + lost, tone: 'bad' },
      ],
    }));
  }
  get total(): string {
    const rows = this.outcomes?.data ?? [];
    const won = rows.reduce((sum, row) => sum + row.won, 0);
    const all = rows.reduce((sum, row) => sum + row.won + row.lost, 0);
    return all === 0 ? '' : fill(totalLabel, percentText((won * 100) / all), won, all);
  }
  get filter(): DealFilter | undefined {
    const dimension = DIMENSIONS.find(({ value }) => value === this.dimension);
    if (this.chosen === undefined || !dimension) return undefined;
    const conditions = [
      { IsClosed: { eq: true } },
      { CloseDate: { gte: { value: this.startDate } } },
      { CloseDate: { lte: { value: this.endDate } } },
      dimension.filter(this.chosen === notGivenLabel ? null : this.chosen),
    ];
    return { and: conditions };
  }

  handleDimension(event: CustomEvent<{ value: string }>): void {
    this.dimension = event.detail.value;
    this.chosen = undefined;
  }
  handleSelect(event: CustomEvent<{ key: string }>): void {
    this.chosen = this.chosen === event.detail.key ? undefined : event.detail.key;
  }
  handleRetry(): void {
    void refreshApex(this.outcomes);
  }
}
