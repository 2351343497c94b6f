import { booleanOf, numberOf, objectOf, objectsOf, textOf, textsOf, type Component } from '../../metadata';
import type { MetadataObject } from '../../metadata';
import type {
  Bucket,
  BucketField,
  CrossFilter,
  DateGranularity,
  ReportChart,
  ReportDefinition,
  ReportFilter,
  ReportFormat,
  ReportGrouping,
  SummaryFormula,
  SummaryKind,
  SummaryReference,
} from './report-definition';

/** Reads a deployed Report. What it may not say is checked at deploy: `reportProblems`. */
export function readReport({ content, fullName }: Component): ReportDefinition {
  return {
    fullName,
    label: textOf(content, 'name') ?? fullName,
    description: textOf(content, 'description') ?? null,
    reportType: textOf(content, 'reportType') ?? '',
    format: (textOf(content, 'format') ?? 'Tabular') as ReportFormat,
    columns: objectsOf(content, 'columns').map((column) => ({
      field: textOf(column, 'field') ?? '',
      summaries: textsOf(column, 'aggregateTypes').filter(isSummaryKind),
    })),
    groupingsDown: objectsOf(content, 'groupingsDown').map(readGrouping),
    groupingsAcross: objectsOf(content, 'groupingsAcross').map(readGrouping),
    ...readFilters(content),
    sort: readSort(content),
    rowLimit: numberOf(content, 'rowLimit') ?? null,
    buckets: objectsOf(content, 'buckets').map(readBucketField),
    summaryFormulas: objectsOf(content, 'aggregates')
      .filter((aggregate) => booleanOf(aggregate, 'isActive', true))
      .map(readSummaryFormula),
    rowFormulas: objectsOf(content, 'customDetailFormulas').map((formula) => ({
      name: textOf(formula, 'developerName') ?? '',
      label: textOf(formula, 'label') ?? '',
      formula: textOf(formula, 'calculatedFormula') ?? '',
      dataType: textOf(formula, 'dataType') ?? 'Double',
      scale: numberOf(formula, 'scale') ?? 0,
    })),
    showDetails: booleanOf(content, 'showDetails', true),
    chart: readChart(objectOf(content, 'chart')),
  };
}

function readFilters(
  content: MetadataObject,
): Pick<
  ReportDefinition,
  'filters' | 'booleanFilter' | 'crossFilters' | 'timeFrame' | 'scope' | 'parameters'
> {
  const filter = objectOf(content, 'filter');
  const timeFrame = objectOf(content, 'timeFrameFilter');
  return {
    filters: filter ? objectsOf(filter, 'criteriaItems').map(readFilter) : [],
    booleanFilter: (filter && textOf(filter, 'booleanFilter')) ?? null,
    crossFilters: objectsOf(content, 'crossFilters').map(readCrossFilter),
    timeFrame: timeFrame
      ? {
          dateColumn: textOf(timeFrame, 'dateColumn') ?? '',
          interval: textOf(timeFrame, 'interval') ?? 'INTERVAL_CUSTOM',
          start: textOf(timeFrame, 'startDate') ?? null,
          end: textOf(timeFrame, 'endDate') ?? null,
        }
      : null,
    scope: textOf(content, 'scope') ?? 'organization',
    parameters: Object.fromEntries(
      objectsOf(content, 'params').map((parameter) => [
        textOf(parameter, 'name') ?? '',
        textOf(parameter, 'value') ?? '',
      ]),
    ),
  };
}

function readFilter(item: MetadataObject): ReportFilter {
  return {
    column: textOf(item, 'column') ?? '',
    operator: textOf(item, 'operator') ?? 'equals',
    value: textOf(item, 'value') ?? '',
    columnToColumn: booleanOf(item, 'columnToColumn'),
  };
}

