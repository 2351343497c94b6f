const UNIT = '(?:DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)';

/** How report filters write dates, and how SOQL writes the same. Blanks have become underscores. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^(\d{4}-\d{2}-\d{2}(?:T.*)?)$/, '$1'],
  [/^(TODAY|YESTERDAY|TOMORROW|(?:LAST|NEXT)_90_DAYS)$/, '$1'],
  [new RegExp(`^((?:THIS|LAST|NEXT)_${UNIT})$`), '$1'],
  [new RegExp(`^((?:(?:LAST|NEXT)_N_${UNIT}S|N_${UNIT}S_AGO):\\d+)$`), '$1'],
  [new RegExp(`^(LAST|NEXT)_(\\d+)_(${UNIT})S?$`), '$1_N_$3S:$2'],
  [new RegExp(`^(\\d+)_(${UNIT})S?_AGO$`), 'N_$2S_AGO:$1'],
];

/** `1/31/2026`, as reports saved in English keep dates. */
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * A date of a report filter as SOQL writes it: a date, a date and time, or a date literal; undefined when it is none.
 *
 * `soqlDate('LAST 30 DAYS')` is `LAST_N_DAYS:30`, `soqlDate('1/31/2026')` is `2026-01-31`.
 * @see https://help.salesforce.com/s/articleView?id=sf.filter_dates_relative.htm
 */
export function soqlDate(text: string): string | undefined {
  const value = text.trim().toUpperCase().replaceAll(' ', '_');
  const us = US_DATE.exec(value);
  if (us) return `${us[3]}-${us[1]?.padStart(2, '0')}-${us[2]?.padStart(2, '0')}`;
  for (const [form, soql] of FORMS) if (form.test(value)) return value.replace(form, soql);
  return undefined;
}
