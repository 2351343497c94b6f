import type { RunningUser } from '../../execution';

/** UNVERIFIED: one currency for the whole org; the platform answers the org's, or the user's with several currencies. */
const CURRENCY = 'USD';

/** Texts of the `@salesforce/i18n/...` modules that follow the user's locale, by name. */
export function formatModules({ locale, language, timeZone }: RunningUser): Readonly<Record<string, string>> {
  return {
    currency: constant(CURRENCY),
    lang: constant(language.replace(/_/g, '-')),
    locale: constant(locale.replace(/_/g, '-')),
    timeZone: constant(timeZone),
  };
}

function constant(value: string): string {
  return `export default ${JSON.stringify(value)};\n`;
}