function readCrossFilter(item: MetadataObject): CrossFilter {
  return {
    primaryColumn: textOf(item, 'primaryTableColumn') ?? '',
    relatedObject: textOf(item, 'relatedTable') ?? '',
    joinColumn: textOf(item, 'relatedTableJoinColumn') ?? '',
    without: textOf(item, 'operation') === 'without',
    filters: objectsOf(item, 'criteriaItems').map(readFilter),
  };
}

function readSort(content: MetadataObject): ReportDefinition['sort'] {
  const column = textOf(content, 'sortColumn');
  return column === undefined ? null : { column, descending: textOf(content, 'sortOrder') === 'Desc' };
}

function readGrouping(item: MetadataObject): ReportGrouping {
  return {
    field: textOf(item, 'field') ?? '',
    granularity: (textOf(item, 'dateGranularity') ?? 'None') as DateGranularity,
    descending: textOf(item, 'sortOrder') === 'Desc',
    sortBySummary: readSortSummary(item),
  };
}

function readSortSummary(item: MetadataObject): SummaryReference | null {
  const name = textOf(item, 'sortByName');
  const sortType = textOf(item, 'sortType');
  if (name === undefined || sortType === undefined || sortType === 'Column') return null;
  if (sortType === 'CustomSummaryFormula') return { kind: 'Formula', name };
  const kind = textOf(item, 'aggregateType') ?? 'Sum';
  return isSummaryKind(kind) ? { kind, column: name } : { kind: 'RowCount' };
}

function readBucketField(item: MetadataObject): BucketField {
  return {
    name: textOf(item, 'developerName') ?? '',
    label: textOf(item, 'masterLabel') ?? '',
    kind: (textOf(item, 'bucketType') ?? 'text') as BucketField['kind'],
    sourceColumn: textOf(item, 'sourceColumnName') ?? '',
    otherLabel: booleanOf(item, 'useOther') ? (textOf(item, 'otherBucketLabel') ?? 'Other') : null,
    blankAsZero: textOf(item, 'nullTreatment') === 'z',
    buckets: objectsOf(item, 'values').map(readBucket),
  };
}

function readBucket(item: MetadataObject): Bucket {
  const sources = objectsOf(item, 'sourceValues');
  const bound = (element: 'from' | 'to'): number | null => {
    const text = sources.map((source) => textOf(source, element)).find((value) => value !== undefined);
    return text === undefined ? null : Number(text);
  };
  return {
    label: textOf(item, 'value') ?? '',
    from: bound('from'),
    to: bound('to'),
    values: sources.flatMap((source) => textOf(source, 'sourceValue') ?? []),
  };
}

function readSummaryFormula(item: MetadataObject): SummaryFormula {
  return {
    name: textOf(item, 'developerName') ?? '',
    label: textOf(item, 'masterLabel') ?? '',
    formula: textOf(item, 'calculatedFormula') ?? '',
    dataType: (textOf(item, 'datatype') ?? 'number') as SummaryFormula['dataType'],
    scale: numberOf(item, 'scale') ?? 0,
  };
}

function readChart(chart: MetadataObject | undefined): ReportChart | null {
  if (!chart) return null;
  return {
    chartType: textOf(chart, 'chartType') ?? 'None',
    title: textOf(chart, 'title') ?? null,
    groupings: ['groupingColumn', 'secondaryGroupingColumn'].flatMap((name) => textOf(chart, name) ?? []),
    summaries: objectsOf(chart, 'chartSummaries').map((summary) => ({
      column: textOf(summary, 'column') ?? '',
      aggregate: textOf(summary, 'aggregate') ?? 'Sum',
    })),
    legendPosition: textOf(chart, 'legendPosition') ?? 'Right',
    showValues: booleanOf(chart, 'showValues'),
  };
}

const SUMMARY_KINDS: ReadonlySet<string> = new Set<SummaryKind>([
  'Sum',
  'Average',
  'Maximum',
  'Minimum',
  'Unique',
  'Median',
]);

/** Whether a metadata aggregate type is one that sums up a column. */
export function isSummaryKind(text: string): text is SummaryKind {
  return SUMMARY_KINDS.has(text);
}
