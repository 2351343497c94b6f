import { LightningElement, api } from 'lwc';
import { hearFields, type BoundField } from 'shell/formFields';
import { RecordForm } from 'shell/recordForm';
import { watchRecord } from 'shell/records';
import { objectName, type ObjectReference } from 'shell/references';

/**
 * Shows fields of a record, and follows their changes.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-record-view-form.html
 */
export default class RecordViewForm extends LightningElement {
  @api density: string | undefined;
  private shownObject: ObjectReference | undefined;
  private shownRecord: string | undefined;
  private readonly fields: BoundField[] = [];
  private stop: (() => void) | undefined;
  private isWaiting = false;

  @api get objectApiName(): ObjectReference | undefined {
    return this.shownObject;
  }
  set objectApiName(objectApiName: ObjectReference | undefined) {
    this.shownObject = objectApiName;
    this.loadSoon();
  }

  @api get recordId(): string | undefined {
    return this.shownRecord;
  }
  set recordId(recordId: string | undefined) {
    this.shownRecord = recordId;
    this.loadSoon();
  }

  constructor() {
    super();
    hearFields(this, (field) => {
      this.fields.push(field);
      this.loadSoon();
    });
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  private loadSoon(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    void Promise.resolve().then(() => {
      this.isWaiting = false;
      this.watch();
    });
  }

  private watch(): void {
    const { shownObject, shownRecord } = this;
    if (!shownObject || !shownRecord || this.fields.length === 0) return;
    const objectApiName = objectName(shownObject);
    const form = new RecordForm({ objectApiName, recordId: shownRecord });
    const names = this.fields.map(({ name }) => name).filter((name) => name !== '');
    const optionalFields = names.map((name) => `${objectApiName}.${name}`);
    this.stop?.();
    this.stop = watchRecord(shownRecord, { fields: [], optionalFields }, (record, error) => {
      if (record) void this.show(form, names);
      else this.dispatchEvent(new CustomEvent('error', { detail: error }));
    });
  }

  private async show(form: RecordForm, names: readonly string[]): Promise<void> {
    await form.load(names);
    for (const field of this.fields) field.bind(form);
    this.dispatchEvent(
      new CustomEvent('load', { detail: { records: { [form.subject.recordId ?? '']: form.record } } }),
    );
  }
}
