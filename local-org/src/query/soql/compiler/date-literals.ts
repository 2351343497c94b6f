import { UnsupportedFeatureError } from '../../../core';

/** A span of days: from `start` to the day before `end`, as `'2026-11-22'`. */
export interface DateRange {
  readonly start: string;
  readonly end: string;
}

/** What the meaning of a date literal depends on. */
export interface DateLiteralSettings {
  /** The user's date today. */
  readonly today: string;
  /** First day of the week: 0 Sunday, 1 Monday. */
  readonly firstDayOfWeek: number;
  /** Month (1 to 12) in which the fiscal year starts. */
  readonly fiscalYearStartMonth: number;
}

interface Unit {
  /** The first day of the unit that is `distance` units away from the one of today. */
  start(settings: DateLiteralSettings, distance: number): string;
}

const day: Unit = { start: (settings, distance) => addDays(settings.today, distance) };
const week: Unit = {
  start: (settings, distance) => {
    const weekday = new Date(`${settings.today}T00:00:00Z`).getUTCDay();
    const back = (weekday - settings.firstDayOfWeek + 7) % 7;
    return addDays(settings.today, distance * 7 - back);
  },
};
const month = monthUnit(1, () => 1);
const quarter = monthUnit(3, () => 1);
const year = monthUnit(12, () => 1);
const fiscalQuarter = monthUnit(3, (settings) => settings.fiscalYearStartMonth);
const fiscalYear = monthUnit(12, (settings) => settings.fiscalYearStartMonth);

/** From which unit to which (exclusive), counted from the one of today. */
type Span = (count: number) => readonly [Unit, number, number];

/** @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm */
const LITERALS: Readonly<Record<string, Span>> = {
  YESTERDAY: () => [day, -1, 0],
  TODAY: () => [day, 0, 1],
  TOMORROW: () => [day, 1, 2],
  LAST_90_DAYS: () => [day, -90, 1],
  NEXT_90_DAYS: () => [day, 1, 91],
  LAST_N_DAYS: (n) => [day, -n, 1],
  NEXT_N_DAYS: (n) => [day, 1, n + 1],
  N_DAYS_AGO: (n) => [day, -n, 1 - n],
  ...unitLiterals('WEEK', week),
  ...unitLiterals('MONTH', month),
  ...unitLiterals('QUARTER', quarter),
  ...unitLiterals('YEAR', year),
  ...unitLiterals('FISCAL_QUARTER', fiscalQuarter),
  ...unitLiterals('FISCAL_YEAR', fiscalYear),
};

function unitLiterals(name: string, unit: Unit): Record<string, Span> {
  return {
    [`LAST_${name}`]: () => [unit, -1, 0],
    [`THIS_${name}`]: () => [unit, 0, 1],
    [`NEXT_${name}`]: () => [unit, 1, 2],
    [`LAST_N_${name}S`]: (n) => [unit, -n, 0],
    [`NEXT_N_${name}S`]: (n) => [unit, 1, n + 1],
    [`N_${name}S_AGO`]: (n) => [unit, -n, 1 - n],
  };
}

/**
 * The days a date literal stands for.
 *
 * `dateRange('LAST_N_DAYS', 2, { today: '2026-11-22', ... })` is `{ start: '2026-11-20', end: '2026-11-23' }`.
 */
export function dateRange(name: string, count: number, settings: DateLiteralSettings): DateRange {
  const literal = LITERALS[name];
  if (!literal) throw new UnsupportedFeatureError(`SOQL: ${name}`);
  const [unit, from, to] = literal(count);
  return { start: unit.start(settings, from), end: unit.start(settings, to) };
}

function monthUnit(months: number, firstMonth: (settings: DateLiteralSettings) => number): Unit {
  return {
    start: (settings, distance) => {
      const [y, m] = settings.today.split('-').map(Number) as [number, number];
      const shift = firstMonth(settings) - 1;
      const index = Math.floor((y * 12 + m - 1 - shift) / months) + distance;
      const first = index * months + shift;
      return new Date(Date.UTC(Math.floor(first / 12), first % 12, 1)).toISOString().slice(0, 10);
    },
  };
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
