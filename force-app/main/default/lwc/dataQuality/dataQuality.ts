import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { getRecords, type RecordsWireResult } from 'lightning/uiRecordApi';
import type { BarRow } from 'c/barChart';
import { fill, countText } from 'c/formatText';
import { frameState, type FrameState } from 'c/frameState';
import type { ListRow } from 'c/recordList';
import type { Apex, WireResult } from 'opportunity-hub/apex';
import getFailing from '@salesforce/apex/DataQualityController.getFailing';
import getIssues from '@salesforce/apex/DataQualityController.getIssues';
import amountLabel from '@salesforce/label/c.Quality_Deal_Without_Amount';
import domainLabel from '@salesforce/label/c.Quality_Account_Without_Domain';
import emailLabel from '@salesforce/label/c.Quality_Contact_Without_Email';
import emptyLabel from '@salesforce/label/c.Quality_None';
import industryLabel from '@salesforce/label/c.Quality_Account_Without_Industry';
import linkLabel from '@salesforce/label/c.Quality_Link_Unconfirmed';
import nextStepLabel from '@salesforce/label/c.Quality_Deal_Without_Next_Step';
import overdueLabel from '@salesforce/label/c.Quality_Deal_Overdue';
import textLabel from '@salesforce/label/c.Quality_Failing';
import titleLabel from '@salesforce/label/c.Quality_Title';

const MOST_RECORDS = 50;

/** What people read for a check. */
const CHECKS: Readonly<Record<string, string>> = {
  ACCOUNT_WITHOUT_DOMAIN: domainLabel,
  ACCOUNT_WITHOUT_INDUSTRY: industryLabel,
  CONTACT_WITHOUT_EMAIL: emailLabel,
  DEAL_OVERDUE: overdueLabel,
  DEAL_WITHOUT_AMOUNT: amountLabel,
  DEAL_WITHOUT_NEXT_STEP: nextStepLabel,
  LINK_UNCONFIRMED: linkLabel,
};

/** What is incomplete or doubtful in the records; a bar leads to them. */
export default class DataQuality extends LightningElement {
  labels = { empty: emptyLabel, title: titleLabel };
  maximum = MOST_RECORDS;
  code?: string;

  @wire(getIssues) issues?: WireResult<readonly Apex.DataQualityController.Issue[]>;
  @wire(getFailing, { code: '$code', maximum: '$maximum' }) failing?: WireResult<readonly string[]>;
  @wire(getRecords, { records: '$wanted' }) named?: RecordsWireResult;

  get state(): FrameState {
    return frameState(this.issues, (issues) => issues.every(({ failing }) => !failing));
  }
  get rows(): readonly BarRow[] {
    return (this.issues?.data ?? []).map(({ code, title, failing, total }) => ({
      key: code ?? '',
      label: CHECKS[code ?? ''] ?? title ?? '',
      text: fill(textLabel, countText(failing), countText(total)),
      parts: [
        { key: 'failing', from: 0, to: share(failing, total), tone: 'bad' },
        { key: 'fine', from: share(failing, total), to: 100, tone: 'good' },
      ],
    }));
  }
  /** Records to ask the names of. */
  get wanted() {
    const object = this.issues?.data?.find(({ code }) => code === this.code)?.objectName;
    const recordIds = this.failing?.data;
    if (!object || !recordIds?.length) return undefined;
    return [{ recordIds, optionalFields: [`${object}.Name`] }];
  }
  get heading(): string {
    return CHECKS[this.code ?? ''] ?? this.code ?? '';
  }
  get failingState(): FrameState {
    return frameState(this.failing, ({ length }) => length === 0);
  }
  get list(): readonly ListRow[] {
    const names = new Map(
      (this.named?.data?.results ?? []).flatMap(({ result }) =>
        'id' in result ? [[result.id, result.fields['Name']?.value] as const] : [],
      ),
    );
    return (this.failing?.data ?? []).map((recordId) => {
      const name = names.get(recordId);
      return { key: recordId, recordId, title: typeof name === 'string' ? name : recordId, facts: [] };
    });
  }

  handleSelect(event: CustomEvent<{ key: string }>): void {
    this.code = this.code === event.detail.key ? undefined : event.detail.key;
  }
  handleRetry(): void {
    void refreshApex(this.issues);
  }
}

function share(part: number | null | undefined, whole: number | null | undefined): number {
  return whole ? ((part ?? 0) * 100) / whole : 0;
}
