import { api, LightningElement, wire } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { MessageContext, type Context } from 'lightning/messageService';
import { announceChange } from 'c/dealChanges';
import { showDone } from 'c/outcomeToast';
import doneLabel from '@salesforce/label/c.Gate_Fixed';
import titleLabel from '@salesforce/label/c.Waive';

/** Waives an open gate item of an opportunity. */
export default class WaiveGateAction extends LightningElement {
  @api recordId?: string;

  labels = { title: titleLabel };

  @wire(MessageContext) context?: Context;

  async handleDone(): Promise<void> {
    showDone(this, doneLabel);
    if (this.recordId) await announceChange(this, this.context, this.recordId);
    this.handleCancel();
  }
  handleCancel(): void {
    this.dispatchEvent(new CloseActionScreenEvent());
  }
}
