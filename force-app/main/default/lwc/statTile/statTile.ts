import { api, LightningElement } from 'lwc';

/** One figure with its name. Selectable tiles are buttons and send `select`. */
export default class StatTile extends LightningElement {
  @api label = '';
  /** The figure as it is shown: `$1.2M`, `64 %`. */
  @api value = '';
  /** A few words below the figure. */
  @api detail = '';
  @api selectable = false;

  handleSelect(): void {
    this.dispatchEvent(new CustomEvent('select'));
  }
}
