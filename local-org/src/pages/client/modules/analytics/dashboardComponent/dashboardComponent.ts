import { LightningElement, api } from 'lwc';
import { reportPageReference, type DashboardComponentRepresentation } from 'shell/analytics';
import { navigate, urlOf } from 'shell/router';
import { aggregateIndex, chartData, type ChartData } from '../../../../charts/chart-data';
import { drillFilters } from '../../../../charts/drill-down';
import { currencySymbolOf, valueText } from '../../../../charts/scale';
import type { ReportRun } from '../../../../charts/report-run';

const TABLES: ReadonlySet<string> = new Set(['FlexTable', 'Table']);
const TABLE_ROWS = 10;
/** Large numbers are written short: `$1.6M`. */
const AUTO_UNITS = 'Auto';

/** A component of a dashboard: a chart, a number or a table of its report, which a press on it opens. */
export default class DashboardComponent extends LightningElement {
  @api component: DashboardComponentRepresentation | undefined;
  /** The report as it was run for the dashboard. */
  @api run: ReportRun | undefined;
  @api errorText: string | null = null;

  get heading(): string {
    return this.component?.header ?? this.component?.title ?? this.run?.attributes.reportName ?? '';
  }

  get type(): string {
    return this.component?.properties.visualizationType ?? '';
  }

  get isMetric(): boolean {
    return this.type === 'Metric' || this.isGauge;
  }

  get isGauge(): boolean {
    return this.type === 'Gauge';
  }

  get isTable(): boolean {
    return TABLES.has(this.type);
  }

  get hasProblem(): boolean {
    return this.errorText !== null || !this.run;
  }

  get problem(): string {
    return this.errorText ?? 'The report of this component is not available to you.';
  }

  get reportUrl(): string | null {
    const { reportId } = this.component ?? {};
    return reportId ? urlOf(reportPageReference(reportId)) : null;
  }

  get reportText(): string {
    return `View Report (${this.run?.attributes.reportName ?? ''})`;
  }

  get chart(): ChartData | undefined {
    const { component, run } = this;
    if (!component || !run) return undefined;
    const { visualizationType, groupings, aggregates, sort, maxRows } = component.properties;
    return chartData(run, {
      chartType: visualizationType,
      groupings,
      summaries: aggregates.map(({ name, aggregate }) => ({ column: name, aggregate })),
      sortBy: sort,
      maxGroups: maxRows,
    });
  }

  get canDrill(): boolean {
    return this.reportUrl !== null;
  }

  get showValues(): boolean {
    return this.component?.properties.showValues === true;
  }

  get bands(): DashboardComponentRepresentation['properties']['gauge'] | undefined {
    return this.component?.properties.gauge;
  }

  get metricValue(): number | null {
    return this.total?.value ?? null;
  }

  get metricText(): string {
    const { total, component } = this;
    if (!total || total.value === null) return '-';
    const isShort = component?.properties.displayUnits === AUTO_UNITS;
    const value = { value: total.value, label: total.label };
    return isShort ? valueText(value, this.dataType, currencySymbolOf(total.label)) : total.label;
  }

  get metricLabel(): string {
    return this.component?.properties.metricLabel ?? '';
  }

  get tableColumns(): readonly string[] {
    return this.component?.properties.tableColumns ?? [];
  }

  get maxRows(): number {
    return this.component?.properties.maxRows ?? TABLE_ROWS;
  }

  handleDrill({ detail }: CustomEvent<{ readonly groupIndex: number; readonly seriesIndex: number }>): void {
    const { chart, run, component } = this;
    if (!chart || !run || !component?.reportId) return;
    const { buckets } = run.reportMetadata;
    const filters = drillFilters(chart, detail.groupIndex, detail.seriesIndex, buckets);
    navigate(reportPageReference(component.reportId, filters));
  }

  private get dataType(): string {
    return this.chart?.dataType ?? '';
  }

  /** The number of a metric: that of the whole report. */
  private get total(): { readonly value: number | null; readonly label: string } | undefined {
    const { run, component } = this;
    const [summary] = component?.properties.aggregates ?? [];
    if (!run) return undefined;
    const index = summary ? aggregateIndex(run, { column: summary.name, aggregate: summary.aggregate }) : 0;
    return run.factMap['T!T']?.aggregates[index];
  }
}
