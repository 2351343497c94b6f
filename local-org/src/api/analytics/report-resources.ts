import type { ReportDefinition } from '../../analytics';
import type { ApiDeps } from '../api-deps';
import type { Resource, RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';
import { reportOfId, visibleReports } from './find-analytics';
import { dataTypeOf, reportExtendedMetadataBody, reportMetadataBody } from './report-metadata-body';
import { checkFilterColumns, withOverrides } from './report-overrides';
import { reportRunBody, reportUrl } from './report-run-body';

/**
 * Lists, describes and runs reports.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_reports_resources.htm
 */
export function reportResources(deps: ApiDeps): Resource[] {
  return [
    { path: '/analytics/reports', GET: (request) => listReports(request, deps) },
    {
      path: '/analytics/reports/:id',
      GET: (request) => answerRun(request, deps),
      POST: (request) => answerRun(request, deps),
    },
    { path: '/analytics/reports/:id/describe', GET: (request) => describeReport(request, deps) },
    { path: '/analytics/reportTypes', GET: () => listReportTypes(deps) },
  ];
}

function listReports(request: RestRequest, { org }: ApiDeps): RestResponse {
  const base = basePath(request);
  return ok(
    visibleReports(org, request.context).map(({ id, definition }) => ({
      id,
      name: definition.label,
      url: reportUrl(base, id),
      describeUrl: `${reportUrl(base, id)}/describe`,
      instancesUrl: `${reportUrl(base, id)}/instances`,
    })),
  );
}

function answerRun(request: RestRequest, deps: ApiDeps): RestResponse {
  return ok(runOfRequest(request, deps));
}

/** Runs the report that a request names, changed as its body says. */
export function runOfRequest(request: RestRequest, { org }: ApiDeps): Record<string, unknown> {
  const { context } = request;
  const { id, definition } = reportOfId(org, request.parameters['id'] ?? '', context);
  const changed = request.method === 'POST' ? overridden(definition, request, org) : definition;
  const details = request.query.get('includeDetails');
  const includeDetails =
    details === null ? changed.format === 'Tabular' || changed.showDetails : details === 'true';
  return reportRunBody(org.analytics.run(changed, includeDetails, context), id, basePath(request));
}

function overridden(
  definition: ReportDefinition,
  request: RestRequest,
  org: ApiDeps['org'],
): ReportDefinition {
  if (request.body.bytes.length === 0) return definition;
  const changed = withOverrides(definition, request.body.json());
  if (changed.filters !== definition.filters) {
    const plan = org.analytics.plan(changed, request.context);
    checkFilterColumns(changed.filters, (name) => plan.fieldColumn(name) !== undefined);
  }
  return changed;
}

function describeReport(request: RestRequest, { org }: ApiDeps): RestResponse {
  const { id, definition } = reportOfId(org, request.parameters['id'] ?? '', request.context);
  const plan = org.analytics.plan(definition, request.context);
  const { reportType } = plan;
  const columns = reportType.columnNames().flatMap((name) => {
    const column = plan.fieldColumn(name);
    return column
      ? [[name, { label: column.label, dataType: dataTypeOf(column.field.type), filterable: true }]]
      : [];
  });
  return ok({
    attributes: {
      type: 'Report',
      reportId: id,
      reportName: definition.label,
      describeUrl: `${reportUrl(basePath(request), id)}/describe`,
      instancesUrl: `${reportUrl(basePath(request), id)}/instances`,
    },
    reportMetadata: reportMetadataBody(plan, id),
    reportExtendedMetadata: reportExtendedMetadataBody(plan),
    reportTypeMetadata: { categories: [{ label: reportType.label, columns: Object.fromEntries(columns) }] },
  });
}

function listReportTypes({ org }: ApiDeps): RestResponse {
  const types = org.analytics.reportTypes().map(({ name, label }) => ({ type: name, label }));
  return ok([{ label: 'All', reportTypes: types }]);
}

/** `/services/data/v67.0` */
export function basePath({ context }: RestRequest): string {
  return `/services/data/v${context.apiVersion.toFixed(1)}`;
}
