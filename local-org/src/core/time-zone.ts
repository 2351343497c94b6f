/** No zone changes its offset more often than by the quarter of an hour. */
const STEP_MS = 15 * 60_000;
const MAX_CACHED_OFFSETS = 20_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/**
 * What clocks in a zone are ahead of UTC at an instant, in milliseconds: -28800000 for Los Angeles in winter.
 * @param timeZone IANA name
 * @throws RangeError for a zone that does not exist
 */
export function zoneOffsetMs(timeZone: string, epochMs: number): number {
  if (timeZone === 'GMT' || timeZone === 'UTC') return 0;
  const step = Math.floor(epochMs / STEP_MS);
  let known = offsets.get(timeZone);
  if (!known || known.size > MAX_CACHED_OFFSETS) offsets.set(timeZone, (known = new Map<number, number>()));
  let offset = known.get(step);
  if (offset === undefined) known.set(step, (offset = computeOffset(timeZone, step * STEP_MS)));
  return offset;
}

/** Whether there is a zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    // Intl knows no other way to ask.
    return false;
  }
}

/** The date of an instant in a zone: `'2026-11-22'`. */
export function localDate(epochMs: number, timeZone: string): string {
  return new Date(epochMs + zoneOffsetMs(timeZone, epochMs)).toISOString().slice(0, 10);
}

function computeOffset(timeZone: string, epochMs: number): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(epochMs)) shown[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  // Date.UTC would take the years 0 to 99 for those of the last century.
  const asUtc =
    new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000;
  return asUtc - Math.floor(epochMs / 1000) * 1000;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
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
