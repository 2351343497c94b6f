import { datetimeToEpochMs, type FieldValue } from '../../../core';
import type { Field } from '../../../schema';

/** What formatting depends on. */
export interface FormatContext {
  /** `en_US` */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly currencyIsoCode: string;
}

/** What of a field decides how its values are written. */
export type FormattedField = Pick<Field, 'type' | 'scale'>;

/**
 * Writes a value as FORMAT() and pages show it: numbers, dates and times in the user's locale and time zone, percents
 * with their sign, amounts with the currency. Texts stay as they are.
 *
 * `formatValue(1234.5, { type: 'currency', scale: 2 }, context)` is `$1,234.50`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_format.htm
 */
export function formatValue(value: FieldValue, field: FormattedField, context: FormatContext): string | null {
  if (value === null) return null;
  const locale = context.locale.replaceAll('_', '-');
  if (typeof value === 'number') return formatNumber(value, field, locale, context.currencyIsoCode);
  if (typeof value === 'boolean') return String(value);
  if (field.type === 'date') {
    return new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(Date.parse(`${value}T00:00:00Z`));
  }
  return field.type === 'datetime' ? formatDatetime(value, locale, context.timeZone) : value;
}

function formatDatetime(value: string, locale: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  return format.format(datetimeToEpochMs(value)).replaceAll('\u202f', ' ');
}

function formatNumber(
  value: number,
  { type, scale }: FormattedField,
  locale: string,
  currency: string,
): string {
  const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
  if (type === 'currency') {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }).format(value);
  }
  const text = new Intl.NumberFormat(locale, digits).format(value);
  return type === 'percent' ? `${text}%` : text;
}
