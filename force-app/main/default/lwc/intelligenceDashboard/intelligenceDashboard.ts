import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { simpleBar, type BarRow, type LegendEntry, type Tone } from 'c/barChart';
import { addDays, today } from 'c/daySpan';
import { amountText, capitalised, countText, fill, shortDayText } from 'c/formatText';
import { combineStates, frameState, type FrameState } from 'c/frameState';
import type { ListRow } from 'c/recordList';
import type { TrendPoint } from 'c/trendChart';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getBreakdown from '@salesforce/apex/IntelligenceBreakdownController.getBreakdown';
import getSummary from '@salesforce/apex/ExecutiveIntelligenceController.getSummary';
import amountLabel from '@salesforce/label/c.Dashboard_Amount_At_Risk';
import competitorLabel from '@salesforce/label/c.Dashboard_By_Competitor';
import confirmLabel from '@salesforce/label/c.Dashboard_To_Confirm';
import dealsLabel from '@salesforce/label/c.Dashboard_Deals_At_Risk';
import effectLabel from '@salesforce/label/c.Dashboard_Effect';
import emptyLabel from '@salesforce/label/c.Reports_None';
import industryLabel from '@salesforce/label/c.Dashboard_By_Industry';
import itemsLabel from '@salesforce/label/c.Dashboard_Top_Items';
import kindLabel from '@salesforce/label/c.Dashboard_By_Kind';
import monthLabel from '@salesforce/label/c.Period_Month';
import periodLabel from '@salesforce/label/c.Period';
import quarterLabel from '@salesforce/label/c.Period_Quarter';
import reportsLabel from '@salesforce/label/c.Dashboard_Reports';
import severityLabel from '@salesforce/label/c.Dashboard_By_Severity';
import titleLabel from '@salesforce/label/c.Dashboard_Title';
import trendLabel from '@salesforce/label/c.Dashboard_Trend';
import yearLabel from '@salesforce/label/c.Period_Year';

type Summary = Apex.ExecutiveIntelligenceController.Summary;
type Breakdown = Apex.IntelligenceBreakdownController.Breakdown;
type Filter = Readonly<Record<string, unknown>>;

const PERIODS = [
  { label: monthLabel, value: '30' },
  { label: quarterLabel, value: '90' },
  { label: yearLabel, value: '365' },
] as const;
/** Severities, the worst first, with what their colour says. */
const SEVERITIES: readonly (readonly [name: string, tone: Tone])[] = [
  ['Critical', 'bad'],
  ['High', 'watch'],
  ['Medium', 'neutral'],
  ['Low', 'base'],
];
const SEVERITY_LEGEND: readonly LegendEntry[] = SEVERITIES.map(([label, tone]) => ({ label, tone }));
const DAYS_OF_WEEK = 7;

/** A chart of the dashboard, and the condition that one of its bars stands for. */
interface Dimension {
  readonly name: string;
  readonly label: string;
  filter(key: string): Filter;
}

const DIMENSIONS = {
  kind: { name: 'kind', label: kindLabel, filter: (key) => ({ Kind__c: { eq: key } }) },
  severity: { name: 'severity', label: severityLabel, filter: (key) => ({ Severity__c: { eq: key } }) },
  industry: { name: 'industry', label: industryLabel, filter: (key) => ({ Industry__c: { eq: key } }) },
  competitor: {
    name: 'competitor',
    label: competitorLabel,
    filter: (key) => ({ Competitor__r: { Name: { eq: key } } }),
  },
  week: {
    name: 'week',
    label: trendLabel,
    filter: (key) => ({
      and: [
        { Published_At__c: { gte: { value: `${key}T00:00:00.000Z` } } },
        { Published_At__c: { lt: { value: `${addDays(key, DAYS_OF_WEEK)}T00:00:00.000Z` } } },
      ],
    }),
  },
} as const satisfies Readonly<Record<string, Dimension>>;

/** What market intelligence says, and what it means for the open pipeline. Every bar leads to its reports. */
export default class IntelligenceDashboard extends LightningElement {
  labels = {
    empty: emptyLabel,
    items: itemsLabel,
    period: periodLabel,
    title: titleLabel,
    trend: trendLabel,
  };
  periods = PERIODS;
  period = '90';
  days = 90;
  chosen?: { readonly dimension: Dimension; readonly key: string };

  @wire(getSummary, { days: '$days' }) summary?: WireResult<Summary | null>;
  @wire(getBreakdown, { days: '$days' }) breakdown?: WireResult<Breakdown | null>;

