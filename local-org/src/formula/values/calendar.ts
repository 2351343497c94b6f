/** Milliseconds of a day. */
export const MS_PER_DAY = 86_400_000;

/** A day by its parts: `{ year: 2026, month: 11, day: 22 }`. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Milliseconds since 1970 of a day's start in UTC; undefined when there is no such day. */
export function dayToEpochMs(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  // The constructor would read the years 0 to 99 as 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

/** The UTC day that an instant falls on. */
export function dayOf(epochMs: number): CalendarDay {
  const date = new Date(epochMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days of a month: 29 for February 2024. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** The start of an instant's UTC day. */
export function startOfDay(epochMs: number): number {
  return Math.floor(epochMs / MS_PER_DAY) * MS_PER_DAY;
}

/**
 * Moves an instant by whole months. The last day of a month stays the last day; otherwise a day that the month lacks
 * becomes its last.
 */
export function addMonths(epochMs: number, months: number): number {
  const { year, month, day } = dayOf(epochMs);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  const lastDay = daysInMonth(newYear, newMonth);
  const newDay = day === daysInMonth(year, month) ? lastDay : Math.min(day, lastDay);
  return (dayToEpochMs(newYear, newMonth, newDay) ?? 0) + (epochMs - startOfDay(epochMs));
}

/** Sunday 1 to Saturday 7. */
export function weekday(epochMs: number): number {
  return new Date(epochMs).getUTCDay() + 1;
}

/** 1 for the first of January. */
export function dayOfYear(epochMs: number): number {
  const { year } = dayOf(epochMs);
  return (startOfDay(epochMs) - (dayToEpochMs(year, 1, 1) ?? 0)) / MS_PER_DAY + 1;
}

/** Year and number of the ISO 8601 week, which starts on Monday and belongs to the year of its Thursday. */
export function isoWeek(epochMs: number): { readonly year: number; readonly week: number } {
  const isoDay = ((weekday(epochMs) + 5) % 7) + 1;
  const thursday = startOfDay(epochMs) + (4 - isoDay) * MS_PER_DAY;
  return { year: dayOf(thursday).year, week: Math.ceil(dayOfYear(thursday) / 7) };
}
