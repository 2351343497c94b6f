import type { ChartData } from './chart-data';
import type { RunFilter, RunMetadata } from './report-run';

/** Months that a group of dates spans, by granularity. */
const MONTHS: Readonly<Record<string, number>> = {
  Month: 1,
  Quarter: 3,
  FiscalQuarter: 3,
  Year: 12,
  FiscalYear: 12,
};
/** Days of those that are counted in days. */
const DAYS: Readonly<Record<string, number>> = { Day: 1, Week: 7 };
/** Parts of dates, by which no filter is possible. Reports name some granularity for texts too, where it means nothing. */
const DATE_PARTS: ReadonlySet<string> = new Set(['DayInMonth', 'MonthInYear']);
const DAY_MS = 86_400_000;
/** A group of dates is known by its first day. */
const FIRST_DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * The filters that narrow a report to what a mark of its chart stands for. A grouping by which no filter is possible, such
 * as a bucket or months of all years, does not narrow it.
 */
export function drillFilters(
  { groups, series, groupings }: ChartData,
  groupIndex: number,
  seriesIndex: number,
  buckets: RunMetadata['buckets'],
): RunFilter[] {
  const values = [groups[groupIndex]?.value, ...(groupings.length > 1 ? [series[seriesIndex]?.value] : [])];
  return groupings.flatMap(({ name, dateGranularity }, level) => {
    if (buckets.some(({ devloperName }) => devloperName === name)) return [];
    return groupFilters(name, dateGranularity, values[level] ?? null);
  });
}

function groupFilters(column: string, granularity: string, value: unknown): RunFilter[] {
  if (value === null || typeof value === 'object') return [{ column, operator: 'equals', value: '' }];
  const text = String(value as string | number | boolean);
  const isDay = FIRST_DAY.test(text);
  const end = isDay ? endOf(text, granularity) : undefined;
  if (end === undefined) {
    return DATE_PARTS.has(granularity) ? [] : [{ column, operator: 'equals', value: quoted(text) }];
  }
  return [
    { column, operator: 'greaterOrEqual', value: text },
    { column, operator: 'lessThan', value: end },
  ];
}

/** The first day after a group of dates. */
function endOf(first: string, granularity: string): string | undefined {
  const start = new Date(`${first}T00:00:00Z`);
  const days = DAYS[granularity];
  const months = MONTHS[granularity];
  if (days !== undefined) return new Date(start.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  if (months === undefined) return undefined;
  return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1))
    .toISOString()
    .slice(0, 10);
}

/** Commas separate values. */
function quoted(text: string): string {
  return text.includes(',') ? `"${text}"` : text;
}

/** The filters of a report with more of them, which all must hold. */
export function narrowed(
  { reportFilters, reportBooleanFilter }: Pick<RunMetadata, 'reportFilters' | 'reportBooleanFilter'>,
  more: readonly RunFilter[],
): Pick<RunMetadata, 'reportFilters' | 'reportBooleanFilter'> {
  const numbers = more.map((_, index) => String(reportFilters.length + index + 1));
  return {
    reportFilters: [...reportFilters, ...more],
    reportBooleanFilter:
      reportBooleanFilter === null || more.length === 0
        ? reportBooleanFilter
        : `(${reportBooleanFilter}) AND ${numbers.join(' AND ')}`,
  };
}
