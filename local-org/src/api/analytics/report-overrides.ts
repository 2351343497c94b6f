import type { DateGranularity, ReportDefinition, ReportFilter, ReportGrouping } from '../../analytics';
import { ApiError } from '../../core';
import { malformedBody } from '../http/errors';
import { isJsonObject } from '../rest/record-input';

type Json = Readonly<Record<string, unknown>>;
type Override = (value: unknown) => Partial<ReportDefinition>;

/** Parts of `reportMetadata` that a run may change, and what they change. */
const OVERRIDES: Readonly<Record<string, Override>> = {
  reportFilters: (value) => ({ filters: objects(value).map(filterOf) }),
  reportBooleanFilter: (value) => ({ booleanFilter: textOrNull(value) }),
  groupingsDown: (value) => ({ groupingsDown: objects(value).map(groupingOf) }),
  groupingsAcross: (value) => ({ groupingsAcross: objects(value).map(groupingOf) }),
  standardDateFilter: (value) => ({ timeFrame: isJsonObject(value) ? timeFrameOf(value) : null }),
  sortBy: (value) => ({ sort: sortOf(objects(value)[0]) }),
  scope: (value) => ({ scope: textOrNull(value) ?? 'organization' }),
};

/**
 * A report as the body of a run changes it: filters, groupings, sorting, time frame, columns.
 * @param body `{ "reportMetadata": { "reportFilters": [...] } }`
 */
export function withOverrides(definition: ReportDefinition, body: unknown): ReportDefinition {
  const metadata = isJsonObject(body) ? body['reportMetadata'] : undefined;
  if (metadata === undefined) return definition;
  if (!isJsonObject(metadata)) throw malformedBody('reportMetadata must be an object');
  const changes = Object.entries(OVERRIDES).map(([name, override]) =>
    metadata[name] === undefined ? {} : override(metadata[name]),
  );
  const columns = metadata['detailColumns'];
  return {
    ...definition,
    ...Object.assign({}, ...changes),
    ...(Array.isArray(columns) && {
      columns: columns.map((field) => ({
        field: String(field),
        summaries: definition.columns.find((column) => column.field === field)?.summaries ?? [],
      })),
    }),
  };
}

/** Refuses filters of a run on columns that the user cannot use. RP: a saved filter falls away, one of a run does not. */
export function checkFilterColumns(
  filters: readonly ReportFilter[],
  isColumn: (name: string) => boolean,
): void {
  const unknown = filters.find(({ column }) => !isColumn(column));
  if (!unknown) return;
  throw new ApiError('BAD_REQUEST', `The filter column ${unknown.column} is not valid.`, { httpStatus: 400 });
}

function filterOf(item: Json): ReportFilter {
  return {
    column: textOrNull(item['column']) ?? '',
    operator: textOrNull(item['operator']) ?? 'equals',
    value: textOrNull(item['value']) ?? '',
    columnToColumn: item['filterType'] === 'fieldToField',
  };
}

function groupingOf(item: Json): ReportGrouping {
  return {
    field: textOrNull(item['name']) ?? '',
    granularity: (textOrNull(item['dateGranularity']) ?? 'None') as DateGranularity,
    descending: /^desc$/i.test(textOrNull(item['sortOrder']) ?? ''),
    sortBySummary: null,
  };
}

function timeFrameOf(item: Json): ReportDefinition['timeFrame'] {
  const column = textOrNull(item['column']);
  if (column === null) return null;
  return {
    dateColumn: column,
    interval: `INTERVAL_${textOrNull(item['durationValue']) ?? 'CUSTOM'}`.replace(
      /^(INTERVAL_)+/,
      'INTERVAL_',
    ),
    start: textOrNull(item['startDate']),
    end: textOrNull(item['endDate']),
  };
}

function sortOf(item: Json | undefined): ReportDefinition['sort'] {
  const column = item && textOrNull(item['sortColumn']);
  return column ? { column, descending: /^desc$/i.test(textOrNull(item['sortOrder']) ?? '') } : null;
}

function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
