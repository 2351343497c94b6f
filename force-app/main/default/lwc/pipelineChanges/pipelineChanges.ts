import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import type { BarRow, Tone } from 'c/barChart';
import { addDays, quarterOf, today } from 'c/daySpan';
import { amountText, dayText, fill } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import type { ListRow } from 'c/recordList';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getChanges from '@salesforce/apex/PipelineController.getChanges';
import amountLabel from '@salesforce/label/c.Changes_Amount';
import closeLabel from '@salesforce/label/c.Changes_Close_Date';
import closingLabel from '@salesforce/label/c.Changes_Closing';
import downLabel from '@salesforce/label/c.Changes_Down';
import emptyLabel from '@salesforce/label/c.Changes_None';
import inLabel from '@salesforce/label/c.Changes_Moved_In';
import lostLabel from '@salesforce/label/c.Pipeline_Lost';
import monthLabel from '@salesforce/label/c.Period_Month';
import newLabel from '@salesforce/label/c.Changes_New';
import openingLabel from '@salesforce/label/c.Changes_Opening';
import outLabel from '@salesforce/label/c.Changes_Moved_Out';
import periodLabel from '@salesforce/label/c.Period';
import pulledLabel from '@salesforce/label/c.Changes_Pulled_In';
import pushedLabel from '@salesforce/label/c.Changes_Pushed';
import quarterLabel from '@salesforce/label/c.Period_Quarter';
import textLabel from '@salesforce/label/c.Pipeline_Amount_In_Deals';
import titleLabel from '@salesforce/label/c.Changes_Title';
import truncatedLabel from '@salesforce/label/c.Changes_Truncated';
import upLabel from '@salesforce/label/c.Changes_Up';
import weekLabel from '@salesforce/label/c.Period_Week';
import wonLabel from '@salesforce/label/c.Pipeline_Won';

/** Kinds of change in the order of the chart: their name in Apex, what people read, and what they mean. */
const CATEGORIES: readonly (readonly [name: string, label: string, tone: Tone])[] = [
  ['New', newLabel, 'good'],
  ['Moved In', inLabel, 'good'],
  ['Up', upLabel, 'good'],
  ['Down', downLabel, 'bad'],
  ['Pulled In', pulledLabel, 'neutral'],
  ['Pushed', pushedLabel, 'watch'],
  ['Moved Out', outLabel, 'bad'],
  ['Lost', lostLabel, 'bad'],
  ['Won', wonLabel, 'good'],
];

const PERIODS = [
  { label: weekLabel, value: '7' },
  { label: monthLabel, value: '30' },
  { label: quarterLabel, value: '90' },
] as const;

/** How the pipeline of this quarter changed: from what it was to what it is, and which opportunities did it. */
export default class PipelineChanges extends LightningElement {
  labels = { empty: emptyLabel, period: periodLabel, title: titleLabel, truncated: truncatedLabel };
  periods = PERIODS;
  days = '7';
  category?: string;
  windowStart = quarterOf(today()).start;
  windowEnd = quarterOf(today()).end;

  @wire(getChanges, { since: '$since', windowStart: '$windowStart', windowEnd: '$windowEnd' })
  changes?: WireResult<Apex.PipelineChanges | null>;

  get since(): string {
    return addDays(today(), -Number(this.days));
  }
  get state(): FrameState {
    return frameState(
      this.changes,
      ({ changes, openingAmount }) => changes.length === 0 && openingAmount === 0,
    );
  }
  get isTruncated(): boolean {
    return this.changes?.data?.isTruncated ?? false;
  }
  /** A waterfall: each kind of change begins where the one before ended. */
  get rows(): readonly BarRow[] {
    const data = this.changes?.data;
    if (!data) return [];
    const total = (key: string, label: string, amount: number): BarRow => ({
      key,
      label,
      text: amountText(amount),
      parts: [{ key, from: 0, to: amount, tone: 'base' }],
    });
    let reached = data.openingAmount;
    const changes = CATEGORIES.flatMap(([name, label, tone]): BarRow[] => {
      const category = data.categories.find((one) => one.name === name);
      if (!category) return [];
      const [from, to] = [reached, reached + category.amount];
      reached = to;
      const text = fill(textLabel, amountText(category.amount), category.deals);
      return [{ key: name, label, text, parts: [{ key: name, from, to, tone }] }];
    });
    return [
      total('opening', openingLabel, data.openingAmount),
      ...changes,
      total('closing', closingLabel, data.closingAmount),
    ];
  }
  get list(): readonly ListRow[] {
    const labels = new Map(CATEGORIES.map(([name, label]) => [name, label]));
    return (this.changes?.data?.changes ?? [])
      .filter(({ category, movements }) =>
        this.category ? movements.includes(this.category) : category !== 'Unchanged',
      )
      .map((change) => ({
        key: change.opportunityId ?? '',
        recordId: change.opportunityId ?? undefined,
        title: change.name ?? '',
        value: amountText(change.amountAfter),
        badge: labels.get(change.category ?? '') ?? change.category ?? undefined,
        facts: [
          [change.ownerName, change.stage].filter(Boolean).join(' · '),
          differs(change.amountBefore, change.amountAfter)
            ? fill(amountLabel, amountText(change.amountBefore), amountText(change.amountAfter))
            : '',
          differs(change.closeDateBefore, change.closeDateAfter)
            ? fill(closeLabel, dayText(change.closeDateBefore), dayText(change.closeDateAfter))
            : '',
        ],
      }));
  }

  handlePeriod(event: CustomEvent<{ value: string }>): void {
    this.days = event.detail.value;
    this.category = undefined;
  }
  handleSelect(event: CustomEvent<{ key: string }>): void {
    const { key } = event.detail;
    const isKind = CATEGORIES.some(([name]) => name === key);
    this.category = isKind && key !== this.category ? key : undefined;
  }
  handleRetry(): void {
    void refreshApex(this.changes);
  }
}

/** Whether there was a value before, and another one is there now. */
function differs<Value>(before: Value | null | undefined, after: Value | null | undefined): boolean {
  return before !== null && before !== undefined && before !== after;
}
