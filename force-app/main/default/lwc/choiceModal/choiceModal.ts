import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import cancelLabel from '@salesforce/label/c.Action_Cancel';

/** Asks for one of several choices. Closes with its value; with undefined when the user turns back. */
export default class ChoiceModal extends LightningModal {
  @api question = '';
  @api options: readonly { readonly label: string; readonly value: string }[] = [];
  @api confirmLabel = '';

  labels = { cancel: cancelLabel };
  choice = '';

  get isConfirmDisabled(): boolean {
    return this.choice === '';
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.choice = event.detail.value;
  }
  handleCancel(): void {
    this.close(undefined);
  }
  handleConfirm(): void {
    this.close(this.choice);
  }
}
