import { api, LightningElement } from 'lwc';

/** The frame of a screen action inside the dialog of the platform: heading, body, and buttons in slot `footer`. */
export default class ActionPanel extends LightningElement {
  @api header = '';
}
