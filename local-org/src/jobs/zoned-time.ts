/** A wall-clock reading: `{ year: 2026, month: 11, day: 22, hour: 8, minute: 0, second: 0 }`; month from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** What a clock on the wall shows at an instant. @param timeZone IANA name */
export function wallTimeOf(epochMs: number, timeZone: string): WallTime {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(epochMs)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

/**
 * The instant at which the wall clock shows that time. A time that daylight saving skips is the moment after the gap;
 * one that comes twice is the first of the two.
 */
export function instantOf(time: WallTime, timeZone: string): number {
  const asUtc = utcOf(time);
  // The offset differs before and after a change: of the two candidates the one that reads back right counts.
  const candidates = [-1, 1].map((side) => asUtc - offsetAt(asUtc + side * DAY_MS, timeZone));
  const exact = candidates.filter((epochMs) => utcOf(wallTimeOf(epochMs, timeZone)) === asUtc);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/** How far the zone is ahead of UTC at an instant. */
function offsetAt(epochMs: number, timeZone: string): number {
  return utcOf(wallTimeOf(epochMs, timeZone)) - Math.floor(epochMs / 1000) * 1000;
}

function utcOf({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const DAY_MS = 24 * 60 * 60 * 1000;
