import { localeTag } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexDate } from '../../runtime/values/apex-date';
import { daysInMonth, MS_PER_DAY } from '../../runtime/values/calendar';

const formats = new Map<string, Intl.DateTimeFormat>();

const DATE: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
const STYLES = {
  date: DATE,
  dateTime: { ...DATE, hour: 'numeric', minute: '2-digit' },
  long: { ...DATE, hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Which parts a locale's text has. */
export type DateStyle = keyof typeof STYLES;

/**
 * Date and time as a locale writes them: `1/31/2024`, `1/31/2024, 4:05 PM`, `1/31/2024, 4:05:06 PM PST`.
 *
 * UNVERIFIED: that locales other than American English look as they do here.
 */
export function formatLocal(ms: number, style: DateStyle, locale: string, zone: string): string {
  const key = `${style} ${locale} ${zone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(localeTag(locale), { ...STYLES[style], timeZone: zone });
    formats.set(key, format);
  }
  // Newer tables of locales put narrow no-break spaces where the platform has plain ones.
  return format.format(ms).replace(/[\u202f\u00a0]/g, ' ');
}

/** A day as a locale writes it: `1/31/2024`. */
export function formatDate(days: number, locale: string): string {
  return formatLocal(days * MS_PER_DAY, 'date', locale, 'GMT');
}

/** Order of year, month and day in a locale. */
function partOrder(locale: string): string[] {
  return new Intl.DateTimeFormat(localeTag(locale), DATE)
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === 'year' || type === 'month' || type === 'day');
}

/** Reads a day as the user's locale writes it. @throws TypeException `Invalid date: x` */
export function parseLocalDate(runtime: ApexRuntime, text: string): ApexDate {
  const numbers = /^(\d{1,4})\D(\d{1,2})\D(\d{1,4})\D?$/.exec(text.trim())?.slice(1).map(Number);
  const order = partOrder(runtime.user.locale);
  const part = (name: string): number => numbers?.[order.indexOf(name)] ?? 0;
  const [year, month, day] = [fullYear(part('year')), part('month'), part('day')];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (numbers && exists) return ApexDate.of(year, month, day);
  return runtime.throwNew('System.TypeException', `Invalid date: ${text}`);
}

/** UNVERIFIED: years of two digits up to 40 are of this century when a Date is parsed. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year <= 40 ? 2000 + year : 1900 + year;
}
