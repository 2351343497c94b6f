import { currencyText, datetimeText, dateText, numberText, timeText, type FieldValue } from '../../../core';
import type { Field, FieldType } from '../../../schema';

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

type TextFormat = (value: string, context: FormatContext) => string;

/** Types whose values are texts that are written otherwise. */
const TEXT_FORMATS: Readonly<Partial<Record<FieldType, TextFormat>>> = {
  date: (value, { locale }) => dateText(value, locale),
  datetime: (value, { locale, timeZone }) => datetimeText(value, locale, timeZone),
  time: (value, { locale }) => timeText(value, locale),
};

/**
 * Writes a value as FORMAT() and pages show it: numbers, dates and times in the user's locale and time zone, percents
 * with their sign, amounts with the currency. Texts stay as they are.
 *
 * `formatValue(1234.5, { type: 'currency', scale: 2 }, context)` is `$1,234.50`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_format.htm
 */
export function formatValue(value: FieldValue, field: FormattedField, context: FormatContext): string | null {
  if (value === null) return null;
  if (typeof value === 'number') return formatNumber(value, field, context);
  if (typeof value === 'boolean') return String(value);
  return TEXT_FORMATS[field.type]?.(value, context) ?? value;
}

function formatNumber(
  value: number,
  { type, scale }: FormattedField,
  { locale, currencyIsoCode }: FormatContext,
): string {
  if (type === 'currency') return currencyText(value, locale, currencyIsoCode, scale);
  const text = numberText(value, locale, scale);
  return type === 'percent' ? `${text}%` : text;
}
