import { FormulaError } from '../errors';
import { MS_PER_DAY, dayOf, dayToEpochMs } from './calendar';

const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})/;
const DATE_TIME = /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})/;
const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})\.(\d{1,3})$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;

/** Whether a text is a number: digits, one point, a sign, an exponent; no blanks, no thousands separators. */
export function isNumberText(text: string): boolean {
  return NUMBER.test(text);
}

/**
 * Reads `2026-11-22`; what follows the day is ignored.
 * @returns the day's start in UTC, in milliseconds since 1970
 * @throws FormulaError when there is no such day
 */
export function parseDateText(text: string): number {
  const parts = DATE.exec(text);
  const day = parts && dayToEpochMs(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === null || day === undefined || parts?.[1] === '0000') {
    throw new FormulaError('Invalid year for DATEVALUE function');
  }
  return day;
}

/**
 * Reads `2026-11-22 11:01:25`, which is in GMT.
 * @throws FormulaError when there is no such moment
 */
export function parseDateTimeText(text: string): number {
  const parts = DATE_TIME.exec(text);
  if (parts) {
    const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const start = year === 0 ? undefined : dayToEpochMs(year, month, day);
    if (start !== undefined && hour < 24 && minute < 60 && second < 60) {
      return start + (hour * 3600 + minute * 60 + second) * 1000;
    }
  }
  throw new FormulaError('Invalid year for DATEVALUE function');
}

/**
 * Reads `11:01:25.666` into milliseconds of the day. The part after the point counts milliseconds: `.1` is one.
 * @throws FormulaError when there is no such time
 */
export function parseTimeText(text: string): number {
  const parts = TIME.exec(text);
  if (parts) {
    const [hour, minute, second, ms] = parts.slice(1).map(Number) as [number, number, number, number];
    if (hour < 24 && minute < 60 && second < 60) return (hour * 3600 + minute * 60 + second) * 1000 + ms;
  }
  throw new FormulaError(`Invalid time format: ${text}`);
}

/** Writes a day as `2026-11-22`. */
export function formatDay(epochMs: number): string {
  const { year, month, day } = dayOf(epochMs);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** Writes milliseconds of the day as `11:01:25.666`. */
export function formatTimeOfDay(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${formatSeconds(seconds % 86_400)}.${String(ms % 1000).padStart(3, '0')}`;
}

/** Writes an instant as TEXT() does: `2026-11-22 11:01:25Z`. */
export function formatDateTimeText(epochMs: number): string {
  const msOfDay = ((epochMs % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;
  return `${formatDay(epochMs)} ${formatSeconds(Math.floor(msOfDay / 1000))}Z`;
}

/** Writes seconds as `HH:mm:ss`; the hours grow past 24. */
export function formatSeconds(seconds: number): string {
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
