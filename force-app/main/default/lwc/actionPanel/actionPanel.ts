import { api, LightningElement } from 'lwc';

/**
 * The frame of a screen action inside the dialog of the platform: heading, body, and buttons in slot `footer`. A form
 * brings its buttons in the body, as one of them submits it; such a panel has `no-footer`.
 */
export default class ActionPanel extends LightningElement {
  @api header = '';
  @api noFooter = false;

  get hasFooter(): boolean {
    return !this.noFooter;
  }
}
