import { MS_PER_HOUR, MS_PER_MINUTE, pad } from '../../runtime/values/calendar';
import { zoneOffsetMs } from '../../runtime/values/time-zones';

const formats = new Map<string, Intl.DateTimeFormat>();

function intlName(zone: string, ms: number, style: 'short' | 'long'): string {
  const key = `${style} ${zone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style });
    formats.set(key, format);
  }
  return format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** `PST` where the zone has an abbreviation, else `GMT+09:00`; `GMT` for UTC. */
export function generalZoneName(zone: string, ms: number): string {
  const name = intlName(zone, ms, 'short');
  if (!/^(?:GMT|UTC)/.test(name)) return name;
  const offset = zoneOffsetMs(zone, ms);
  return offset === 0 ? 'GMT' : `GMT${offsetText(offset, ':')}`;
}

/** `Pacific Standard Time`. */
export function longZoneName(zone: string, ms: number): string {
  return intlName(zone, ms, 'long');
}

/** `-0800`, or `-08:00` with a separator. */
export function offsetText(offsetMs: number, separator: string): string {
  const size = Math.abs(offsetMs);
  const hours = Math.floor(size / MS_PER_HOUR);
  const minutes = Math.floor(size / MS_PER_MINUTE) % 60;
  return `${offsetMs < 0 ? '-' : '+'}${pad(hours)}${separator}${pad(minutes)}`;
}
