import { datetimeToEpochMs, localDate, type FieldValue } from '../../core';
import { formatValue, type FormatContext } from '../../query';
import type { DateGranularity, ReportGrouping } from '../report/report-definition';
import type { PlannedColumn, RowReader } from './planned-column';

/** The group that a row falls into. */
export interface GroupValue {
  readonly value: FieldValue;
  readonly label: string;
  /** What groups sort by: a number, a text, or null for blank. */
  readonly sortKey: number | string | null;
}

/** What dates are grouped by. */
export interface GroupingContext extends FormatContext {
  /** 1 to 12 */
  readonly fiscalYearStartMonth: number;
}

const BLANK: GroupValue = { value: null, label: '-', sortKey: null };

/**
 * The group of a row. Datetimes are grouped by the user's day, dates by the calendar day.
 * @see https://help.salesforce.com/s/articleView?id=sf.reports_summary_group.htm
 */
export function groupValue(
  column: PlannedColumn,
  { granularity }: ReportGrouping,
  row: RowReader,
  context: GroupingContext,
): GroupValue {
  const value = column.value(row);
  if (value === null) return BLANK;
  const { type } = column.format;
  if (type === 'date' || type === 'datetime') {
    if (granularity === 'None' && type === 'datetime') return plainValue(column, value, value, context);
    return dateGroup(dayOf(String(value), type, context.timeZone), granularity, context);
  }
  return plainValue(column, value, column.shown(row), context);
}

function plainValue(
  column: PlannedColumn,
  value: FieldValue,
  shown: FieldValue,
  context: GroupingContext,
): GroupValue {
  const label = column.isLink
    ? String(shown ?? '-')
    : (column.valueLabels?.get(String(value)) ?? formatValue(value, column.format, context) ?? '-');
  const order = column.order?.get(String(value));
  const sortKey = typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : label;
  return { value, label, sortKey: order ?? (column.order ? column.order.size : sortKey) };
}

/** The day as `2026-01-31`. */
function dayOf(value: string, type: 'date' | 'datetime', timeZone: string): string {
  return type === 'date' ? value : localDate(datetimeToEpochMs(value), timeZone);
}

interface DateParts {
  readonly day: string;
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly dayOfMonth: number;
  readonly context: GroupingContext;
}

type DateGrouping = (parts: DateParts) => GroupValue;

const byStart = (start: string, label: string): GroupValue => ({ value: start, label, sortKey: start });

/** Labels are those of the platform's reports: `May 2026`, `Q2 CY2026`, `FY 2026`. */
const DATE_GROUPINGS: Readonly<Record<DateGranularity, DateGrouping>> = {
  None: ({ day, context }) => byStart(day, dateLabel(day, context)),
  Day: ({ day, context }) => byStart(day, dateLabel(day, context)),
  Week: ({ day, context }) => {
    const start = addDays(day, -weekday(day));
    return byStart(start, `${dateLabel(start, context)} - ${dateLabel(addDays(start, 6), context)}`);
  },
  Month: ({ year, month, context }) => byStart(firstOf(year, month), monthLabel(year, month, context)),
  Quarter: ({ year, month }) => {
    const quarter = Math.ceil(month / 3);
    return byStart(firstOf(year, quarter * 3 - 2), `Q${quarter} CY${year}`);
  },
  Year: ({ year }) => byStart(firstOf(year, 1), `CY${year}`),
  FiscalQuarter: (parts) => {
    const { year, quarter, start } = fiscal(parts);
    return byStart(start, `Q${quarter} FY ${year}`);
  },
  FiscalYear: (parts) => {
    const { year, yearStart } = fiscal(parts);
    return byStart(firstOf(yearStart, parts.context.fiscalYearStartMonth), `FY ${year}`);
  },
  MonthInYear: ({ month, context }) => ({
    value: String(month),
    label: new Intl.DateTimeFormat(tag(context), { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2000, month - 1, 1),
    ),
    sortKey: month,
  }),
  DayInMonth: ({ dayOfMonth }) => ({
    value: String(dayOfMonth),
    label: String(dayOfMonth),
    sortKey: dayOfMonth,
  }),
};

function dateGroup(day: string, granularity: DateGranularity, context: GroupingContext): GroupValue {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  return DATE_GROUPINGS[granularity]({ day, year, month, dayOfMonth, context });
}

/** A fiscal year that does not start in January is named after the year in which it ends. */
function fiscal({ year, month, context }: DateParts): {
  year: number;
  quarter: number;
  start: string;
  yearStart: number;
} {
  const first = context.fiscalYearStartMonth;
  const yearStart = month >= first ? year : year - 1;
  const monthsIn = (month - first + 12) % 12;
  const quarter = Math.floor(monthsIn / 3) + 1;
  const startIndex = first - 1 + (quarter - 1) * 3;
  return {
    year: first === 1 ? yearStart : yearStart + 1,
    quarter,
    start: firstOf(yearStart + Math.floor(startIndex / 12), (startIndex % 12) + 1),
    yearStart,
  };
}

function firstOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function dateLabel(day: string, context: GroupingContext): string {
  return formatValue(day, { type: 'date', scale: 0 }, context) ?? '-';
}

function monthLabel(year: number, month: number, context: GroupingContext): string {
  const format = new Intl.DateTimeFormat(tag(context), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.UTC(year, month - 1, 1));
}

function tag({ locale }: GroupingContext): string {
  return locale.replaceAll('_', '-');
}
