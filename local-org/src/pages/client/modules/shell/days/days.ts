import { context } from 'shell/context';

/** A day of the calendar without a time zone: `2026-01-31`. */
export type Day = string;

/** The day of a moment where the user is, or in another time zone. */
export function dayOf(moment: Date, timeZone = context.user.timeZone): Day {
  // The Swedish way of writing a date is the one of ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(moment);
}
