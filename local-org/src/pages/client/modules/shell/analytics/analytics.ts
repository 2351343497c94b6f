import { API, queryString, request } from 'shell/http';
import { queryRecords, type QueriedRecord } from 'shell/queries';
import type { PageReference } from 'shell/router';
import type { ReportRun, RunFilter, RunGrouping, RunMetadata } from '../../../../charts/report-run';

/** What a component of a dashboard shows. @see https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_dashboard_results.htm */
export interface DashboardComponentRepresentation {
  readonly id: string;
  readonly header: string | null;
  readonly title: string | null;
  readonly footer: string | null;
  readonly reportId: string | null;
  readonly properties: {
    readonly visualizationType: string;
    readonly groupings: readonly string[];
    readonly aggregates: readonly { readonly name: string; readonly aggregate: string | null }[];
    readonly tableColumns: readonly string[];
    readonly sort: string | null;
    readonly maxRows: number | null;
    readonly metricLabel: string | null;
    /** `Auto`, `Integer`, `Thousands`, ... */
    readonly displayUnits: string;
    readonly gauge: {
      readonly minimum: number | null;
      readonly maximum: number | null;
      readonly breakpoints: readonly number[];
      readonly colors: readonly string[];
    };
    readonly showValues: boolean;
  };
}

/** A dashboard with the results of its components. */
export interface DashboardRun {
  readonly dashboardMetadata: {
    readonly name: string;
    readonly description: string | null;
    readonly components: readonly DashboardComponentRepresentation[];
    readonly layout: {
      readonly numColumns: number;
      readonly components: readonly {
        readonly column: number;
        readonly row: number;
        readonly colspan: number;
        readonly rowspan: number;
      }[];
    };
    readonly filters: readonly {
      readonly name: string;
      readonly options: readonly { readonly id: string; readonly alias: string }[];
    }[];
  };
  readonly componentData: readonly {
    readonly componentId: string;
    readonly status: { readonly refreshDate: string; readonly errorMessage: string | null };
    readonly reportResult: ReportRun | null;
  }[];
  readonly runningUser: { readonly displayName: string };
}

/** What a run changes of its report. */
export type RunChanges = Partial<
  Pick<RunMetadata, 'reportFilters' | 'reportBooleanFilter' | 'standardDateFilter' | 'scope'> & {
    readonly groupingsDown: readonly RunGrouping[];
  }
>;

/** A report or a dashboard as lists show it. */
export interface AnalyticsItem {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Label of the folder that it stands in. */
  readonly folder: string;
}

interface AnalyticsRow extends QueriedRecord {
  readonly Name?: string;
  readonly Title?: string;
  readonly Description: string | null;
  readonly FolderName: string | null;
}

const DRILL = 'drill';

/** Runs a report, changed as asked. */
export function runReport(
  reportId: string,
  includeDetails: boolean,
  changes?: RunChanges,
): Promise<ReportRun> {
  const path = `${API}/analytics/reports/${reportId}${queryString({ includeDetails })}`;
  return changes ? request(path, { method: 'POST', body: { reportMetadata: changes } }) : request(path);
}

/** Runs a dashboard. @param chosen ids of the options of its filters, filter by filter; empty for all */
export function runDashboard(dashboardId: string, chosen: readonly string[]): Promise<DashboardRun> {
  const query = Object.fromEntries(
    chosen.flatMap((option, index) => (option === '' ? [] : [[`filter${index + 1}`, option]])),
  );
  return request(`${API}/analytics/dashboards/${dashboardId}${queryString(query)}`);
}

/** The reports that the user may see, by name. */
export function listReports(): Promise<readonly AnalyticsItem[]> {
  return listItems('SELECT Id, Name, Description, FolderName FROM Report ORDER BY Name');
}

/** The dashboards that the user may see, by title. */
export function listDashboards(): Promise<readonly AnalyticsItem[]> {
  return listItems('SELECT Id, Title, Description, FolderName FROM Dashboard ORDER BY Title');
}

async function listItems(soql: string): Promise<readonly AnalyticsItem[]> {
  const rows = await queryRecords<AnalyticsRow>(soql);
  return rows.map(({ Id, Name, Title, Description, FolderName }) => ({
    id: Id,
    name: Name ?? Title ?? '',
    description: Description,
    folder: FolderName ?? '',
  }));
}

/** The page of a report, narrowed by filters that it shows. */
export function reportPageReference(reportId: string, drill: readonly RunFilter[] = []): PageReference {
  return {
    type: 'standard__recordPage',
    attributes: { recordId: reportId, objectApiName: 'Report', actionName: 'view' },
    ...(drill.length > 0 && { state: { [DRILL]: JSON.stringify(drill) } }),
  };
}

/** The filters by which a page reference narrows its report; none when they cannot be read. */
export function drillOf({ state }: PageReference): readonly RunFilter[] {
  try {
    const filters: unknown = JSON.parse(state?.[DRILL] ?? '[]');
    return Array.isArray(filters) ? (filters as readonly RunFilter[]) : [];
  } catch {
    return [];
  }
}
