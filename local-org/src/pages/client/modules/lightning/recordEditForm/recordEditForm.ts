import { LightningElement, api } from 'lwc';
import { hearFields, type BoundField } from 'shell/formFields';
import { messageOf } from 'shell/http';
import { RecordForm } from 'shell/recordForm';
import type { RecordRepresentation } from 'shell/records';
import { objectName, type ObjectReference } from 'shell/references';

/**
 * A form that edits a record, or makes one.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-record-edit-form.html
 */
export default class RecordEditForm extends LightningElement {
  @api formClass: string | undefined;
  @api density: string | undefined;
  @api layoutType: string | undefined;
  private subject: {
    objectApiName: ObjectReference | undefined;
    recordId: string | undefined;
    recordTypeId: string | undefined;
  } = { objectApiName: undefined, recordId: undefined, recordTypeId: undefined };
  private readonly fields: BoundField[] = [];
  private form: RecordForm | undefined;
  private isWaiting = false;

  @api get objectApiName(): ObjectReference | undefined {
    return this.subject.objectApiName;
  }
  set objectApiName(objectApiName: ObjectReference | undefined) {
    this.subject = { ...this.subject, objectApiName };
    this.loadSoon();
  }

  /** Absent for a new record. */
  @api get recordId(): string | undefined {
    return this.subject.recordId;
  }
  set recordId(recordId: string | undefined) {
    this.subject = { ...this.subject, recordId };
    this.loadSoon();
  }

  @api get recordTypeId(): string | undefined {
    return this.subject.recordTypeId;
  }
  set recordTypeId(recordTypeId: string | undefined) {
    this.subject = { ...this.subject, recordTypeId };
    this.loadSoon();
  }

  constructor() {
    super();
    hearFields(this, (field) => {
      this.fields.push(field);
      if (this.form?.record) field.bind(this.form);
      else this.loadSoon();
    });
  }

  /** Saves: these fields, or what the form's inputs hold. */
  @api submit(fields?: Readonly<Record<string, unknown>>): void {
    void this.save(fields ?? this.inputs());
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    const inputs = this.fields.filter(({ isInput }) => isInput);
    if (!inputs.every((field) => field.reportValidity())) return;
    const fields = this.inputs();
    const submit = new CustomEvent('submit', { cancelable: true, detail: { fields } });
    if (this.dispatchEvent(submit)) void this.save(fields);
  }

  /** Waits until all properties and fields of the moment are known. */
  private loadSoon(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    void Promise.resolve().then(async () => {
      this.isWaiting = false;
      await this.load();
    });
  }

  private async load(): Promise<void> {
    const { objectApiName, recordId, recordTypeId } = this.subject;
    if (!objectApiName) return;
    const form = new RecordForm({
      objectApiName: objectName(objectApiName),
      ...(recordId ? { recordId } : recordTypeId && { recordTypeId }),
    });
    this.form = form;
    try {
      await form.load(this.fields.map(({ name }) => name).filter((name) => name !== ''));
    } catch (error) {
      this.tellError(error);
      return;
    }
    if (form !== this.form) return;
    for (const field of this.fields) field.bind(form);
    const { record, objectInfo } = form;
    if (!record || !objectInfo) return;
    const records = recordId ? { [recordId]: record } : {};
    const detail = {
      records,
      record,
      objectInfos: { [objectInfo.apiName]: objectInfo },
      layout: form.layout,
    };
    this.dispatchEvent(new CustomEvent('load', { detail }));
  }

  /** What the inputs of the form hold, changed or not. */
  private inputs(): Record<string, unknown> {
    const { form } = this;
    if (!form) return {};
    const names = this.fields
      .filter(({ isInput, name }) => isInput && form.isEditable(name))
      .map(({ name }) => name);
    return Object.fromEntries(names.map((name) => [name, form.value(name)]));
  }

  private async save(fields: Readonly<Record<string, unknown>>): Promise<void> {
    const { form } = this;
    if (!form) return;
    let record: RecordRepresentation;
    try {
      record = await form.save(fields);
    } catch (error) {
      this.tellError(error);
      return;
    }
    this.dispatchEvent(new CustomEvent('success', { detail: record }));
  }

  private tellError(error: unknown): void {
    const { body } = error as { body?: { output?: unknown; message?: string } };
    const detail = { message: body?.message, detail: messageOf(error), output: body?.output, error };
    this.dispatchEvent(new CustomEvent('error', { detail }));
  }
}
