import { callerOf, valueRuntime } from '../../testing-support/value-runtime';
import { ApexDate } from '../../runtime/values/apex-date';
import { ApexDatetime } from '../../runtime/values/apex-datetime';
import { ApexTime } from '../../runtime/values/apex-time';
import { dateClass } from './date';
import { datetimeClass } from './datetime';
import { timeZoneClass } from './time-zone';

const runtime = valueRuntime();
const date = callerOf(runtime, dateClass);
const datetime = callerOf(runtime, datetimeClass);
const text = (value: unknown): string => (value as ApexDate | ApexDatetime).toFieldValue();
const moment = new ApexDatetime(Date.UTC(2024, 0, 31, 22, 5, 9, 7));

describe('System.Date', () => {
  const last = ApexDate.of(2024, 1, 31);

  it('addMonths: ends with the month', () => {
    expect(text(date('Date addMonths', last, 1))).toBe('2024-02-29');
    expect(text(date('Date addMonths', last, -2))).toBe('2023-11-30');
    expect(text(date('Date addYears', ApexDate.of(2024, 2, 29), 1))).toBe('2025-02-28');
  });

  it('newInstance: carries over what is beyond a month', () => {
    expect(text(date('Date newInstance', 2024, 14, 31))).toBe('2025-03-03');
    expect(text(date('Date newInstance', 2024, 0, 0))).toBe('2023-11-30');
  });

  it('days: go back and forth over all of the calendar', () => {
    for (const day of ['0001-01-01', '1582-10-15', '1900-02-28', '1969-12-31', '2000-02-29', '9999-12-31']) {
      const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
      expect(new ApexDate(days).toFieldValue()).toBe(day);
      expect(ApexDate.fromText(runtime, day).days).toBe(days);
    }
  });

  it('monthsBetween: days do not count', () => {
    expect(date('Integer monthsBetween', last, ApexDate.of(2024, 2, 1))).toBe(1);
    expect(date('Integer monthsBetween', last, ApexDate.of(2023, 12, 31))).toBe(-1);
  });

  it('today: is the day of the user', () => {
    expect(text(callerOf(valueRuntime('Pacific/Kiritimati'), dateClass)('Date today'))).toBe('2024-03-16');
    expect(text(date('Date today'))).toBe('2024-03-15');
  });

  it('parse: follows the user’s locale', () => {
    expect(text(date('Date parse', '1/31/2024'))).toBe('2024-01-31');
    const german = callerOf(valueRuntime('Europe/Berlin', 'de_DE'), dateClass);
    expect(text(german('Date parse', '31.01.2024'))).toBe('2024-01-31');
    expect(german('String format', last)).toBe('31.1.2024');
    expect(() => date('Date parse', '31/1/2024')).toThrow('System.TypeException: Invalid date: 31/1/2024');
  });
});

describe('System.Datetime', () => {
  it.each([
    ["yyyy-MM-dd'T'HH:mm:ss.SSS", 'GMT', '2024-01-31T22:05:09.007'],
    ['EEE, d MMM yy h:mm a', 'America/Los_Angeles', 'Wed, 31 Jan 24 2:05 PM'],
    [`z Z X ${'X'.repeat(3)}`, 'America/Los_Angeles', 'PST -0800 -08 -08:00'],
    ['zzzz', 'America/Los_Angeles', 'Pacific Standard Time'],
    ['z', 'Asia/Tokyo', 'GMT+09:00'],
    ['z Z X', 'GMT', 'GMT +0000 Z'],
    ['D w W F u k K G', 'GMT', '31 5 5 5 3 22 10 AD'],
    ["''yyyy'' 'o''clock'", 'GMT', "'2024' o'clock"],
    ['Y w', 'Asia/Tokyo', '2024 5'],
  ])('format: %s in %s', (pattern, zone, expected) => {
    expect(datetime('String format(String pattern, String timeZone)', moment, pattern, zone)).toBe(expected);
  });

  it('format: an unknown letter is refused', () => {
    expect(() => datetime('String format(String pattern)', moment, 'b')).toThrow(
      "Illegal pattern character 'b'",
    );
  });

  it('format: the last days of a year may be in the first week of the next', () => {
    const lastDay = new ApexDatetime(Date.UTC(2024, 11, 31));
    expect(datetime('String formatGmt', lastDay, 'w Y')).toBe('1 2025');
  });

  it('format and formatLong: follow the user’s locale', () => {
    expect(datetime('String format()', moment)).toBe('1/31/2024, 2:05 PM');
    expect(datetime('String formatLong', moment)).toBe('1/31/2024, 2:05:09 PM PST');
  });

  it('newInstance: is in the user’s time zone, over both changes of the clocks', () => {
    const at = (...parts: number[]): string =>
      text(datetime('Datetime newInstance(Integer year, Integer month, Integer day, Integer hour', ...parts));
    expect(at(2024, 1, 15, 12, 0, 0)).toBe('2024-01-15T20:00:00.000Z');
    expect(at(2024, 7, 15, 12, 0, 0)).toBe('2024-07-15T19:00:00.000Z');
    expect(at(2024, 3, 10, 2, 30, 0)).toBe('2024-03-10T10:30:00.000Z');
    expect(at(2024, 11, 3, 1, 30, 0)).toBe('2024-11-03T09:30:00.000Z');
    expect(at(2024, 1, 31, 25, 0, 0)).toBe('2024-02-01T09:00:00.000Z');
  });

  it('newInstance: takes a day and a time', () => {
    const made = datetime('Datetime newInstanceGmt(Date', ApexDate.of(2024, 1, 31), ApexTime.of(1, 2, 3, 4));
    expect(text(made)).toBe('2024-01-31T01:02:03.004Z');
  });

  it('parse: takes the user’s form with or without a comma', () => {
    expect(text(datetime('Datetime parse', '1/31/2024, 2:05 PM'))).toBe('2024-01-31T22:05:00.000Z');
    expect(text(datetime('Datetime parse', '1/31/2024 12:05 AM'))).toBe('2024-01-31T08:05:00.000Z');
    expect(() => datetime('Datetime parse', 'soon')).toThrow('System.TypeException: Invalid date/time: soon');
  });

  it('addDays: adds 24 hours over a change of the clocks', () => {
    const before = new ApexDatetime(Date.UTC(2024, 2, 9, 20));
    expect(text(datetime('Datetime addDays', before, 1))).toBe('2024-03-10T20:00:00.000Z');
  });
});

describe('System.TimeZone', () => {
  const zone = callerOf(runtime, timeZoneClass);

  it('getTimeZone: an unknown zone is GMT', () => {
    expect(zone('String getID', zone('TimeZone getTimeZone', 'Nope'))).toBe('GMT');
  });

  it('getDisplayName: tells the offset of now', () => {
    expect(zone('String getDisplayName', zone('TimeZone getTimeZone', 'America/Los_Angeles'))).toBe(
      '(GMT-07:00) Pacific Daylight Time (America/Los_Angeles)',
    );
  });
});
