import { datetimeToEpochMs, formatDatetime } from '../../../core';

const HOUR_MS = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const MAX_CACHED_OFFSETS = 20_000;

/** How far a time zone is ahead of UTC at an instant, in milliseconds. */
export function offsetMs(timeZone: string, epochMs: number): number {
  // Zones change their offset on whole hours, so an hour has one offset.
  const hour = Math.floor(epochMs / HOUR_MS);
  const key = `${timeZone} ${hour}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= MAX_CACHED_OFFSETS) offsets.clear();
    offset = readOffset(timeZone, hour * HOUR_MS);
    offsets.set(key, offset);
  }
  return offset;
}

function readOffset(timeZone: string, epochMs: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(epochMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The local date of an instant: `'2026-11-22'`. */
export function localDate(epochMs: number, timeZone: string): string {
  return new Date(epochMs + offsetMs(timeZone, epochMs)).toISOString().slice(0, 10);
}

/** A datetime value as local text of the same form; only its digits mean something. */
export function toLocalDatetime(value: string, timeZone: string): string {
  const epochMs = datetimeToEpochMs(value);
  return formatDatetime(epochMs + offsetMs(timeZone, epochMs));
}

/** The instant at which a local date begins, as a datetime value. */
export function startOfLocalDate(date: string, timeZone: string): string {
  const utc = Date.parse(`${date}T00:00:00Z`);
  const guess = utc - offsetMs(timeZone, utc);
  return formatDatetime(utc - offsetMs(timeZone, guess));
}