  get state(): FrameState {
    return combineStates(
      frameState(this.summary, ({ counts }) => counts.length === 0),
      frameState(this.breakdown, ({ items }) => items.length === 0),
    );
  }
  get tiles() {
    const { dealsAtRisk, amountAtRisk, waitingForConfirmation, counts } = this.summary?.data ?? {};
    const reports = (counts ?? []).reduce((sum, row) => sum + (row.reports ?? 0), 0);
    return [
      { label: reportsLabel, value: countText(reports) },
      { label: dealsLabel, value: countText(dealsAtRisk) },
      { label: amountLabel, value: amountText(amountAtRisk) },
      { label: confirmLabel, value: countText(waitingForConfirmation) },
    ];
  }
  /** Charts side by side; a chart without bars is left out. */
  get charts() {
    const { industries = [], competitors = [] } = this.breakdown?.data ?? {};
    const slices = (list: readonly Apex.IntelligenceBreakdownController.Slice[]) =>
      list.map(({ label, reports }) => countBar(label ?? '', reports ?? 0));
    const charts: readonly {
      readonly dimension: Dimension;
      readonly rows: readonly BarRow[];
      readonly legend?: readonly LegendEntry[];
    }[] = [
      { dimension: DIMENSIONS.kind, rows: this.kinds, legend: SEVERITY_LEGEND },
      { dimension: DIMENSIONS.severity, rows: this.severities },
      { dimension: DIMENSIONS.industry, rows: slices(industries) },
      { dimension: DIMENSIONS.competitor, rows: slices(competitors) },
    ];
    return charts
      .filter(({ rows }) => rows.length > 0)
      .map(({ dimension: { name, label }, rows, legend = [] }) => ({
        name,
        label,
        rows,
        legend,
        selected: this.selectedIn(name),
      }));
  }
  /** Bars in pieces: reports of a kind, the worst first. */
  private get kinds(): readonly BarRow[] {
    const counts = this.summary?.data?.counts ?? [];
    const kinds = [...new Set(counts.map(({ kind }) => kind ?? ''))];
    return kinds.map((kind) => {
      let reached = 0;
      const parts = SEVERITIES.flatMap(([severity, tone]) => {
        const found = counts.find((one) => one.kind === kind && one.severity === severity)?.reports ?? 0;
        const from = reached;
        reached += found;
        return found > 0 ? [{ key: severity, from, to: reached, tone, found }] : [];
      });
      const detail = parts.map(({ key, found }) => `${found} ${key}`).join(', ');
      return { key: kind, label: kind, text: countText(reached), detail, parts };
    });
  }
  private get severities(): readonly BarRow[] {
    const counts = this.summary?.data?.counts ?? [];
    return SEVERITIES.map(([severity, tone]) => {
      const found = counts.filter((one) => one.severity === severity);
      return countBar(
        severity,
        found.reduce((sum, one) => sum + (one.reports ?? 0), 0),
        tone,
      );
    });
  }
  get weeks(): readonly TrendPoint[] {
    return (this.breakdown?.data?.weeks ?? []).map(({ firstDay, reports }) => ({
      key: firstDay ?? '',
      label: shortDayText(firstDay),
      value: reports,
      text: countText(reports),
    }));
  }
  get selectedWeek(): string | undefined {
    return this.selectedIn('week');
  }
  get items(): readonly ListRow[] {
    return (this.breakdown?.data?.items ?? []).map((item) => ({
      key: item.reportId ?? '',
      recordId: item.reportId ?? undefined,
      title: item.headline ?? '',
      value: amountText(item.amount),
      badge: item.severity ?? undefined,
      facts: [fill(effectLabel, item.kind ?? '', item.deals)],
    }));
  }
  get hasItems(): boolean {
    return this.items.length > 0;
  }
  get listHeading(): string {
    return this.chosen ? `${this.chosen.dimension.label}: ${capitalised(this.chosen.key)}` : '';
  }
  get filter(): Filter | undefined {
    if (!this.chosen) return undefined;
    const since = `${addDays(today(), -this.days)}T00:00:00.000Z`;
    const conditions = [
      { Is_Current__c: { eq: true } },
      { Published_At__c: { gte: { value: since } } },
      this.chosen.dimension.filter(this.chosen.key),
    ];
    return { and: conditions };
  }

  private selectedIn(name: string): string | undefined {
    return this.chosen?.dimension.name === name ? this.chosen.key : undefined;
  }

  handlePeriod(event: CustomEvent<{ value: string }>): void {
    this.period = event.detail.value;
    this.days = Number(event.detail.value);
    this.chosen = undefined;
  }
  handleSelect(event: CustomEvent<{ key: string }>): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const dimension = Object.values(DIMENSIONS).find((one) => one.name === name);
    const { key } = event.detail;
    this.chosen = dimension && this.selectedIn(dimension.name) !== key ? { dimension, key } : undefined;
  }
  handleRetry(): void {
    void refreshApex(this.summary);
    void refreshApex(this.breakdown);
  }
}

function countBar(label: string, value: number, tone: Tone = 'neutral'): BarRow {
  return simpleBar({ key: label, label: capitalised(label), value, text: countText(value), tone });
}
