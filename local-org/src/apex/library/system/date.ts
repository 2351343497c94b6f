import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexDate } from '../../runtime/values/apex-date';
import { ApexDatetime } from '../../runtime/values/apex-datetime';
import type { ApexValue } from '../../runtime/values/apex-value';
import * as calendar from '../../runtime/values/calendar';
import { wallClock } from '../../runtime/values/time-zones';
import type { Maybe } from '../arguments';
import { required, requiredValue } from '../arguments';
import { formatDate, parseLocalDate } from '../date-format/locale-dates';
import { referencePage } from '../documentation';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';

/** A method with one whole number that gives a Date. */
function shifting(signature: string, shift: (days: number, by: number) => number): PlatformMember {
  return method(
    signature,
    (runtime: ApexRuntime, self: ApexDate, by: Maybe<number>) =>
      new ApexDate(shift(self.days, required(runtime, by))),
  );
}

function reading<T>(signature: string, read: (self: ApexDate) => T): PlatformMember {
  return method(signature, (_runtime: ApexRuntime, self: ApexDate) => read(self));
}

function today(runtime: ApexRuntime): ApexDate {
  const { year, month, day } = wallClock(runtime.now(), runtime.user.timeZone);
  return ApexDate.of(year, month, day);
}

/** Reads `2024-01-31`; a time behind it is not looked at. @throws TypeException `Invalid date: x` */
function valueOf(runtime: ApexRuntime, given: Maybe<ApexValue>): ApexDate {
  const value = requiredValue(runtime, given);
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return dateIn(value, runtime.user.timeZone);
  const text = runtime.toText(value);
  return ApexDate.fromText(runtime, /^\d{4}-\d{1,2}-\d{1,2}(?=[ T]\d)/.exec(text)?.[0] ?? text);
}

/** The day that clocks of a time zone show. */
export function dateIn(datetime: ApexDatetime, zone: string): ApexDate {
  const { year, month, day } = datetime.wallClock(zone);
  return ApexDate.of(year, month, day);
}

function newInstance(
  runtime: ApexRuntime,
  year: Maybe<number>,
  month: Maybe<number>,
  day: Maybe<number>,
): ApexDate {
  return ApexDate.of(required(runtime, year), required(runtime, month, 2), required(runtime, day, 3));
}

function monthsBetween(runtime: ApexRuntime, self: ApexDate, other: Maybe<ApexDate>): number {
  const [from, to] = [self.parts, required(runtime, other).parts];
  return (to.year - from.year) * 12 + to.month - from.month;
}

/** DEVIATION: weeks begin on Sunday; the platform follows the user's locale. */
const startOfWeek = ({ days }: ApexDate): ApexDate => new ApexDate(days - calendar.weekday(days));

/** System.Date. */
export const dateClass: PlatformClass = {
  name: 'System.Date',
  kind: 'class',
  documentation: referencePage('apex_methods_system_date'),
  members: [
    shifting('Date addDays(Integer days)', (days, by) => days + by),
    shifting('Date addMonths(Integer months)', calendar.addMonths),
    shifting('Date addYears(Integer years)', (days, by) => calendar.addMonths(days, 12 * by)),
    reading('Integer day()', (self) => self.parts.day),
    reading('Integer dayOfYear()', (self) => calendar.dayOfYear(self.days)),
    method(
      'Integer daysBetween(Date other)',
      (runtime: ApexRuntime, self: ApexDate, other: Maybe<ApexDate>) =>
        required(runtime, other).days - self.days,
    ),
    method('String format()', (runtime: ApexRuntime, self: ApexDate) =>
      formatDate(self.days, runtime.user.locale),
    ),
    method(
      'Boolean isSameDay(Date other)',
      (runtime: ApexRuntime, self: ApexDate, other: Maybe<ApexDate>) =>
        required(runtime, other).days === self.days,
    ),
    reading('Integer month()', (self) => self.parts.month),
    method('Integer monthsBetween(Date other)', monthsBetween),
    reading('Date toStartOfMonth()', (self) => new ApexDate(self.days - self.parts.day + 1)),
    reading('Date toStartOfWeek()', startOfWeek),
    reading('Integer year()', (self) => self.parts.year),
    method(
      'static Integer daysInMonth(Integer year, Integer month)',
      (runtime: ApexRuntime, year: Maybe<number>, month: Maybe<number>) =>
        calendar.daysInMonth(required(runtime, year), required(runtime, month, 2)),
    ),
    method('static Boolean isLeapYear(Integer year)', (runtime: ApexRuntime, year: Maybe<number>) =>
      calendar.isLeapYear(required(runtime, year)),
    ),
    method('static Date newInstance(Integer year, Integer month, Integer day)', newInstance),
    method('static Date parse(String text)', (runtime: ApexRuntime, text: Maybe<string>) =>
      parseLocalDate(runtime, requiredValue(runtime, text)),
    ),
    method('static Date today()', today),
    method('static Date valueOf(Object value)', valueOf),
    method('static Date valueOf(String text)', valueOf),
  ],
};
