/** Formats a report can have; joined reports are refused. */
export type ReportFormat = 'Tabular' | 'Summary' | 'Matrix';

/** How numbers of a group are summed up. */
export type SummaryKind = 'Sum' | 'Average' | 'Maximum' | 'Minimum' | 'Unique' | 'Median';

/** How dates are put into groups. */
export type DateGranularity =
  | 'None'
  | 'Day'
  | 'Week'
  | 'Month'
  | 'Quarter'
  | 'Year'
  | 'FiscalQuarter'
  | 'FiscalYear'
  | 'MonthInYear'
  | 'DayInMonth';

/** A detail column, and the ways in which its numbers are summed up. */
export interface DetailColumn {
  readonly field: string;
  readonly summaries: readonly SummaryKind[];
}

/** A grouping of rows or columns. */
export interface ReportGrouping {
  readonly field: string;
  readonly granularity: DateGranularity;
  readonly descending: boolean;
  /** The summary that groups are sorted by instead of their own value: `{ column: 'AMOUNT', kind: 'Sum' }`. */
  readonly sortBySummary: SummaryReference | null;
}

/** Names a number of a group: a summary of a column, the count of its rows, or a summary formula. */
export type SummaryReference =
  | { readonly kind: SummaryKind; readonly column: string }
  | { readonly kind: 'RowCount' }
  | { readonly kind: 'Formula'; readonly name: string };

/** A line of a report's filter. */
export interface ReportFilter {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
  /** The value names another column. */
  readonly columnToColumn: boolean;
}

/** Records of another object that a row must, or must not, have. */
export interface CrossFilter {
  readonly primaryColumn: string;
  readonly relatedObject: string;
  readonly joinColumn: string;
  readonly without: boolean;
  readonly filters: readonly ReportFilter[];
}

/** Limits rows to a span of time. */
export interface TimeFrame {
  readonly dateColumn: string;
  readonly interval: string;
  /** `'2026-01-31'`; used by INTERVAL_CUSTOM. */
  readonly start: string | null;
  readonly end: string | null;
}

/** Puts values of a column into named buckets. */
export interface BucketField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'number' | 'picklist' | 'text';
  readonly sourceColumn: string;
  /** Name of the bucket for what fits no other; null when such values stay as they are. */
  readonly otherLabel: string | null;
  /** Whether blank numbers count as zero. */
  readonly blankAsZero: boolean;
  readonly buckets: readonly Bucket[];
}

/** One bucket: numbers above `from` up to and including `to`, or a list of values. */
export interface Bucket {
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly values: readonly string[];
}

/** A formula over the numbers of a group. */
export interface SummaryFormula {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly dataType: 'number' | 'currency' | 'percent';
  readonly scale: number;
}

/** A formula computed for every row. */
export interface RowFormula {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly dataType: string;
  readonly scale: number;
}

/** How a report is drawn. */
export interface ReportChart {
  readonly chartType: string;
  readonly title: string | null;
  readonly groupings: readonly string[];
  readonly summaries: readonly { readonly column: string; readonly aggregate: string }[];
  readonly legendPosition: string;
  readonly showValues: boolean;
}

/**
 * What a deployed Report says, in the terms of this module.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_report.htm
 */
export interface ReportDefinition {
  /** `Folder/Developer_Name` */
  readonly fullName: string;
  readonly label: string;
  readonly description: string | null;
  readonly reportType: string;
  readonly format: ReportFormat;
  readonly columns: readonly DetailColumn[];
  readonly groupingsDown: readonly ReportGrouping[];
  readonly groupingsAcross: readonly ReportGrouping[];
  readonly filters: readonly ReportFilter[];
  readonly booleanFilter: string | null;
  readonly crossFilters: readonly CrossFilter[];
  readonly timeFrame: TimeFrame | null;
  readonly scope: string;
  /** Values of the report type's own filters: `{ open: 'closed' }`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  readonly rowLimit: number | null;
  readonly buckets: readonly BucketField[];
  readonly summaryFormulas: readonly SummaryFormula[];
  readonly rowFormulas: readonly RowFormula[];
  readonly showDetails: boolean;
  readonly chart: ReportChart | null;
}
