import type { PlannedColumn, ReportCell, ReportFact, ReportGroup, ReportResult } from '../../analytics';
import { reportExtendedMetadataBody, reportMetadataBody } from './report-metadata-body';

/** The path of a report below an API version. */
export function reportUrl(basePath: string, id: string): string {
  return `${basePath}/analytics/reports/${id}`;
}

/**
 * The answer of a report that was run.
 * @param basePath `/services/data/v67.0`
 * @param id null for a report that is not saved
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_get_reportdata.htm
 */
export function reportRunBody(
  result: ReportResult,
  id: string | null,
  basePath: string,
): Record<string, unknown> {
  const { plan } = result;
  return {
    attributes: {
      type: 'Report',
      reportId: id,
      reportName: plan.definition.label,
      ...(id !== null && {
        describeUrl: `${reportUrl(basePath, id)}/describe`,
        instancesUrl: `${reportUrl(basePath, id)}/instances`,
      }),
    },
    allData: result.allData,
    hasDetailRows: result.hasDetailRows,
    groupingsDown: { groupings: result.groupingsDown.map(groupBody) },
    groupingsAcross: { groupings: result.groupingsAcross.map(groupBody) },
    factMap: Object.fromEntries(
      [...result.facts].map(([key, fact]) => [key, factBody(fact, plan.details, result.hasDetailRows)]),
    ),
    reportMetadata: reportMetadataBody(plan, id),
    reportExtendedMetadata: reportExtendedMetadataBody(plan),
  };
}

function groupBody({ key, value, label, groups }: ReportGroup): Record<string, unknown> {
  return { key, value, label, groupings: groups.map(groupBody) };
}

function factBody(
  { summaries, rows }: ReportFact,
  columns: readonly PlannedColumn[],
  hasDetailRows: boolean,
): Record<string, unknown> {
  return {
    aggregates: summaries,
    ...(hasDetailRows && {
      rows: rows.map((cells) => ({
        dataCells: cells.map((cell, index) => cellBody(cell, columns[index])),
      })),
    }),
  };
}

/** Amounts carry their currency; there is but one here, which reports leave out. */
function cellBody({ value, label }: ReportCell, column: PlannedColumn | undefined): Record<string, unknown> {
  const isAmount = column?.format.type === 'currency' && typeof value === 'number';
  return { label, value: isAmount ? { amount: value, currency: null } : value };
}
