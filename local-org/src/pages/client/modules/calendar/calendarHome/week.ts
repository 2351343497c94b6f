import type { Day } from 'shell/days';

const DAY_MS = 86_400_000;
const DAYS_IN_WEEK = 7;
const SUNDAY = 7;

/** What newer browsers tell of a locale's week; the others start theirs on Sunday. */
interface LocaleWithWeek {
  getWeekInfo?(): { readonly firstDay: number };
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The seven days of the week that a day is in, from the first day that the locale's weeks have. */
export function weekOf(day: Day, locale: string): Day[] {
  const firstDay = (new Intl.Locale(locale) as LocaleWithWeek).getWeekInfo?.().firstDay ?? SUNDAY;
  const offset = (new Date(day).getUTCDay() - firstDay + 2 * DAYS_IN_WEEK) % DAYS_IN_WEEK;
  return Array.from({ length: DAYS_IN_WEEK }, (_, index) => addDays(day, index - offset));
}

/** A day, or the days from the first to the last, as the locale writes them. */
export function daysText(days: readonly Day[], locale: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const [first, last] = [new Date(days[0] ?? ''), new Date(days.at(-1) ?? '')];
  return format.formatRange(first, last);
}
