import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexDate } from '../../runtime/values/apex-date';
import { ApexDatetime } from '../../runtime/values/apex-datetime';
import { ApexTime } from '../../runtime/values/apex-time';
import type { ApexValue } from '../../runtime/values/apex-value';
import {
  addMonths,
  dayNumber,
  dayOfYear,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_SECOND,
} from '../../runtime/values/calendar';
import type { WallClock } from '../../runtime/values/time-zones';
import { instantOf, instantOfParts, timeZoneName } from '../../runtime/values/time-zones';
import type { Maybe } from '../arguments';
import { required, requiredValue } from '../arguments';
import { formatByPattern } from '../date-format/date-pattern';
import { formatLocal } from '../date-format/locale-dates';
import { parseLocalDatetime } from '../date-format/parse-local-datetime';
import { referencePage } from '../documentation';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';
import { dateIn } from './date';

type Zone = (runtime: ApexRuntime) => string;
const LOCAL: Zone = (runtime) => runtime.user.timeZone;
const GMT: Zone = () => 'GMT';

/** Adds a fixed length of time. */
function adding(signature: string, unitMs: number): PlatformMember {
  return method(
    signature,
    (runtime: ApexRuntime, self: ApexDatetime, count: Maybe<number>) =>
      new ApexDatetime(self.ms + required(runtime, count) * unitMs),
  );
}

/** Adds months on the calendar of GMT; a day that the month has not becomes its last. */
function addingMonths(signature: string, factor: number): PlatformMember {
  return method(signature, (runtime: ApexRuntime, self: ApexDatetime, count: Maybe<number>) => {
    const days = Math.floor(self.ms / MS_PER_DAY);
    const moved = addMonths(days, required(runtime, count) * factor);
    return new ApexDatetime(self.ms + (moved - days) * MS_PER_DAY);
  });
}

/** A part of date or time on the user's clock and, with `Gmt` behind its name, on that of GMT. */
function part(name: string, read: (clock: WallClock) => number): PlatformMember[] {
  const reader =
    (zone: Zone) =>
    (runtime: ApexRuntime, self: ApexDatetime): number =>
      read(self.wallClock(zone(runtime)));
  return [method(`Integer ${name}()`, reader(LOCAL)), method(`Integer ${name}Gmt()`, reader(GMT))];
}

function timeIn(datetime: ApexDatetime, zone: string): ApexTime {
  const { hour, minute, second, millisecond } = datetime.wallClock(zone);
  return ApexTime.of(hour, minute, second, millisecond);
}

/** `newInstance` for the user's time zone, `newInstanceGmt` for GMT. */
function constructors(name: string, zone: Zone): PlatformMember[] {
  return [
    method(
      `static Datetime ${name}(Date day, Time time)`,
      (runtime: ApexRuntime, day: Maybe<ApexDate>, time: Maybe<ApexTime>) =>
        new ApexDatetime(
          instantOf(required(runtime, day).days, required(runtime, time, 2).ms, zone(runtime)),
        ),
    ),
    method(
      `static Datetime ${name}(Integer year, Integer month, Integer day)`,
      (runtime: ApexRuntime, year: Maybe<number>, month: Maybe<number>, day: Maybe<number>) =>
        fromParts(runtime, zone(runtime), [year, month, day, 0, 0, 0]),
    ),
    method(
      `static Datetime ${name}(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)`,
      (runtime: ApexRuntime, ...parts: readonly Maybe<number>[]) => fromParts(runtime, zone(runtime), parts),
    ),
  ];
}

function fromParts(runtime: ApexRuntime, zone: string, parts: readonly Maybe<number>[]): ApexDatetime {
  const at = (index: number): number => required(runtime, parts[index] ?? null, index + 1);
  const clock = { year: at(0), month: at(1), day: at(2), hour: at(3), minute: at(4), second: at(5) };
  return new ApexDatetime(instantOfParts({ ...clock, millisecond: 0 }, zone));
}

/** Reads `2024-01-31 10:30:00`. @throws TypeException `Invalid date/time: x` */
function parseStandard(runtime: ApexRuntime, text: string, zone: string): ApexDatetime {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})$/.exec(text.trim());
  if (match) return fromParts(runtime, zone, match.slice(1).map(Number));
  return runtime.throwNew('System.TypeException', `Invalid date/time: ${text}`);
}

