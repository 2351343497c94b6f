import { localeTag } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { dayNumber, dayOfYear, pad, weekday } from '../../runtime/values/calendar';
import type { WallClock } from '../../runtime/values/time-zones';
import { wallClock, zoneOffsetMs } from '../../runtime/values/time-zones';
import { generalZoneName, longZoneName, offsetText } from './zone-names';

/** What the letters of a pattern read. */
interface Moment {
  readonly ms: number;
  readonly zone: string;
  readonly locale: string;
  readonly clock: WallClock;
  readonly days: number;
}

type Field = (moment: Moment, count: number) => string;

const number =
  (read: (moment: Moment) => number): Field =>
  (moment, count) =>
    pad(read(moment), count);

const names = new Map<string, Intl.DateTimeFormat>();

function name(moment: Moment, options: Intl.DateTimeFormatOptions, key: string): string {
  const cached = `${key} ${moment.locale}`;
  let format = names.get(cached);
  if (!format) {
    format = new Intl.DateTimeFormat(localeTag(moment.locale), { ...options, timeZone: 'GMT' });
    names.set(cached, format);
  }
  return format.format(moment.days * 86_400_000);
}

const month: Field = (moment, count) => {
  if (count >= 4) return name(moment, { month: 'long' }, 'month long');
  if (count === 3) return name(moment, { month: 'short' }, 'month short');
  return pad(moment.clock.month, count);
};

const dayName: Field = (moment, count) =>
  count >= 4
    ? name(moment, { weekday: 'long' }, 'weekday long')
    : name(moment, { weekday: 'short' }, 'weekday short');

const year: Field = ({ clock }, count) => (count === 2 ? pad(clock.year % 100) : pad(clock.year, count));

/** Week of the year: weeks begin on Sunday, the first is that of 1 January. */
const weekOfYear = ({ days, clock }: Moment): number => {
  const saturday = days + 6 - weekday(days);
  const nextYear = dayNumber(clock.year + 1, 1, 1);
  if (saturday >= nextYear) return 1;
  const first = dayNumber(clock.year, 1, 1);
  return Math.floor((days - first + weekday(first)) / 7) + 1;
};

const weekOfMonth = ({ days, clock }: Moment): number => {
  const first = days - clock.day + 1;
  return Math.floor((clock.day - 1 + weekday(first)) / 7) + 1;
};

const weekYear: Field = (moment, count) => {
  const saturday = moment.days + 6 - weekday(moment.days);
  const next = saturday >= dayNumber(moment.clock.year + 1, 1, 1) ? 1 : 0;
  const value = moment.clock.year + next;
  return count === 2 ? pad(value % 100) : pad(value, count);
};

const isoZone: Field = ({ zone, ms }, count) => {
  const offset = zoneOffsetMs(zone, ms);
  if (offset === 0) return 'Z';
  const text = offsetText(offset, count >= 3 ? ':' : '');
  return count === 1 ? text.slice(0, 3) : text;
};

/** Letters of java.text.SimpleDateFormat. */
const FIELDS: Readonly<Record<string, Field>> = {
  G: ({ clock }) => (clock.year > 0 ? 'AD' : 'BC'),
  y: year,
  Y: weekYear,
  M: month,
  L: month,
  w: number(weekOfYear),
  W: number(weekOfMonth),
  D: number(({ days }) => dayOfYear(days)),
  d: number(({ clock }) => clock.day),
  F: number(({ clock }) => Math.floor((clock.day - 1) / 7) + 1),
  E: dayName,
  u: number(({ days }) => weekday(days) || 7),
  a: ({ clock }) => (clock.hour < 12 ? 'AM' : 'PM'),
  H: number(({ clock }) => clock.hour),
  k: number(({ clock }) => clock.hour || 24),
  K: number(({ clock }) => clock.hour % 12),
  h: number(({ clock }) => clock.hour % 12 || 12),
  m: number(({ clock }) => clock.minute),
  s: number(({ clock }) => clock.second),
  S: number(({ clock }) => clock.millisecond),
  z: ({ zone, ms }, count) => (count >= 4 ? longZoneName(zone, ms) : generalZoneName(zone, ms)),
  Z: ({ zone, ms }) => offsetText(zoneOffsetMs(zone, ms), ''),
  X: isoZone,
};

/**
 * An instant in a pattern of java.text.SimpleDateFormat: `yyyy-MM-dd'T'HH:mm:ss` gives `2024-01-31T10:30:00`.
 * @throws IllegalArgumentException `Illegal pattern character 'x'`
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_datetime.htm
 */
export function formatByPattern(runtime: ApexRuntime, ms: number, pattern: string, zone: string): string {
  const clock = wallClock(ms, zone);
  const moment: Moment = {
    ms,
    zone,
    locale: runtime.user.locale,
    clock,
    days: dayNumber(clock.year, clock.month, clock.day),
  };
  const token = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g;
  return pattern.replace(token, (text: string, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    if (letter === undefined) return text;
    const field = FIELDS[letter];
    if (field) return field(moment, text.length);
    return runtime.throwNew('System.IllegalArgumentException', `Illegal pattern character '${letter}'`);
  });
}
