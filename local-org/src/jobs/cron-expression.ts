import { ApiError } from '../core';
import { instantOf, wallTimeOf, type WallTime } from './zoned-time';

/** Whether a day fits the expression. */
type DayTest = (year: number, month: number, day: number) => boolean;

interface CronExpression {
  readonly second: number;
  readonly minute: number;
  readonly hours: readonly number[];
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number> | null;
  readonly isDay: DayTest;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
/** An expression that fires on no day of this span never fires: 29 February on a Monday comes once in 28 years. */
const MAX_DAYS_AHEAD = 29 * 366;

/**
 * When an expression of the platform's scheduler fires next.
 *
 * `nextFireTime('0 0 8 ? * MON-FRI', Date.UTC(2026, 10, 21), 'UTC')` is Monday 2026-11-23 08:00.
 * @param afterMs strictly after this instant
 * @returns null when it never fires again
 * @throws ApiError INVALID_CRON_EXPRESSION
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_scheduler.htm
 */
export function nextFireTime(expression: string, afterMs: number, timeZone: string): number | null {
  const cron = parseCron(expression);
  const start = firstDay(cron.years, wallTimeOf(afterMs, timeZone));
  if (!start) return null;
  for (let ahead = 0; ahead <= MAX_DAYS_AHEAD; ahead++) {
    const date = new Date(Date.UTC(start.year, start.month - 1, start.day + ahead));
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    if (!cron.months.has(month) || cron.years?.has(year) === false || !cron.isDay(year, month, day)) continue;
    for (const hour of cron.hours) {
      const time: WallTime = { year, month, day, hour, minute: cron.minute, second: cron.second };
      const instant = instantOf(time, timeZone);
      if (instant > afterMs) return instant;
    }
  }
  return null;
}

type Day = Pick<WallTime, 'year' | 'month' | 'day'>;

/** Where to begin to look: today, or the first of the years that are named; undefined when all are over. */
function firstDay(years: ReadonlySet<number> | null, today: Day): Day | undefined {
  if (!years || years.has(today.year)) return today;
  const coming = [...years].filter((year) => year > today.year);
  return coming.length > 0 ? { year: Math.min(...coming), month: 1, day: 1 } : undefined;
}

/**
 * Reads `Seconds Minutes Hours Day_of_month Month Day_of_week [Year]`. Seconds and minutes are whole numbers; exactly
 * one of the two days may be `?`.
 * @throws ApiError INVALID_CRON_EXPRESSION
 */
export function parseCron(expression: string): CronExpression {
  const parts = expression.trim().toUpperCase().split(/\s+/);
  if (parts.length < 6 || parts.length > 7) throw invalid(expression, 'six or seven fields are needed');
  const [seconds = '', minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year] = parts;
  const read = (
    text: string,
    from: number,
    to: number,
    names: readonly string[] = [],
    base = 0,
  ): Set<number> => readSet(text, from, to, names, base, expression);
  if (![seconds, minutes].every((text) => /^\d{1,2}$/.test(text) && Number(text) < 60)) {
    throw invalid(expression, 'Seconds and minutes must be specified as integers');
  }
  return {
    second: Number(seconds),
    minute: Number(minutes),
    hours: [...read(hours, 0, 23)].sort((a, b) => a - b),
    months: read(month, 1, 12, MONTHS, 1),
    years: year === undefined || year === '*' ? null : read(year, 1970, 2099),
    isDay: dayTest(dayOfMonth, dayOfWeek, expression),
  };
}

function dayTest(dayOfMonth: string, dayOfWeek: string, expression: string): DayTest {
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw invalid(
      expression,
      'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.',
    );
  }
  return dayOfWeek === '?' ? monthDayTest(dayOfMonth, expression) : weekDayTest(dayOfWeek, expression);
}

function monthDayTest(text: string, expression: string): DayTest {
  if (text === 'L') return (year, month, day) => day === lastDay(year, month);
  const weekday = /^(\d+|L)W$/.exec(text)?.[1];
  if (weekday !== undefined) {
    return (year, month, day) =>
      day === nearestWeekday(year, month, weekday === 'L' ? lastDay(year, month) : Number(weekday));
  }
  const days = readSet(text, 1, 31, [], 1, expression);
  return (_year, _month, day) => days.has(day);
}

function weekDayTest(text: string, expression: string): DayTest {
  const nth = /^(\w+?)#([1-5])$/.exec(text);
  const last = /^(\w+?)L$/.exec(text);
  const [, name = '', occurrence] = nth ?? last ?? [];
  if (name !== '') {
    const [wanted] = readSet(name, 1, 7, WEEKDAYS, 1, expression);
    return (year, month, day) =>
      weekday(year, month, day) === wanted &&
      (occurrence === undefined ? day + 7 > lastDay(year, month) : Math.ceil(day / 7) === Number(occurrence));
  }
  const days = readSet(text === 'L' ? 'SAT' : text, 1, 7, WEEKDAYS, 1, expression);
  return (year, month, day) => days.has(weekday(year, month, day));
}

/** Reads `1,3`, `MON-FRI`, `*`, `0/6`. */
function readSet(
  text: string,
  from: number,
  to: number,
  names: readonly string[],
  base: number,
  expression: string,
): Set<number> {
  const valueOf = (word: string): number => {
    const named = names.indexOf(word);
    const value = named >= 0 ? named + base : /^\d+$/.test(word) ? Number(word) : Number.NaN;
    if (!(value >= from && value <= to)) throw invalid(expression, `'${word}' is out of range`);
    return value;
  };
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const [low = '', high] = range.split('-');
    const first = low === '*' ? from : valueOf(low);
    const end = low === '*' || (high === undefined && step !== undefined) ? to : valueOf(high ?? low);
    const by = step === undefined ? 1 : Number(step);
    if (!Number.isInteger(by) || by < 1) throw invalid(expression, `'${part}' has no valid step`);
    const last = end < first ? end + (to - from + 1) : end;
    for (let value = first; value <= last; value += by) values.add(((value - from) % (to - from + 1)) + from);
  }
  return values;
}

/** 1 is Sunday. */
function weekday(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day from Monday to Friday nearest to a day, in the same month. */
function nearestWeekday(year: number, month: number, wanted: number): number {
  const end = lastDay(year, month);
  const day = Math.min(wanted, end);
  const shift = { 1: day === end ? -2 : 1, 7: day === 1 ? 2 : -1 }[weekday(year, month, day)] ?? 0;
  return day + shift;
}

function invalid(expression: string, reason: string): ApiError {
  return new ApiError('INVALID_CRON_EXPRESSION', `Invalid cron expression ${expression}: ${reason}`);
}
