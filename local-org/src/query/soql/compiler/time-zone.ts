import { datetimeToEpochMs, formatDatetime, zoneOffsetMs } from '../../../core';

/** A datetime value as local text of the same form; only its digits mean something. */
export function toLocalDatetime(value: string, timeZone: string): string {
  const epochMs = datetimeToEpochMs(value);
  return formatDatetime(epochMs + zoneOffsetMs(timeZone, epochMs));
}

/** The instant at which a local date begins, as a datetime value. */
export function startOfLocalDate(date: string, timeZone: string): string {
  const utc = Date.parse(`${date}T00:00:00Z`);
  const guess = utc - zoneOffsetMs(timeZone, utc);
  return formatDatetime(utc - zoneOffsetMs(timeZone, guess));
}