function valueOf(runtime: ApexRuntime, given: Maybe<ApexValue>): ApexDatetime {
  const value = requiredValue(runtime, given);
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return new ApexDatetime(value.days * MS_PER_DAY);
  return parseStandard(runtime, runtime.toText(value), LOCAL(runtime));
}

function format(
  runtime: ApexRuntime,
  self: ApexDatetime,
  pattern: Maybe<string>,
  zone?: Maybe<string>,
): string {
  const asked = zone === undefined || zone === null ? LOCAL(runtime) : (timeZoneName(zone) ?? 'GMT');
  return formatByPattern(runtime, self.ms, required(runtime, pattern), asked);
}

const dayOfYearOf = ({ year, month, day }: WallClock): number => dayOfYear(dayNumber(year, month, day));

function isSameDay(runtime: ApexRuntime, self: ApexDatetime, other: Maybe<ApexDatetime>): boolean {
  const zone = LOCAL(runtime);
  return dateIn(self, zone).days === dateIn(required(runtime, other), zone).days;
}

/** System.Datetime. */
export const datetimeClass: PlatformClass = {
  name: 'System.Datetime',
  kind: 'class',
  documentation: referencePage('apex_methods_system_datetime'),
  members: [
    adding('Datetime addDays(Integer days)', MS_PER_DAY),
    adding('Datetime addHours(Integer hours)', MS_PER_HOUR),
    adding('Datetime addMinutes(Integer minutes)', MS_PER_MINUTE),
    adding('Datetime addSeconds(Integer seconds)', MS_PER_SECOND),
    addingMonths('Datetime addMonths(Integer months)', 1),
    addingMonths('Datetime addYears(Integer years)', 12),
    ...part('year', ({ year }) => year),
    ...part('month', ({ month }) => month),
    ...part('day', ({ day }) => day),
    ...part('hour', ({ hour }) => hour),
    ...part('minute', ({ minute }) => minute),
    ...part('second', ({ second }) => second),
    ...part('millisecond', ({ millisecond }) => millisecond),
    ...part('dayOfYear', dayOfYearOf),
    method('Date date()', (runtime: ApexRuntime, self: ApexDatetime) => dateIn(self, LOCAL(runtime))),
    method('Date dateGmt()', (_runtime: ApexRuntime, self: ApexDatetime) => dateIn(self, 'GMT')),
    method('Time time()', (runtime: ApexRuntime, self: ApexDatetime) => timeIn(self, LOCAL(runtime))),
    method('Time timeGmt()', (_runtime: ApexRuntime, self: ApexDatetime) => timeIn(self, 'GMT')),
    method('String format()', (runtime: ApexRuntime, self: ApexDatetime) =>
      formatLocal(self.ms, 'dateTime', runtime.user.locale, LOCAL(runtime)),
    ),
    method('String format(String pattern)', format),
    method('String format(String pattern, String timeZone)', format),
    method(
      'String formatGmt(String pattern)',
      (runtime: ApexRuntime, self: ApexDatetime, pattern: Maybe<string>) =>
        format(runtime, self, pattern, 'GMT'),
    ),
    method('String formatLong()', (runtime: ApexRuntime, self: ApexDatetime) =>
      formatLocal(self.ms, 'long', runtime.user.locale, LOCAL(runtime)),
    ),
    method('Long getTime()', (_runtime: ApexRuntime, self: ApexDatetime) => BigInt(self.ms)),
    method('Boolean isSameDay(Datetime other)', isSameDay),
    ...constructors('newInstance', LOCAL),
    ...constructors('newInstanceGmt', GMT),
    method(
      'static Datetime newInstance(Long milliseconds)',
      (runtime: ApexRuntime, ms: Maybe<bigint>) => new ApexDatetime(Number(required(runtime, ms))),
    ),
    method('static Datetime now()', (runtime: ApexRuntime) => new ApexDatetime(runtime.now())),
    method('static Datetime parse(String text)', (runtime: ApexRuntime, text: Maybe<string>) =>
      parseLocalDatetime(runtime, requiredValue(runtime, text)),
    ),
    method('static Datetime valueOf(Object value)', valueOf),
    method('static Datetime valueOf(String text)', valueOf),
    method('static Datetime valueOfGmt(String text)', (runtime: ApexRuntime, text: Maybe<string>) =>
      parseStandard(runtime, requiredValue(runtime, text), 'GMT'),
    ),
  ],
};
