import { zoneOffsetMs } from '../../core';
import { startOfDay } from './calendar';

/**
 * The day an instant falls on in a time zone, as that day's start in UTC.
 * @param timeZone IANA name: `America/Los_Angeles`
 */
export function localDay(epochMs: number, timeZone: string): number {
  return startOfDay(epochMs + zoneOffsetMs(timeZone, epochMs));
}
