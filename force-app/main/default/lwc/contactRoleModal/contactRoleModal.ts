import { api, wire } from 'lwc';
import LightningModal from 'lightning/modal';
import { getRecord, getFieldValue, type RecordWireResult } from 'lightning/uiRecordApi';
import { getPicklistValues, type PicklistWireResult } from 'lightning/uiObjectInfoApi';
import { errorText } from 'c/errorText';
import addContactRole from '@salesforce/apex/GateChecklistController.addContactRole';
import ACCOUNT from '@salesforce/schema/Opportunity.AccountId';
import ROLE from '@salesforce/schema/OpportunityContactRole.Role';
import cancelLabel from '@salesforce/label/c.Action_Cancel';
import saveLabel from '@salesforce/label/c.Action_Save';
import contactLabel from '@salesforce/label/c.Contact_Role_Contact';
import primaryLabel from '@salesforce/label/c.Contact_Role_Primary';
import roleLabel from '@salesforce/label/c.Contact_Role_Role';

/** Record type of objects that have none. */
const MASTER_RECORD_TYPE = '012000000000000AAA';

/** Adds a contact of the account in a role to an opportunity. Closes with true when it was added. */
export default class ContactRoleModal extends LightningModal {
  @api recordId = '';
  /** Role that is chosen to begin with. */
  @api contactRole = '';
  /** Whether the contact becomes the primary one to begin with. */
  @api isPrimary = false;

  labels = {
    cancel: cancelLabel,
    save: saveLabel,
    contact: contactLabel,
    primary: primaryLabel,
    role: roleLabel,
  };
  masterRecordType = MASTER_RECORD_TYPE;
  contactId = '';
  chosenRole?: string;
  chosenPrimary?: boolean;
  isSaving = false;
  failure = '';

  @wire(getRecord, { recordId: '$recordId', fields: [ACCOUNT] }) deal?: RecordWireResult;
  @wire(getPicklistValues, { recordTypeId: '$masterRecordType', fieldApiName: ROLE })
  roles?: PicklistWireResult;

  get filter() {
    const accountId = getFieldValue(this.deal?.data, ACCOUNT);
    return { criteria: [{ fieldPath: 'AccountId', operator: 'eq', value: accountId }] };
  }
  get hasAccount(): boolean {
    return Boolean(getFieldValue(this.deal?.data, ACCOUNT));
  }
  get roleOptions() {
    return this.roles?.data?.values ?? [];
  }
  get roleValue(): string {
    return this.chosenRole ?? this.contactRole;
  }
  get primaryValue(): boolean {
    return this.chosenPrimary ?? this.isPrimary;
  }
  get isSaveDisabled(): boolean {
    return this.isSaving || this.contactId === '';
  }

  handleContact(event: CustomEvent<{ recordId: string | null }>): void {
    this.contactId = event.detail.recordId ?? '';
  }
  handleRole(event: CustomEvent<{ value: string }>): void {
    this.chosenRole = event.detail.value;
  }
  handlePrimary(event: CustomEvent<{ checked: boolean }>): void {
    this.chosenPrimary = event.detail.checked;
  }
  handleCancel(): void {
    this.close(false);
  }
  async handleSave(): Promise<void> {
    this.isSaving = true;
    try {
      await addContactRole({
        opportunityId: this.recordId,
        contactId: this.contactId,
        role: this.roleValue || null,
        isPrimary: this.primaryValue,
      });
      this.close(true);
    } catch (error) {
      this.failure = errorText(error);
    } finally {
      this.isSaving = false;
    }
  }
}
