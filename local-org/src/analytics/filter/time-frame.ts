/** First and last unit of an interval, as date literals; null is open. */
type Span = readonly [from: string | null, to: string | null];

const same = (literal: string): Span => [literal, literal];

/** Calendar (`QUARTER`, `YEAR`) and fiscal spans have the same forms. */
const spans = (
  unit: string,
): Record<'current' | 'next' | 'previous' | 'withNext' | 'withPrevious', Span> => ({
  current: same(`THIS_${unit}`),
  next: same(`NEXT_${unit}`),
  previous: same(`LAST_${unit}`),
  withNext: [`THIS_${unit}`, `NEXT_${unit}`],
  withPrevious: [`LAST_${unit}`, `THIS_${unit}`],
});

const FISCAL_QUARTER = spans('FISCAL_QUARTER');
const QUARTER = spans('QUARTER');
const FISCAL_YEAR = spans('FISCAL_YEAR');
const YEAR = spans('YEAR');

const daysUntilToday = (days: number): Span => [`LAST_N_DAYS:${days}`, 'TODAY'];
const daysFromTomorrow = (days: number): Span => same(`NEXT_N_DAYS:${days}`);

/**
 * Spans of a report's time frame. Intervals of the enum that are not here are refused by name at deploy.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_report.htm
 */
export const INTERVALS: Readonly<Record<string, Span>> = {
  INTERVAL_CURRENT: FISCAL_QUARTER.current,
  INTERVAL_CURNEXT1: FISCAL_QUARTER.withNext,
  INTERVAL_CURPREV1: FISCAL_QUARTER.withPrevious,
  INTERVAL_NEXT1: FISCAL_QUARTER.next,
  INTERVAL_PREV1: FISCAL_QUARTER.previous,
  INTERVAL_CURNEXT3: ['THIS_FISCAL_QUARTER', 'NEXT_N_FISCAL_QUARTERS:3'],
  INTERVAL_CURFY: FISCAL_YEAR.current,
  INTERVAL_PREVFY: FISCAL_YEAR.previous,
  INTERVAL_PREV2FY: same('LAST_N_FISCAL_YEARS:2'),
  INTERVAL_AGO2FY: same('N_FISCAL_YEARS_AGO:2'),
  INTERVAL_NEXTFY: FISCAL_YEAR.next,
  INTERVAL_PREVCURFY: FISCAL_YEAR.withPrevious,
  INTERVAL_PREVCUR2FY: ['LAST_N_FISCAL_YEARS:2', 'THIS_FISCAL_YEAR'],
  INTERVAL_CURNEXTFY: FISCAL_YEAR.withNext,
  INTERVAL_YESTERDAY: same('YESTERDAY'),
  INTERVAL_TODAY: same('TODAY'),
  INTERVAL_TOMORROW: same('TOMORROW'),
  INTERVAL_LASTWEEK: same('LAST_WEEK'),
  INTERVAL_THISWEEK: same('THIS_WEEK'),
  INTERVAL_NEXTWEEK: same('NEXT_WEEK'),
  INTERVAL_LASTMONTH: same('LAST_MONTH'),
  INTERVAL_THISMONTH: same('THIS_MONTH'),
  INTERVAL_NEXTMONTH: same('NEXT_MONTH'),
  INTERVAL_LASTTHISMONTH: ['LAST_MONTH', 'THIS_MONTH'],
  INTERVAL_THISNEXTMONTH: ['THIS_MONTH', 'NEXT_MONTH'],
  INTERVAL_CURRENTQ: QUARTER.current,
  INTERVAL_CURNEXTQ: QUARTER.withNext,
  INTERVAL_CURPREVQ: QUARTER.withPrevious,
  INTERVAL_NEXTQ: QUARTER.next,
  INTERVAL_PREVQ: QUARTER.previous,
  INTERVAL_CURNEXT3Q: ['THIS_QUARTER', 'NEXT_N_QUARTERS:3'],
  INTERVAL_CURY: YEAR.current,
  INTERVAL_PREVY: YEAR.previous,
  INTERVAL_PREV2Y: same('LAST_N_YEARS:2'),
  INTERVAL_AGO2Y: same('N_YEARS_AGO:2'),
  INTERVAL_NEXTY: YEAR.next,
  INTERVAL_PREVCURY: YEAR.withPrevious,
  INTERVAL_PREVCUR2Y: ['LAST_N_YEARS:2', 'THIS_YEAR'],
  INTERVAL_CURNEXTY: YEAR.withNext,
  INTERVAL_LAST7: daysUntilToday(7),
  INTERVAL_LAST30: daysUntilToday(30),
  INTERVAL_LAST60: daysUntilToday(60),
  INTERVAL_LAST90: daysUntilToday(90),
  INTERVAL_LAST120: daysUntilToday(120),
  INTERVAL_NEXT7: daysFromTomorrow(7),
  INTERVAL_NEXT30: daysFromTomorrow(30),
  INTERVAL_NEXT60: daysFromTomorrow(60),
  INTERVAL_NEXT90: daysFromTomorrow(90),
  INTERVAL_NEXT120: daysFromTomorrow(120),
};

/** The interval whose dates the report itself gives. */
export const CUSTOM_INTERVAL = 'INTERVAL_CUSTOM';
