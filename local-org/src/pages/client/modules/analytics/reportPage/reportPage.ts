import { LightningElement, api } from 'lwc';
import { drillOf, reportPageReference, runReport, type RunChanges } from 'shell/analytics';
import { messageOf, request, API } from 'shell/http';
import { navigate, type PageReference } from 'shell/router';
import { chartData, type ChartData } from '../../../../charts/chart-data';
import { drillFilters, narrowed } from '../../../../charts/drill-down';
import type { ReportRun, RunFilter, RunMetadata } from '../../../../charts/report-run';

/** What describes a report before it is run. */
interface ReportDescribe {
  readonly reportMetadata: RunMetadata;
  readonly reportTypeMetadata: {
    readonly categories: readonly {
      readonly columns: Readonly<Record<string, { readonly label: string }>>;
    }[];
  };
}

/** The page of a report: its chart, its rows in groups, and filters that change the run but not the report. */
export default class ReportPage extends LightningElement {
  run: ReportRun | undefined;
  problem: string | undefined;
  isRunning = true;
  areFiltersShown = false;
  isChartShown = true;
  hasDetails = true;
  private describe: ReportDescribe | undefined;
  private filters: readonly RunFilter[] | undefined;
  private shownReference: PageReference | undefined;

  @api get reference(): PageReference | undefined {
    return this.shownReference;
  }
  set reference(reference: PageReference | undefined) {
    this.shownReference = reference;
    this.describe = undefined;
    this.filters = undefined;
    void this.load();
  }

  get name(): string {
    return this.describe?.reportMetadata.name ?? '';
  }

  get typeLabel(): string {
    return `Report: ${this.describe?.reportMetadata.reportType.label ?? ''}`;
  }

  get description(): string | null {
    return this.describe?.reportMetadata.description ?? null;
  }

  get hasGroups(): boolean {
    return this.describe?.reportMetadata.reportFormat !== 'TABULAR';
  }

  get hasDetailsToggle(): boolean {
    return this.describe?.reportMetadata.reportFormat === 'SUMMARY';
  }

  get chart(): ChartData | undefined {
    const chart = this.describe?.reportMetadata.chart;
    if (!this.run || !chart || !this.hasGroups) return undefined;
    return chartData(this.run, {
      chartType: chart.chartType,
      groupings: chart.groupings,
      summaries: chart.summaryColumns,
      sortBy: null,
      maxGroups: null,
    });
  }

  get hasChart(): boolean {
    return this.chart !== undefined;
  }

  get showsChart(): boolean {
    return this.hasChart && this.isChartShown;
  }

  get chartType(): string {
    return this.describe?.reportMetadata.chart?.chartType ?? '';
  }

  get chartHeading(): string {
    return this.describe?.reportMetadata.chart?.title ?? this.name;
  }

  get showsChartValues(): boolean {
    return this.describe?.reportMetadata.chart?.showChartValues === true;
  }

  /** With the filters of this run, for the panel. */
  get shownMetadata(): RunMetadata | undefined {
    return this.run?.reportMetadata ?? this.describe?.reportMetadata;
  }

  get columnLabels(): Record<string, string> {
    const categories = this.describe?.reportTypeMetadata.categories ?? [];
    return Object.fromEntries(
      categories.flatMap(({ columns }) => Object.entries(columns).map(([name, { label }]) => [name, label])),
    );
  }

  /** Numbers over the rows: count, and what the report sums up. */
  get totals(): { readonly key: string; readonly label: string; readonly text: string }[] {
    const { run } = this;
    if (!run) return [];
    return run.reportMetadata.aggregates.map((name, index) => ({
      key: name,
      label: run.reportExtendedMetadata.aggregateColumnInfo[name]?.label ?? name,
      text: run.factMap['T!T']?.aggregates[index]?.label ?? '-',
    }));
  }

  get isPartial(): boolean {
    return this.run?.allData === false;
  }

  handleFilters(): void {
    this.areFiltersShown = !this.areFiltersShown;
  }

  handleChartToggle(): void {
    this.isChartShown = !this.isChartShown;
  }

  handleDetails(event: CustomEvent<{ readonly checked: boolean }>): void {
    this.hasDetails = event.detail.checked;
    void this.runAgain();
  }

  handleApply({ detail }: CustomEvent<readonly RunFilter[]>): void {
    this.filters = detail;
    void this.runAgain();
  }

  async handleRefresh(): Promise<void> {
    await this.runAgain();
  }

  handleDrill({ detail }: CustomEvent<{ readonly groupIndex: number; readonly seriesIndex: number }>): void {
    const { chart, describe } = this;
    if (!chart || !describe) return;
    const more = drillFilters(chart, detail.groupIndex, detail.seriesIndex, describe.reportMetadata.buckets);
    navigate(reportPageReference(this.reportId, [...drillOf(this.shownReference ?? { type: '' }), ...more]));
  }

  private get reportId(): string {
    return this.shownReference?.attributes?.['recordId'] ?? '';
  }

  private async load(): Promise<void> {
    const reference = this.shownReference;
    this.problem = undefined;
    this.isRunning = true;
    try {
      const describe = await request<ReportDescribe>(`${API}/analytics/reports/${this.reportId}/describe`);
      if (reference !== this.shownReference) return;
      this.describe = describe;
      this.hasDetails =
        describe.reportMetadata.reportFormat === 'TABULAR' || describe.reportMetadata.hasDetailRows;
      document.title = describe.reportMetadata.name;
      await this.runAgain();
    } catch (error) {
      if (reference === this.shownReference) this.problem = messageOf(error);
    }
  }

  private async runAgain(): Promise<void> {
    const reference = this.shownReference;
    this.isRunning = true;
    this.problem = undefined;
    try {
      const run = await runReport(this.reportId, this.hasDetails, this.changes());
      if (reference === this.shownReference) this.run = run;
    } catch (error) {
      if (reference === this.shownReference) this.problem = messageOf(error);
    }
    if (reference === this.shownReference) this.isRunning = false;
  }

  /** What this run changes of the report; undefined when it is run as it is saved. */
  private changes(): RunChanges | undefined {
    const { describe, filters, shownReference } = this;
    const drill = shownReference ? drillOf(shownReference) : [];
    if (filters) return { reportFilters: filters, reportBooleanFilter: this.logicOf(drill) };
    if (!describe || drill.length === 0) return undefined;
    return narrowed(describe.reportMetadata, drill);
  }

  private logicOf(drill: readonly RunFilter[]): string | null {
    return this.describe ? narrowed(this.describe.reportMetadata, drill).reportBooleanFilter : null;
  }
}
