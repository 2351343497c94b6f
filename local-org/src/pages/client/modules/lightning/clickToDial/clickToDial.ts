import { LightningElement, api } from 'lwc';

/**
 * A phone number. Without telephony in the org it is a plain link, as on the platform.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-click-to-dial.html
 */
export default class ClickToDial extends LightningElement {
  @api value: string | undefined;
  @api recordId: string | undefined;
  @api params: string | undefined;
}
