import { FormulaError } from '../errors';
import type { ExactNumber } from '../values/decimal';
import { compare, exactNumber, multiply, plainText, roundTo } from '../values/decimal';
import { startOfDay } from '../values/calendar';
import { formatDay, formatTimeOfDay } from '../values/text-formats';
import type { Value } from '../values/value';

/** Digits after the point that expected numbers were cut to. */
const RESULT_SCALE = 32;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const JAVA_DATE = /^\w{3} (\w{3}) (\d\d) (\d\d:\d\d:\d\d) GMT (\d+)$/;
const NUMERIC = ['double', 'currency', 'percent'];

/** What a formula gave: a value or the error it stopped with. */
export type RowOutcome = Value | Error;

/**
 * Whether a computed result is the expected one. An expected error matches any error at run time, but none at compile
 * time; numbers are compared to 32 places.
 */
export function matches(expected: string, actual: RowOutcome, type: string): boolean {
  if (expected.startsWith('Error')) return isRunTimeError(actual);
  if (actual instanceof Error) return false;
  const kind = type.toLowerCase();
  if (expected === 'null') return actual === null || actual === '';
  if (actual === null) return kind === 'boolean' && expected === 'false';
  if (NUMERIC.includes(kind)) return sameNumber(expected, actual as ExactNumber, kind);
  return trimSpaces(describe(actual, type)) === trimSpaces(normalise(expected, kind));
}

/** The result as text, for reports. */
export function describe(actual: RowOutcome, type: string): string {
  if (actual instanceof Error) return `Error: ${actual.message}`;
  if (actual === null) return 'null';
  switch (type.toLowerCase()) {
    case 'dateonly':
      return formatDay(actual as number);
    case 'datetime':
      return formatMoment(actual as number);
    case 'timeonly':
      return formatTimeOfDay(actual as number);
    case 'double':
    case 'currency':
      return plainText(actual as ExactNumber);
    case 'percent':
      return plainText(multiply(actual as ExactNumber, 100));
    default:
      return String(actual);
  }
}

function isRunTimeError(outcome: RowOutcome): boolean {
  return outcome instanceof FormulaError && outcome.position === undefined;
}

function formatMoment(epochMs: number): string {
  return `${formatDay(epochMs)} ${formatTimeOfDay(epochMs - startOfDay(epochMs))}`;
}

function sameNumber(expected: string, actual: ExactNumber, kind: string): boolean {
  const shown = kind === 'percent' ? multiply(actual, 100) : actual;
  return compare(roundTo(shown, RESULT_SCALE, 'halfUp'), exactNumber(expected)) === 0;
}

/** Expected texts were written without the spaces around them. */
function trimSpaces(text: string): string {
  return text.replace(/^ +| +$/g, '');
}

/** Java prints dates with the day of the week, which its calendar counts differently before 1582. */
function normalise(expected: string, kind: string): string {
  const parts = kind === 'dateonly' || kind === 'datetime' ? JAVA_DATE.exec(expected) : null;
  if (!parts) return expected;
  const month = String(MONTHS.indexOf(parts[1] ?? '') + 1).padStart(2, '0');
  const day = `${(parts[4] ?? '').padStart(4, '0')}-${month}-${parts[2]}`;
  return kind === 'dateonly' ? day : `${day} ${parts[3]}.000`;
}
