/**
 * Modules of the platform whose content does not depend on the package. Ambient: no import or export at the top.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html
 */

declare module '@salesforce/apex' {
  import type { FieldReference } from 'opportunity-hub/schema';
  /** Asks again for what a wire provided; `wired` is the whole value, not its `data`. */
  export function refreshApex(wired: object | undefined): Promise<void>;
  /** The value of a field of a record that Apex gave, over relationships too. */
  export function getSObjectValue(record: object, field: FieldReference): unknown;
}
declare module '@salesforce/user/Id' {
  /** Id of the running user; absent for guests. */
  const userId: string | undefined;
  export default userId;
}
declare module '@salesforce/user/isGuest' {
  const isGuest: boolean;
  export default isGuest;
}
declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}
declare module '@salesforce/i18n/lang' {
  /** `en-US` */
  const lang: string;
  export default lang;
}
declare module '@salesforce/i18n/locale' {
  /** `en-US` */
  const locale: string;
  export default locale;
}
declare module '@salesforce/i18n/currency' {
  /** `USD` */
  const currency: string;
  export default currency;
}
declare module '@salesforce/i18n/timeZone' {
  /** `America/New_York` */
  const timeZone: string;
  export default timeZone;
}
