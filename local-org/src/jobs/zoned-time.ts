import { zoneOffsetMs } from '../core';

/** A wall-clock reading: `{ year: 2026, month: 11, day: 22, hour: 8, minute: 0, second: 0 }`; month from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What a clock on the wall shows at an instant. @param timeZone IANA name */
export function wallTimeOf(epochMs: number, timeZone: string): WallTime {
  const shown = new Date(epochMs + zoneOffsetMs(timeZone, epochMs));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
  };
}

/**
 * The instant at which the wall clock shows that time. A time that daylight saving skips is the moment after the gap;
 * one that comes twice is the first of the two.
 */
export function instantOf(time: WallTime, timeZone: string): number {
  const asUtc = utcOf(time);
  // The offset differs before and after a change: of the two candidates the one that reads back right counts.
  const candidates = [-1, 1].map((side) => asUtc - zoneOffsetMs(timeZone, asUtc + side * DAY_MS));
  const exact = candidates.filter((epochMs) => utcOf(wallTimeOf(epochMs, timeZone)) === asUtc);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

function utcOf({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const DAY_MS = 24 * 60 * 60 * 1000;
