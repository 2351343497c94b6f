import { startOfDay } from './calendar';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** The last answer by zone: a save asks for one moment many times, and days begin on a whole minute everywhere. */
const lastAnswers = new Map<string, { readonly minute: number; readonly day: number }>();

/**
 * The day an instant falls on in a time zone, as that day's start in UTC.
 * @param timeZone IANA name: `America/Los_Angeles`
 */
export function localDay(epochMs: number, timeZone: string): number {
  if (timeZone === 'GMT' || timeZone === 'UTC') return startOfDay(epochMs);
  const minute = Math.floor(epochMs / 60_000);
  const last = lastAnswers.get(timeZone);
  if (last?.minute === minute) return last.day;
  const day = computeLocalDay(epochMs, timeZone);
  lastAnswers.set(timeZone, { minute, day });
  return day;
}

function computeLocalDay(epochMs: number, timeZone: string): number {
  const parts = { year: 0, month: 0, day: 0 };
  for (const { type, value } of formatterOf(timeZone).formatToParts(epochMs)) {
    if (type === 'year' || type === 'month' || type === 'day') parts[type] = Number(value);
  }
  const date = new Date(0);
  date.setUTCFullYear(parts.year, parts.month - 1, parts.day);
  return date.getTime();
}
