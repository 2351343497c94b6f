/** Where a component stands on a grid: columns and rows from 0. */
export interface GridPlace {
  readonly column: number;
  readonly row: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** A number of a report that a component shows: `{ column: 'AMOUNT', aggregate: 'Sum' }`, `{ column: 'RowCount' }`. */
export interface ComponentSummary {
  readonly column: string;
  readonly aggregate: string | null;
}

/** A chart, number or table of a dashboard. */
export interface DashboardComponent {
  /** `Bar`, `Metric`, `FlexTable`, ... */
  readonly componentType: string;
  readonly header: string | null;
  readonly title: string | null;
  readonly footer: string | null;
  /** `Folder/Report`; null for texts. */
  readonly report: string | null;
  readonly groupings: readonly string[];
  readonly summaries: readonly ComponentSummary[];
  /** Columns of a table: detail columns, groupings or summaries. */
  readonly tableColumns: readonly string[];
  readonly sortBy: string | null;
  readonly maxValues: number | null;
  readonly displayUnits: string;
  readonly metricLabel: string | null;
  /** Bounds and breakpoints of gauges and metrics. */
  readonly gauge: {
    readonly minimum: number | null;
    readonly maximum: number | null;
    readonly breakpoints: readonly number[];
    readonly colors: readonly string[];
  };
  readonly legendPosition: string | null;
  readonly showValues: boolean;
  /** Report columns that the dashboard's filters apply to, filter by filter. */
  readonly filterColumns: readonly string[];
  readonly place: GridPlace;
}

/** A filter of a dashboard and the choices it offers. */
export interface DashboardFilter {
  readonly name: string;
  readonly options: readonly { readonly operator: string; readonly values: readonly string[] }[];
}

/**
 * What a deployed Dashboard says.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_dashboard.htm
 */
export interface DashboardDefinition {
  /** `Folder/Developer_Name` */
  readonly fullName: string;
  readonly title: string;
  readonly description: string | null;
  readonly dashboardType: string;
  /** Username whose access counts; null when it is the viewer's. */
  readonly runningUser: string | null;
  readonly gridColumns: number;
  readonly components: readonly DashboardComponent[];
  readonly filters: readonly DashboardFilter[];
}
