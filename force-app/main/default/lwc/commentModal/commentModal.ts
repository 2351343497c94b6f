import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import cancelLabel from '@salesforce/label/c.Action_Cancel';
import neededLabel from '@salesforce/label/c.Comment_Needed';

/** Asks for a few words. Closes with them; with undefined when the user turns back. */
export default class CommentModal extends LightningModal {
  /** What the words are for. */
  @api question = '';
  /** Whether it may not be left empty. */
  @api isRequired = false;
  @api confirmLabel = '';

  labels = { cancel: cancelLabel, needed: neededLabel };
  comment = '';

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.comment = event.detail.value;
  }
  handleCancel(): void {
    this.close(undefined);
  }
  handleConfirm(): void {
    if (!this.isRequired || this.comment.trim() !== '') {
      this.close(this.comment.trim());
      return;
    }
    this.template
      ?.querySelector<HTMLElement & { reportValidity(): boolean }>('lightning-textarea')
      ?.reportValidity();
  }
}
