/**
 * The answer of a report that was run, as far as pages draw it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_get_reportdata.htm
 */
export interface ReportRun {
  readonly attributes: { readonly reportId: string | null; readonly reportName: string };
  readonly allData: boolean;
  readonly hasDetailRows: boolean;
  readonly groupingsDown: { readonly groupings: readonly RunGroup[] };
  readonly groupingsAcross: { readonly groupings: readonly RunGroup[] };
  readonly factMap: Readonly<Record<string, RunFact>>;
  readonly reportMetadata: RunMetadata;
  readonly reportExtendedMetadata: {
    readonly detailColumnInfo: Readonly<Record<string, RunColumnInfo>>;
    readonly aggregateColumnInfo: Readonly<Record<string, RunColumnInfo>>;
    readonly groupingColumnInfo: Readonly<Record<string, RunColumnInfo>>;
  };
}

/** A group of rows or columns: `{ key: '0_1', label: 'Won', value: 'Closed Won' }`. */
export interface RunGroup {
  readonly key: string;
  readonly label: string;
  readonly value: unknown;
  readonly groupings: readonly RunGroup[];
}

/** Numbers and rows of a group of rows and a group of columns. */
export interface RunFact {
  readonly aggregates: readonly { readonly value: number | null; readonly label: string }[];
  readonly rows?: readonly { readonly dataCells: readonly RunCell[] }[];
}

/** A value as it is shown; an id when the column leads to a record. */
export interface RunCell {
  readonly label: string;
  readonly value: unknown;
}

export interface RunColumnInfo {
  readonly label: string;
  readonly dataType: string;
}

/** A line of a report's filter. */
export interface RunFilter {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
}

export interface RunGrouping {
  readonly name: string;
  readonly dateGranularity: string;
}

/** The chart that a report or a dashboard component asks for. */
export interface ChartRequest {
  /** `HorizontalBar` of reports, `Bar` of dashboards. */
  readonly chartType: string;
  /** Columns: the groups, and the series inside them. */
  readonly groupings: readonly string[];
  readonly summaries: readonly { readonly column: string; readonly aggregate: string | null }[];
  /** `RowValueDescending`, ... */
  readonly sortBy: string | null;
  /** How many groups are shown. */
  readonly maxGroups: number | null;
}

export interface RunMetadata {
  readonly id: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly reportFormat: 'TABULAR' | 'SUMMARY' | 'MATRIX';
  readonly reportType: { readonly label: string; readonly type: string };
  readonly detailColumns: readonly string[];
  readonly aggregates: readonly string[];
  readonly groupingsDown: readonly RunGrouping[];
  readonly groupingsAcross: readonly RunGrouping[];
  readonly reportFilters: readonly RunFilter[];
  readonly reportBooleanFilter: string | null;
  readonly standardDateFilter: {
    readonly column: string;
    readonly durationValue: string;
    readonly startDate: string | null;
    readonly endDate: string | null;
  } | null;
  readonly scope: string;
  readonly hasDetailRows: boolean;
  readonly buckets: readonly { readonly devloperName: string; readonly label: string }[];
  readonly chart: {
    readonly chartType: string;
    readonly title: string | null;
    readonly groupings: readonly string[];
    readonly summaryColumns: readonly { readonly column: string; readonly aggregate: string | null }[];
    readonly showChartValues: boolean;
  } | null;
}

/** Whether two names mean the same column: metadata write `$` where the API writes a dot. */
export function isSameColumn(a: string, b: string): boolean {
  return normalized(a) === normalized(b);
}

function normalized(name: string): string {
  return name.replaceAll('$', '.').toLowerCase();
}
