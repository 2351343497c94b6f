import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, type Context } from 'lightning/messageService';
import ContactRoleModal from 'c/contactRoleModal';
import { announceChange, ChangeListener } from 'c/dealChanges';
import { frameState, type FrameState } from 'c/frameState';
import type { ListRow } from 'c/recordList';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getContactRoles from '@salesforce/apex/ContactRoleController.getContactRoles';
import addLabel from '@salesforce/label/c.Gate_Fix_Contact_Role';
import emptyLabel from '@salesforce/label/c.Contact_Roles_Empty';
import primaryLabel from '@salesforce/label/c.Contact_Role_Primary';
import titleLabel from '@salesforce/label/c.Contact_Roles_Title';

/** Who takes part in the decision, the primary contact first, and a way to add someone. */
export default class ContactRoles extends LightningElement {
  @api recordId?: string;

  labels = { add: addLabel, empty: emptyLabel, title: titleLabel };
  private listener = new ChangeListener();

  @wire(getContactRoles, { opportunityId: '$recordId' })
  roles?: WireResult<readonly Apex.ContactRoleController.ContactRole[]>;
  @wire(MessageContext) context?: Context;

  override connectedCallback(): void {
    this.listener.start(this.context, this.recordId, () => void refreshApex(this.roles));
  }
  override disconnectedCallback(): void {
    this.listener.stop();
  }

  get state(): FrameState {
    return frameState(this.roles, ({ length }) => length === 0);
  }
  get rows(): readonly ListRow[] {
    return (this.roles?.data ?? []).map((role) => ({
      key: role.roleId ?? '',
      recordId: role.contactId ?? undefined,
      title: role.name ?? '',
      value: role.role ?? '',
      badge: role.isPrimary ? primaryLabel : undefined,
      facts: [role.title ?? '', role.email ?? '', role.phone ?? ''],
    }));
  }

  handleRetry(): void {
    void refreshApex(this.roles);
  }
  async handleAdd(): Promise<void> {
    if (!this.recordId) return;
    const { recordId } = this;
    const isPrimary = this.rows.length === 0;
    const added = await ContactRoleModal.open({ label: addLabel, size: 'small', recordId, isPrimary });
    if (added !== true) return;
    await refreshApex(this.roles);
    await announceChange(this, this.context, recordId);
  }
}
