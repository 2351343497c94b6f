import type { UiRequest } from '../request/ui-request';
import type { DisplaySettings } from './field-value';

/** The org has one currency; see docs/differences.md. */
const CURRENCY = 'USD';

/** How values look to the user of a request. */
export function displaySettings({ context: { user } }: UiRequest): DisplaySettings {
  return { locale: user.locale, timeZone: user.timeZone, currencyIsoCode: CURRENCY };
}
