import { formatDatetime, zoneOffsetMs } from '../../../core';

const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(.*))?$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Date literals of SOQL, with the number that some of them take. */
const DATE_LITERAL =
  /^(?:YESTERDAY|TODAY|TOMORROW|(?:LAST|THIS|NEXT)_(?:WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)|(?:LAST|NEXT)_90_DAYS|(?:LAST|NEXT)_N_(?:DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS):\d+|N_(?:DAYS|WEEKS|MONTHS|YEARS)_AGO:\d+)$/;

/** The SOQL date literal that a text is, in capitals: `LAST_N_DAYS:30`; undefined when it is none. */
export function dateLiteral(text: string): string | undefined {
  const literal = text.trim().toUpperCase().replaceAll(' ', '_');
  return DATE_LITERAL.test(literal) ? literal : undefined;
}

/** A date as list views write it (`1/31/2026`) or as records do, as a date field's value; undefined when it is none. */
export function dateOf(text: string): string | undefined {
  const trimmed = text.trim();
  const [, month = '', day = '', year = ''] = US_DATE.exec(trimmed) ?? [];
  const iso =
    year === '' ? trimmed.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return ISO_DATE.test(iso) && !Number.isNaN(Date.parse(iso)) ? iso : undefined;
}

/** Begin of a day in a zone and of the next one, as datetime field values. */
export function dayBounds(date: string, timeZone: string): { readonly from: string; readonly to: string } {
  const start = (epochMs: number): string => formatDatetime(epochMs - zoneOffsetMs(timeZone, epochMs));
  const epochMs = Date.parse(`${date}T00:00:00Z`);
  return { from: start(epochMs), to: start(epochMs + DAY_MS) };
}
