import type { PlannedColumn, PlannedGrouping, ReportDefinition, ReportPlan } from '../../analytics';

/** Analytics data types of field types, where they are called otherwise. */
const DATA_TYPES: Readonly<Record<string, string>> = {
  reference: 'string',
  id: 'id',
  textarea: 'textarea',
  anyType: 'string',
  combobox: 'picklist',
};

/**
 * `reportMetadata`: what a report asks for.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_getbasic_reportmetadata.htm
 */
export function reportMetadataBody(plan: ReportPlan, id: string | null): Record<string, unknown> {
  const { definition, reportType } = plan;
  const { timeFrame, sort } = definition;
  return {
    id,
    name: definition.label,
    developerName: definition.fullName.slice(definition.fullName.lastIndexOf('/') + 1),
    description: definition.description,
    currency: null,
    reportFormat: definition.format.toUpperCase(),
    reportType: { label: reportType.label, type: reportType.name },
    detailColumns: plan.details.map(({ name }) => name),
    aggregates: plan.summaries.map(({ name }) => name),
    groupingsDown: plan.down.map(groupingBody),
    groupingsAcross: plan.across.map(groupingBody),
    reportFilters: definition.filters.map(({ column, operator, value }) => ({
      column,
      filterType: 'fieldValue',
      isRunPageEditable: true,
      operator,
      value,
    })),
    reportBooleanFilter: definition.booleanFilter,
    standardDateFilter: timeFrame && {
      column: timeFrame.dateColumn,
      durationValue: timeFrame.interval.replace(/^INTERVAL_/, ''),
      startDate: timeFrame.start,
      endDate: timeFrame.end,
    },
    scope: definition.scope,
    showGrandTotal: true,
    showSubtotals: true,
    hasDetailRows: definition.showDetails,
    hasRecordCount: true,
    sortBy: sort ? [{ sortColumn: sort.column, sortOrder: sort.descending ? 'Desc' : 'Asc' }] : [],
    buckets: definition.buckets.map(({ name, label, kind, sourceColumn }) => ({
      // Spelt as the platform's answers spell it.
      devloperName: name,
      label,
      bucketType: kind,
      sourceColumnName: sourceColumn,
    })),
    chart: chartBody(definition),
    topRows: definition.rowLimit === null ? null : { rowLimit: definition.rowLimit, direction: 'Asc' },
  };
}

function groupingBody({ grouping, column }: PlannedGrouping): Record<string, unknown> {
  return {
    name: column.name,
    sortOrder: grouping.descending ? 'Desc' : 'Asc',
    dateGranularity: grouping.granularity,
    sortAggregate: null,
  };
}

function chartBody({ chart }: ReportDefinition): Record<string, unknown> | null {
  return (
    chart && {
      chartType: chart.chartType,
      title: chart.title,
      groupings: chart.groupings,
      summaries: chart.summaries.map(({ column }) => column),
      summaryColumns: chart.summaries.map(({ column, aggregate }) => ({ column, aggregate })),
      legendPosition: chart.legendPosition,
      showChartValues: chart.showValues,
      hasLegend: true,
    }
  );
}

/** `reportExtendedMetadata`: labels and types of what the report shows. */
export function reportExtendedMetadataBody(plan: ReportPlan): Record<string, unknown> {
  return {
    detailColumnInfo: Object.fromEntries(plan.details.map((column) => [column.name, columnInfo(column)])),
    aggregateColumnInfo: Object.fromEntries(
      plan.summaries.map(({ name, label, format }) => [
        name,
        {
          label,
          dataType: dataTypeOf(format.type),
          acrossGroupingContext: null,
          downGroupingContext: null,
        },
      ]),
    ),
    groupingColumnInfo: Object.fromEntries([
      ...plan.down.map(({ column }, level) => [column.name, { ...columnInfo(column), groupingLevel: level }]),
      ...plan.across.map(({ column }, level) => [
        column.name,
        { ...columnInfo(column), groupingLevel: level },
      ]),
    ]),
  };
}

/** Label and type of a column. */
export function columnInfo({ label, format }: PlannedColumn): { label: string; dataType: string } {
  return { label, dataType: dataTypeOf(format.type) };
}

/** How the Analytics API names a field type. */
export function dataTypeOf(type: string): string {
  return DATA_TYPES[type] ?? type;
}
