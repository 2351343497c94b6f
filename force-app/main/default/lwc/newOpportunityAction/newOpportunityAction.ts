import { api, LightningElement } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { NavigationMixin } from 'lightning/navigation';
import { recordPage } from 'c/pageReferences';
import { showDone } from 'c/outcomeToast';
import cancelLabel from '@salesforce/label/c.Action_Cancel';
import createdLabel from '@salesforce/label/c.New_Opportunity_Created';
import saveLabel from '@salesforce/label/c.Action_Save';
import titleLabel from '@salesforce/label/c.New_Opportunity_Title';

const FIRST_STAGE = 'Qualification';

/** Creates an opportunity of the account with what every opportunity needs, and goes to it. */
export default class NewOpportunityAction extends NavigationMixin(LightningElement) {
  /** The account. */
  @api recordId?: string;

  labels = { cancel: cancelLabel, save: saveLabel, title: titleLabel };
  fields = ['Name', 'Amount', 'CloseDate', 'Product__c', 'NextStep', 'Next_Step_Date__c'];

  handleSubmit(event: CustomEvent<{ fields: Record<string, unknown> }>): void {
    event.preventDefault();
    const form = this.template?.querySelector<HTMLElement & { submit(fields: object): void }>(
      'lightning-record-edit-form',
    );
    form?.submit({ ...event.detail.fields, AccountId: this.recordId, StageName: FIRST_STAGE });
  }
  handleSuccess(event: CustomEvent<{ id: string }>): void {
    showDone(this, createdLabel);
    this.handleCancel();
    this[NavigationMixin.Navigate](recordPage(event.detail.id));
  }
  handleCancel(): void {
    this.dispatchEvent(new CloseActionScreenEvent());
  }
}
