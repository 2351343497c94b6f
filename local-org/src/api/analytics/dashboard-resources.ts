import type { DashboardComponentResult, DashboardDefinition } from '../../analytics';
import { formatDatetime } from '../../core';
import type { RunningUser } from '../../execution';
import type { ApiDeps } from '../api-deps';
import type { Resource, RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';
import { dashboardOfId, visibleDashboards, visibleReports } from './find-analytics';
import { basePath } from './report-resources';
import { reportRunBody } from './report-run-body';

/**
 * Lists, describes and runs dashboards. `?filter1=2` chooses the second option of the first filter.
 *
 * DEVIATION: dashboards are run at every request instead of being refreshed; their data is never old.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_dashboard_resources.htm
 */
export function dashboardResources(deps: ApiDeps): Resource[] {
  return [
    { path: '/analytics/dashboards', GET: (request) => listDashboards(request, deps) },
    {
      path: '/analytics/dashboards/:id',
      GET: (request) => runDashboard(request, deps),
      PUT: (request) => ok({ statusUrl: `${dashboardUrl(request)}/status` }),
    },
    { path: '/analytics/dashboards/:id/describe', GET: (request) => describeDashboard(request, deps) },
    { path: '/analytics/dashboards/:id/status', GET: (request) => dashboardStatus(request, deps) },
  ];
}

function listDashboards(request: RestRequest, { org }: ApiDeps): RestResponse {
  return ok({
    dashboards: visibleDashboards(org, request.context).map(({ id, definition }) => ({
      id,
      name: definition.title,
      url: `${basePath(request)}/analytics/dashboards/${id}`,
      statusUrl: `${basePath(request)}/analytics/dashboards/${id}/status`,
    })),
  });
}

function runDashboard(request: RestRequest, { org }: ApiDeps): RestResponse {
  const { context } = request;
  const { id, definition } = dashboardOfId(org, request.parameters['id'] ?? '', context);
  const results = org.analytics.runDashboard(definition, chosenOptions(definition, request), context);
  const ids = reportIds(request, org);
  return ok({
    dashboardMetadata: dashboardBody(definition, id, ids),
    componentData: results.map((result) => componentDataBody(result, definition, ids, request, org)),
    runningUser: userBody(
      org.users.findByUsername(definition.runningUser ?? '') ?? context.user,
      request,
      org,
    ),
    loggedInUser: userBody(context.user, request, org),
  });
}

function userBody(
  { id, username }: RunningUser,
  { context }: RestRequest,
  org: ApiDeps['org'],
): { readonly id: string; readonly displayName: string } {
  const { records } = org.query.query(`SELECT Name FROM User WHERE Id = '${id}'`, {
    context: { ...context, mode: 'system' },
  });
  return { id, displayName: String(records[0]?.fields['Name'] ?? username) };
}

function describeDashboard(request: RestRequest, { org }: ApiDeps): RestResponse {
  const { id, definition } = dashboardOfId(org, request.parameters['id'] ?? '', request.context);
  return ok(dashboardBody(definition, id, reportIds(request, org)));
}

function dashboardStatus(request: RestRequest, { org }: ApiDeps): RestResponse {
  const { definition } = dashboardOfId(org, request.parameters['id'] ?? '', request.context);
  return ok({
    componentStatus: definition.components.map((_, index) => ({
      componentId: componentId(index),
      refreshDate: formatDatetime(org.clock.now()),
      refreshStatus: 'IDLE',
    })),
  });
}

function dashboardUrl(request: RestRequest): string {
  return `${basePath(request)}/analytics/dashboards/${request.parameters['id'] ?? ''}`;
}

/** Ids of the reports that the user may see, by full name. */
function reportIds(request: RestRequest, org: ApiDeps['org']): ReadonlyMap<string, string> {
  return new Map(visibleReports(org, request.context).map(({ id, definition }) => [definition.fullName, id]));
}

function chosenOptions(definition: DashboardDefinition, { query }: RestRequest): (number | null)[] {
  return definition.filters.map((_, index) => {
    const option = query.get(`filter${index + 1}`);
    return option === null || option === '' ? null : Number(option) - 1;
  });
}

function dashboardBody(
  definition: DashboardDefinition,
  id: string,
  ids: ReadonlyMap<string, string>,
): Record<string, unknown> {
  return {
    id,
    name: definition.title,
    developerName: definition.fullName.slice(definition.fullName.lastIndexOf('/') + 1),
    description: definition.description,
    dashboardType: definition.dashboardType,
    layout: {
      gridLayout: true,
      numColumns: definition.gridColumns,
      components: definition.components.map(({ place }) => ({
        column: place.column,
        row: place.row,
        colspan: place.columnSpan,
        rowspan: place.rowSpan,
      })),
    },
    components: definition.components.map((component, index) => ({
      id: componentId(index),
      type: 'Report',
      header: component.header,
      title: component.title,
      footer: component.footer,
      reportId: ids.get(component.report ?? '') ?? null,
      properties: {
        visualizationType: component.componentType,
        groupings: component.groupings,
        aggregates: component.summaries.map(({ column, aggregate }) => ({ name: column, aggregate })),
        tableColumns: component.tableColumns,
        sort: component.sortBy,
        maxRows: component.maxValues,
        displayUnits: component.displayUnits,
        metricLabel: component.metricLabel,
        gauge: component.gauge,
        legendPosition: component.legendPosition,
        showValues: component.showValues,
      },
    })),
    filters: definition.filters.map(({ name, options }) => ({
      name,
      selectedOption: null,
      options: options.map(({ operator, values }, index) => ({
        id: String(index + 1),
        operation: operator,
        value: values.join(','),
        alias: values.join(', '),
      })),
    })),
  };
}

function componentDataBody(
  { component, report }: DashboardComponentResult,
  definition: DashboardDefinition,
  ids: ReadonlyMap<string, string>,
  request: RestRequest,
  org: ApiDeps['org'],
): Record<string, unknown> {
  return {
    componentId: componentId(definition.components.indexOf(component)),
    status: {
      dataStatus: 'DATA',
      errorCode: null,
      errorMessage: null,
      refreshDate: formatDatetime(org.clock.now()),
      refreshStatus: 'IDLE',
    },
    reportResult: reportRunBody(report, ids.get(component.report ?? '') ?? null, basePath(request)),
  };
}

/** Components have no ids in metadata: they are counted. */
function componentId(index: number): string {
  return `01a${String(index + 1).padStart(15, '0')}`;
}
