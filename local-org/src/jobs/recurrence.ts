import { nextFireTime, parseCron } from './cron-expression';
import { instantOf, wallTimeOf } from './zoned-time';

/** How often a job comes back. */
export type Recurrence =
  | {
      /** As a scheduled flow's start says. */
      readonly frequency: 'Once' | 'Daily' | 'Weekly';
      /** First run; later ones keep its time of day. */
      readonly startMs: number;
      readonly timeZone: string;
    }
  | { readonly cron: string; readonly timeZone: string; readonly startMs?: number };

const DAYS_BETWEEN = { Daily: 1, Weekly: 7 } as const;

/**
 * The next run after an instant, at the same time of day in its zone however the clocks change; null when there is
 * none.
 * @throws ApiError INVALID_CRON_EXPRESSION
 */
export function nextRun(recurrence: Recurrence, afterMs: number): number | null {
  if ('cron' in recurrence) {
    const after = Math.max(afterMs, (recurrence.startMs ?? 0) - 1);
    return nextFireTime(recurrence.cron, after, recurrence.timeZone);
  }
  const { frequency, startMs, timeZone } = recurrence;
  if (startMs > afterMs) return startMs;
  if (frequency === 'Once') return null;
  const start = wallTimeOf(startMs, timeZone);
  const days = DAYS_BETWEEN[frequency];
  let periods = Math.max(1, Math.floor((afterMs - startMs) / (days * DAY_MS)));
  for (;;) {
    const date = new Date(Date.UTC(start.year, start.month - 1, start.day + periods * days));
    const instant = instantOf(
      { ...start, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
      timeZone,
    );
    if (instant > afterMs) return instant + (startMs % 1000);
    periods++;
  }
}

const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * A recurrence as an expression of the platform's scheduler: daily at 8:30 is `0 30 8 * * ?`. Of a schedule that begins
 * later, the expression says nothing of the beginning.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_scheduler.htm
 */
export function cronExpressionOf(recurrence: Recurrence): string {
  if ('cron' in recurrence) return recurrence.cron;
  const { year, month, day, hour, minute, second } = wallTimeOf(recurrence.startMs, recurrence.timeZone);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  const days = { Once: `${day} ${month} ? ${year}`, Daily: '* * ?', Weekly: `? * ${weekday}` };
  return `${second} ${minute} ${hour} ${days[recurrence.frequency]}`;
}

/** Refuses a recurrence that cannot be read. @throws ApiError INVALID_CRON_EXPRESSION */
export function checkRecurrence(recurrence: Recurrence): void {
  if ('cron' in recurrence) parseCron(recurrence.cron);
}

const DAY_MS = 24 * 60 * 60 * 1000;
