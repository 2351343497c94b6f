import { localeTag } from '../../core';

const numberFormats = new Map<string, Intl.NumberFormat>();
const MAX_FRACTION_DIGITS = 3;

/**
 * A number as `format()` shows it: grouped, with at most three digits behind the point, rounded half even.
 * @param digits the number in plain digits: `12345.6789`
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_decimal.htm
 */
export function formatNumber(digits: string, locale: string): string {
  let format = numberFormats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(localeTag(locale), {
      maximumFractionDigits: MAX_FRACTION_DIGITS,
      roundingMode: 'halfEven',
    });
    numberFormats.set(locale, format);
  }
  return format.format(digits as Intl.StringNumericLiteral);
}
