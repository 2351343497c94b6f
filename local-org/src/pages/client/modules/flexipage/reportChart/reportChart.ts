import { LightningElement, api } from 'lwc';
import { reportPageReference, runReport, type RunChanges } from 'shell/analytics';
import { API, messageOf, request } from 'shell/http';
import { literal, queryRecords } from 'shell/queries';
import { navigate, urlOf } from 'shell/router';
import { chartData, type ChartData } from '../../../../charts/chart-data';
import { drillFilters, narrowed } from '../../../../charts/drill-down';
import type { ReportRun } from '../../../../charts/report-run';

/** The chart of a report on a page; on a record page its numbers can be narrowed to the record. */
export default class ReportChart extends LightningElement {
  /** Developer name of the report, or its name with the folder. */
  @api reportName = '';
  /** Title in place of the chart's own. */
  @api label: string | undefined;
  /** Column of the report that must hold the record's id. */
  @api reportFilter: string | undefined;
  @api recordId: string | undefined;
  @api showRefreshButton: string | boolean = 'false';
  run: ReportRun | undefined;
  problem: string | undefined;

  get heading(): string {
    return this.label ?? this.run?.reportMetadata.chart?.title ?? this.run?.reportMetadata.name ?? '';
  }

  get isLoading(): boolean {
    return !this.run && this.problem === undefined;
  }

  get chartType(): string {
    return this.run?.reportMetadata.chart?.chartType ?? '';
  }

  get hasRefresh(): boolean {
    return String(this.showRefreshButton) === 'true';
  }

  get data(): ChartData | undefined {
    const chart = this.run?.reportMetadata.chart;
    if (!this.run || !chart) return undefined;
    const { chartType, groupings, summaryColumns: summaries } = chart;
    return chartData(this.run, { chartType, groupings, summaries, sortBy: null, maxGroups: null });
  }

  get showValues(): boolean {
    return this.run?.reportMetadata.chart?.showChartValues === true;
  }

  get reportUrl(): string | undefined {
    const id = this.run?.attributes.reportId;
    return id ? urlOf(reportPageReference(id)) : undefined;
  }

  override connectedCallback(): void {
    void this.load();
  }

  handleRefresh(): void {
    void this.load();
  }

  handleDrill({ detail }: CustomEvent<{ readonly groupIndex: number; readonly seriesIndex: number }>): void {
    const { data, run } = this;
    const id = run?.attributes.reportId;
    if (!data || !run || !id) return;
    const { buckets } = run.reportMetadata;
    navigate(reportPageReference(id, drillFilters(data, detail.groupIndex, detail.seriesIndex, buckets)));
  }

  private async load(): Promise<void> {
    this.problem = undefined;
    try {
      const id = await this.findReport();
      const run = await runReport(id, false, await this.changes(id));
      if (!run.reportMetadata.chart) throw new Error(`The report ${run.reportMetadata.name} has no chart.`);
      this.run = run;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  private async findReport(): Promise<string> {
    const name = this.reportName.slice(this.reportName.lastIndexOf('/') + 1);
    const [found] = await queryRecords(`SELECT Id FROM Report WHERE DeveloperName = ${literal(name)}`);
    if (!found) throw new Error(`There is no report ${this.reportName}, or you may not see it.`);
    return found.Id;
  }

  private async changes(reportId: string): Promise<RunChanges | undefined> {
    const { reportFilter: column, recordId: value } = this;
    if (!column || !value) return undefined;
    const { reportMetadata } = await request<Pick<ReportRun, 'reportMetadata'>>(
      `${API}/analytics/reports/${reportId}/describe`,
    );
    return narrowed(reportMetadata, [{ column, operator: 'equals', value }]);
  }
}
