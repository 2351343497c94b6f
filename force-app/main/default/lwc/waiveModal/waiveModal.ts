import { api } from 'lwc';
import LightningModal from 'lightning/modal';

/** Waives a gate item. Closes with true when it was waived. */
export default class WaiveModal extends LightningModal {
  @api recordId = '';
  @api itemId = '';

  handleDone(): void {
    this.close(true);
  }
  handleCancel(): void {
    this.close(false);
  }
}
