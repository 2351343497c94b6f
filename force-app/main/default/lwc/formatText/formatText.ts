import currency from '@salesforce/i18n/currency';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

/** A label with its places filled: `fill('{0} of {1}', 2, 7)`. */
export function fill(label: string, ...values: readonly (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

/** The forms of a sentence that a count decides: `{ one: '{0} deal', other: '{0} deals' }`. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** A sentence with a count in its first place, in the form that the count asks for: `7 deals`. */
export function fillCount(forms: PluralForms, count: number, ...others: readonly string[]): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other;
  return fill(form, countText(count), ...others);
}

/** Words with a capital at the beginning: `Manufacturing`. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** An amount in short: `$1.2M`. */
export function amountText(amount: number | null | undefined): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(amount ?? 0);
}

/** A whole number: `1,234`. */
export function countText(count: number | null | undefined): string {
  return new Intl.NumberFormat(locale).format(count ?? 0);
}

/** A share of 100: `64%`. */
export function percentText(percent: number | null | undefined): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(
    (percent ?? 0) / 100,
  );
}

/** A day: `Nov 29, 2026`; empty without one. */
export function dayText(day: string | null | undefined): string {
  if (!day) return '';
  const isDay = day.length === 10;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: isDay ? 'UTC' : timeZone }).format(
    new Date(day),
  );
}

/** A day without its year: `Nov 29`; empty without one. */
export function shortDayText(day: string | null | undefined): string {
  if (!day) return '';
  return new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(day),
  );
}

/** A time: `Nov 29, 2026, 4:05 PM`; empty without one. */
export function timeText(time: string | null | undefined): string {
  if (!time) return '';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(time),
  );
}
