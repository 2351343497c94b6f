import timeZone from '@salesforce/i18n/timeZone';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A span of days, both included, as ISO dates. */
export interface DaySpan {
  readonly start: string;
  readonly end: string;
}

/** Today where the user is: `2026-11-29`. */
export function today(now: Date = new Date()): string {
  // The Swedish locale writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
}

/** A day some days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The calendar quarter of a day. */
export function quarterOf(day: string): DaySpan {
  const year = Number(day.slice(0, 4));
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3;
  return {
    start: new Date(Date.UTC(year, first, 1)).toISOString().slice(0, 10),
    end: new Date(Date.UTC(year, first + 3, 0)).toISOString().slice(0, 10),
  };
}

/** The calendar month of a day. */
export function monthOf(day: string): DaySpan {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return {
    start: `${day.slice(0, 7)}-01`,
    end: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10),
  };
}

/** The quarter as forecasts name it: `2026-Q4`. */
export function quarterName(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
