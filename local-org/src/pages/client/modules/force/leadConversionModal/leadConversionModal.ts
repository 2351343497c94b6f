import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { API, messageOf, request } from 'shell/http';
import { refreshRecord } from 'shell/records';
import type { ConversionChoice, ConversionMatch } from '../conversionTarget/conversionTarget';

/** What the conversion would make, as the org answers it. */
interface ConversionProposal {
  readonly ownerId: string;
  readonly accountName: string;
  readonly contactName: string;
  readonly opportunityName: string;
  readonly convertedStatuses: readonly { readonly value: string; readonly label: string }[];
  readonly accounts: readonly ConversionMatch[];
  readonly contacts: readonly ConversionMatch[];
}

interface Validated extends HTMLElement {
  reportValidity(): boolean;
}

const USER_PREFIX = '005';
const NEW: ConversionChoice = { kind: 'new', recordId: null, name: '' };
const DUPLICATES = 'DUPLICATES_DETECTED';

/**
 * Converts a lead: into a new or an existing account and contact, and a new, an existing or no opportunity. Closes with
 * the id of the account.
 * @see https://help.salesforce.com/s/articleView?id=sales.leads_convert_process.htm
 */
export default class LeadConversionModal extends LightningModal {
  @api recordId = '';
  proposal: ConversionProposal | undefined;
  account = NEW;
  contact = NEW;
  opportunity = NEW;
  ownerId: string | null = null;
  convertedStatus: string | undefined;
  errorText: string | undefined;
  isBusy = true;
  /** Whether the user has been told of duplicates that a rule only warns of. */
  isWarned = false;

  connectedCallback(): void {
    void this.begin();
  }

  get isBlocked(): boolean {
    return this.isBusy || !this.proposal;
  }

  get statuses(): { readonly value: string; readonly label: string }[] {
    return [...(this.proposal?.convertedStatuses ?? [])];
  }

  get opportunityName(): string {
    return this.opportunity.name;
  }

  /** Contacts and opportunities are chosen among those of the account. */
  get hasAccount(): boolean {
    return this.account.kind === 'existing' && this.account.recordId !== null;
  }

  get contactMatches(): ConversionMatch[] {
    return (this.proposal?.contacts ?? []).filter(({ accountId }) => accountId === this.account.recordId);
  }

  get ofAccount(): unknown {
    return { criteria: [{ fieldPath: 'AccountId', operator: 'eq', value: this.account.recordId }] };
  }

  get activeUsers(): unknown {
    return { criteria: [{ fieldPath: 'IsActive', operator: 'eq', value: true }] };
  }

  handleAccount({ detail }: CustomEvent<ConversionChoice>): void {
    if (detail.recordId !== this.account.recordId) {
      this.contact = NEW;
      if (this.opportunity.kind === 'existing') {
        this.opportunity = { ...this.opportunity, kind: 'new', recordId: null };
      }
    }
    this.account = detail;
    this.isWarned = false;
  }

  handleContact({ detail }: CustomEvent<ConversionChoice>): void {
    this.contact = detail;
    this.isWarned = false;
  }

  handleOpportunity({ detail }: CustomEvent<ConversionChoice>): void {
    this.opportunity = detail;
  }

  handleOwner(event: CustomEvent<{ readonly recordId: string | null }>): void {
    this.ownerId = event.detail.recordId;
  }

  handleStatus(event: CustomEvent<{ readonly value: string }>): void {
    this.convertedStatus = event.detail.value;
  }

  handleCancel(): void {
    this.close();
  }

  async handleConvert(): Promise<void> {
    const parts = this.template?.querySelectorAll<Validated>(
      'force-conversion-target, lightning-record-picker, lightning-combobox',
    );
    // Every part is asked, so that all that is missing is seen at once.
    const valid = [...(parts ?? [])].map((part) => part.reportValidity());
    if (!valid.every((each) => each)) return;
    this.isBusy = true;
    try {
      const { accountId } = await request<{ readonly accountId: string }>(this.path, {
        method: 'POST',
        body: this.input(),
      });
      const title = 'Your lead has been converted.';
      document.body.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
      this.close(accountId);
      await refreshRecord(this.recordId);
    } catch (error) {
      this.errorText = messageOf(error);
      const { errorCode } = ((error ?? {}) as { body?: { errorCode?: string } | null }).body ?? {};
      this.isWarned = errorCode === DUPLICATES && !this.isWarned;
    } finally {
      this.isBusy = false;
    }
  }

  private get path(): string {
    return `${API}/lead-conversion/${this.recordId}`;
  }

  private input(): Record<string, unknown> {
    const { account, contact, opportunity, ownerId, convertedStatus, isWarned } = this;
    const existing = ({ kind, recordId }: ConversionChoice): string | null =>
      kind === 'existing' ? recordId : null;
    return {
      accountId: existing(account),
      contactId: existing(contact),
      opportunityId: existing(opportunity),
      opportunityName: opportunity.kind === 'new' ? opportunity.name : null,
      doNotCreateOpportunity: opportunity.kind === 'none',
      ownerId,
      convertedStatus,
      allowSaveOnDuplicate: isWarned,
    };
  }

  private async begin(): Promise<void> {
    try {
      const proposal = await request<ConversionProposal>(this.path);
      this.opportunity = { ...NEW, name: proposal.opportunityName };
      // What is created belongs to a user; for the lead of a queue one has to be named.
      this.ownerId = proposal.ownerId.startsWith(USER_PREFIX) ? proposal.ownerId : null;
      this.convertedStatus = proposal.convertedStatuses[0]?.value;
      this.proposal = proposal;
    } catch (error) {
      this.errorText = messageOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}
