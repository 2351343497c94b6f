import { api, LightningElement } from 'lwc';

/** Stands for the base of modals, for which the test package has no stub. A test says what `open` resolves to. */
export default class LightningModal extends LightningElement {
  static open = jest.fn().mockResolvedValue(undefined);

  @api size?: string;
  @api label?: string;
  @api description?: string;
  @api disableClose = false;
  @api close = jest.fn();
}
