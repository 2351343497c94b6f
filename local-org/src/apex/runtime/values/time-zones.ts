import { isTimeZone, zoneOffsetMs as coreOffsetMs } from '../../../core';
import { calendarDay, dayNumber, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND } from './calendar';

/** Date and time of day as a clock on the wall shows them. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Before it and after its negative the runtime knows time zones: about the year 274,000. */
const LAST_INSTANT_MS = 8.6e15;
/** Zones whose clocks show GMT at all times. */
const GMT_NAMES: ReadonlySet<string> = new Set(['GMT', 'UTC', 'Etc/GMT', 'Etc/UTC', 'Z']);

/** The zone's IANA name as the runtime knows it, `GMT` for its synonyms, or null for an unknown one. */
export function timeZoneName(zone: string): string | null {
  if (GMT_NAMES.has(zone)) return zone;
  const custom = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (custom) return `GMT${custom[1] ?? ''}${(custom[2] ?? '').padStart(2, '0')}:${custom[3] ?? '00'}`;
  return isTimeZone(zone) ? zone : null;
}

/** What clocks in a zone are ahead of GMT at an instant, in milliseconds. Unknown zones count as GMT. */
export function zoneOffsetMs(zone: string, epochMs: number): number {
  if (GMT_NAMES.has(zone)) return 0;
  const custom = /^GMT([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (custom) {
    const size = Number(custom[2]) * MS_PER_HOUR + Number(custom[3]) * MS_PER_MINUTE;
    return custom[1] === '-' ? -size : size;
  }
  // Clocks far off are those of the last instant that is known.
  const known = Math.max(-LAST_INSTANT_MS, Math.min(epochMs, LAST_INSTANT_MS));
  return isTimeZone(zone) ? coreOffsetMs(zone, known) : 0;
}

/** What a clock in a zone shows at an instant. */
export function wallClock(epochMs: number, zone: string): WallClock {
  const local = epochMs + zoneOffsetMs(zone, epochMs);
  const days = Math.floor(local / MS_PER_DAY);
  const ms = local - days * MS_PER_DAY;
  return {
    ...calendarDay(days),
    hour: Math.floor(ms / MS_PER_HOUR),
    minute: Math.floor(ms / MS_PER_MINUTE) % 60,
    second: Math.floor(ms / MS_PER_SECOND) % 60,
    millisecond: ms % MS_PER_SECOND,
  };
}

/**
 * The instant at which a clock in a zone shows a time. Of a time that occurs twice it is the later one; a time that is
 * left out moves on by what was left out.
 */
export function instantOf(days: number, msOfDay: number, zone: string): number {
  const local = days * MS_PER_DAY + msOfDay;
  const later = local - zoneOffsetMs(zone, local + MS_PER_DAY);
  if (later + zoneOffsetMs(zone, later) === local) return later;
  const earlier = local - zoneOffsetMs(zone, local - MS_PER_DAY);
  return earlier;
}

/** The instant of a wall clock's date and time; values beyond their range carry over. */
export function instantOfParts(clock: WallClock, zone: string): number {
  const ms =
    clock.hour * MS_PER_HOUR +
    clock.minute * MS_PER_MINUTE +
    clock.second * MS_PER_SECOND +
    clock.millisecond;
  const days = dayNumber(clock.year, clock.month, clock.day) + Math.floor(ms / MS_PER_DAY);
  return instantOf(days, ((ms % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY, zone);
}
