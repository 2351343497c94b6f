import { LightningElement, api } from 'lwc';

/**
 * Head, body and foot of a quick action's dialog.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-quick-action-panel.html
 */
export default class QuickActionPanel extends LightningElement {
  @api header: string | undefined;
}
