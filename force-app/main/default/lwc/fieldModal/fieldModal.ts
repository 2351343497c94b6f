import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import cancelLabel from '@salesforce/label/c.Action_Cancel';
import saveLabel from '@salesforce/label/c.Action_Save';

/** Edits a field of a record. Closes with true when it was saved. Field security and rules are those of the form. */
export default class FieldModal extends LightningModal {
  @api recordId = '';
  @api objectApiName = '';
  @api fieldApiName = '';

  labels = { cancel: cancelLabel, save: saveLabel };

  handleCancel(): void {
    this.close(false);
  }
  handleSuccess(): void {
    this.close(true);
  }
}
