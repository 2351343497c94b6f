import { datetimeToEpochMs } from './values';

const tags = new Map<string, string>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** The tag of a locale: `en_US` is `en-US`; unknown ones count as American English. */
export function localeTag(locale: string): string {
  const tag = locale.replaceAll('_', '-');
  let known = tags.get(tag);
  if (known === undefined) tags.set(tag, (known = supported(tag)));
  return known;
}

function supported(tag: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? 'en-US';
  } catch {
    // Intl refuses malformed tags only by throwing.
    return 'en-US';
  }
}

/** A number with that many digits behind the point: `numberText(1234.5, 'en_US', 2)` is `1,234.50`. */
export function numberText(value: number, locale: string, digits: number): string {
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/**
 * An amount of money: `currencyText(1234.5, 'en_US', 'USD')` is `$1,234.50`.
 * @param digits behind the point; those that the currency has when absent
 */
export function currencyText(value: number, locale: string, currency: string, digits?: number): string {
  const fraction =
    digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(locale, { style: 'currency', currency, ...fraction }).format(value);
}

/** A date field's value in short form: `11/22/2026`. */
export function dateText(value: string, locale: string): string {
  return dateFormat(locale, 'UTC', {}).format(Date.parse(`${value}T00:00:00Z`));
}

/** A datetime field's value in short form, in a zone: `11/22/2026, 2:05 PM`. */
export function datetimeText(value: string, locale: string, timeZone: string): string {
  return plainSpaces(dateFormat(locale, timeZone, SHORT_DATETIME).format(datetimeToEpochMs(value)));
}

/** A time field's value in short form: `2:05 PM`. */
export function timeText(value: string, locale: string): string {
  return plainSpaces(dateFormat(locale, 'UTC', SHORT_TIME).format(Date.parse(`1970-01-01T${value}`)));
}

const SHORT_TIME: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const SHORT_DATETIME: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  ...SHORT_TIME,
};

/** Newer locale data puts a narrow space before AM and PM; the platform writes a plain one. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u202f', ' ');
}

/** Formatters are expensive to make and cheap to use. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.currency ?? ''} ${options.minimumFractionDigits ?? ''}`;
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(localeTag(locale), options)));
  return format;
}

function dateFormat(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${options.hour ?? ''} ${options.year ?? ''}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(localeTag(locale), { timeZone, ...options });
    dateFormats.set(key, format);
  }
  return format;
}
