import { localDate } from '../../../core';
import type { BoundValue, ValueKind } from '../binder/bound';
import { dateRange, type DateLiteralSettings } from './date-literals';
import { computed, type RunEnvironment, type SqlParameter } from './sql';
import { startOfLocalDate } from './time-zone';

const weekStarts = new Map<string, number>();

/** The bounds of a date literal as parameters: dates for a date field, instants for a datetime field. */
export function rangeParameters(
  range: Extract<BoundValue, { kind: 'dateRange' }>,
  kind: ValueKind,
): { start: SqlParameter; end: SqlParameter } {
  const bound = (side: 'start' | 'end'): SqlParameter =>
    computed((run) => {
      const date = dateRange(range.name, range.count, settingsOf(run))[side];
      return kind === 'datetime' ? startOfLocalDate(date, run.timeZone) : date;
    });
  return { start: bound('start'), end: bound('end') };
}

function settingsOf(run: RunEnvironment): DateLiteralSettings {
  return {
    today: localDate(run.nowMs, run.timeZone),
    firstDayOfWeek: firstDayOfWeek(run.locale),
    fiscalYearStartMonth: run.fiscalYearStartMonth,
  };
}

/** First day of the week in a locale (`en_US`): 0 is Sunday. */
function firstDayOfWeek(locale: string): number {
  let day = weekStarts.get(locale);
  if (day === undefined) {
    const info = new Intl.Locale(locale.replaceAll('_', '-')) as Intl.Locale & {
      getWeekInfo(): { firstDay: number };
    };
    day = info.getWeekInfo().firstDay % 7;
    weekStarts.set(locale, day);
  }
  return day;
}
