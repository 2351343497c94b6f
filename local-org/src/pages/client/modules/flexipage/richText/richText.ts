import { LightningElement, api } from 'lwc';

/** A text that the page's designer has written. */
export default class RichText extends LightningElement {
  @api richTextValue = '';
  /** Whether it stands on a card. */
  @api decorate: string | undefined;

  get classes(): string {
    return this.decorate === 'true' ? 'slds-card slds-p-around_medium' : '';
  }
}
