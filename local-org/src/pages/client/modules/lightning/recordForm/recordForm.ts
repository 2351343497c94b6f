import { LightningElement, api } from 'lwc';
import { queryString, request, UI_API } from 'shell/http';
import {
  many,
  objectName,
  plainFieldName,
  type FieldReference,
  type ObjectReference,
} from 'shell/references';
import { layoutFields, type LayoutRepresentation } from 'shell/uiApiTypes';

const COLUMNS = 12;

/**
 * A whole form on a record: shows, edits, or makes one; its fields by name or those of the layout.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-record-form.html
 */
export default class RecordFormComponent extends LightningElement {
  @api recordId: string | undefined;
  @api recordTypeId: string | undefined;
  @api objectApiName: ObjectReference | undefined;
  @api density: string | undefined;
  /** `view`, `edit`, `readonly`; without a record a form always edits. */
  @api mode: string | undefined;
  @api columns: number | string = 1;
  @api fields: readonly FieldReference[] | undefined;
  @api layoutType: string | undefined;
  private namesOfLayout: readonly string[] = [];
  private wantsEdit: boolean | undefined;

  get isEditing(): boolean {
    return !this.recordId || (this.wantsEdit ?? this.mode === 'edit');
  }

  get isEditable(): boolean {
    return this.mode !== 'readonly';
  }

  get fieldNames(): string[] {
    const named = many(this.fields).map(plainFieldName);
    return named.length > 0 ? named : [...this.namesOfLayout];
  }

  get columnClass(): string {
    const size = Math.max(1, Math.floor(COLUMNS / Math.max(1, Number(this.columns))));
    return `slds-col slds-size_1-of-1 slds-medium-size_${size}-of-12`;
  }

  connectedCallback(): void {
    if (many(this.fields).length === 0) void this.readLayout();
  }

  handleEdit(): void {
    this.wantsEdit = true;
  }

  handleCancel(): void {
    this.wantsEdit = false;
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSubmit(event: CustomEvent): void {
    event.stopPropagation();
    const submit = new CustomEvent<unknown>('submit', { cancelable: true, detail: event.detail });
    if (!this.dispatchEvent(submit)) event.preventDefault();
  }

  handleSuccess(event: CustomEvent): void {
    this.wantsEdit = false;
    this.dispatchEvent(new CustomEvent<unknown>('success', { detail: event.detail }));
  }

  handleError(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent<unknown>('error', { detail: event.detail }));
  }

  handleLoad(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent<unknown>('load', { detail: event.detail }));
  }

  /** Saves as the Save button does. */
  @api submit(fields?: Readonly<Record<string, unknown>>): void {
    const form = this.template?.querySelector<HTMLElement & { submit(fields?: object): void }>(
      'lightning-record-edit-form',
    );
    form?.submit(fields);
  }

  private async readLayout(): Promise<void> {
    const query = queryString({
      layoutType: this.layoutType ?? 'Full',
      mode: this.recordId ? 'View' : 'Create',
      recordTypeId: this.recordTypeId,
    });
    const layout = await request<LayoutRepresentation>(
      `${UI_API}/layout/${objectName(this.objectApiName)}${query}`,
    );
    this.namesOfLayout = layoutFields(layout);
  }
}
