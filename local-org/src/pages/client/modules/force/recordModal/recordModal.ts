import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { editedNames, sectionViews, type SectionView } from 'shell/formSections';
import { messageOf, request, UI_API } from 'shell/http';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RecordForm, type DuplicateWarning } from 'shell/recordForm';
import type { RecordRepresentation } from 'shell/records';
import { urlOf, watchPage } from 'shell/router';
import type { ObjectInfoRepresentation, RecordTypeInfo } from 'shell/uiApiTypes';

/** What the dialog does with a record. */
export type RecordModalMode = 'new' | 'edit' | 'clone';

/** How the dialog ended: what was saved, or that the page changed below it. Undefined: it was cancelled. */
export interface RecordModalResult {
  readonly saved?: { readonly id: string; readonly apiName: string; readonly another: boolean };
  readonly left?: boolean;
}

interface FormSectionsElement extends HTMLElement {
  reportValidity(): boolean;
  focusField(name?: string): void;
}

const TITLES: Readonly<Record<RecordModalMode, (object: string, name: string) => string>> = {
  new: (object) => `New ${object}`,
  clone: (object) => `New ${object}`,
  edit: (_object, name) => `Edit ${name}`,
};
const DONE: Readonly<Record<RecordModalMode, string>> = { new: 'created', clone: 'created', edit: 'saved' };

/** The dialog in which a record is made, copied or edited, as the page layout arranges its fields. */
export default class RecordModal extends LightningModal {
  @api mode: RecordModalMode = 'new';
  @api objectApiName = '';
  @api recordId: string | undefined;
  @api recordTypeId: string | undefined;
  /** Values that a new record begins with: `{ Amount: '5' }`. */
  @api defaultFieldValues: Readonly<Record<string, string>> = {};
  /** Address of the dialog; it closes when another page is shown. */
  @api address: string | undefined;

  objectInfo: ObjectInfoRepresentation | undefined;
  form: RecordForm | undefined;
  isLoading = true;
  isSaving = false;
  loadError: string | undefined;
  chosenRecordType: string | undefined;
  isChoosing = false;
  private version = 0;
  private acceptedDuplicates = false;
  private stopForm: (() => void) | undefined;
  private stopPage: (() => void) | undefined;

  connectedCallback(): void {
    this.stopPage = watchPage((reference) => {
      if (this.address !== undefined && urlOf(reference) !== this.address) this.close({ left: true });
    });
    void this.begin();
  }

  disconnectedCallback(): void {
    this.stopPage?.();
    this.stopForm?.();
  }

  get heading(): string {
    const name = this.record?.fields[this.nameField]?.value;
    const label = this.objectInfo?.label ?? '';
    const title = TITLES[this.mode](label, typeof name === 'string' ? name : label);
    const recordType = this.form?.isNew ? this.record?.recordTypeInfo?.name : undefined;
    return recordType === undefined || recordType === 'Master' ? title : `${title}: ${recordType}`;
  }

  get record(): RecordRepresentation | undefined {
    return this.version >= 0 ? this.form?.record : undefined;
  }

  get sections(): SectionView[] {
    const { form, version } = this;
    if (!form || version < 0) return [];
    return sectionViews({ layout: form.layout, objectInfo: form.objectInfo, record: form.record, form });
  }

  get recordTypes(): { readonly label: string; readonly value: string }[] {
    return this.availableRecordTypes.map(({ name, recordTypeId }) => ({ label: name, value: recordTypeId }));
  }

  get errors(): readonly string[] {
    return this.duplicates ? [] : (this.version >= 0 && this.form?.errors.form) || [];
  }

  get fieldErrors(): readonly string[] {
    const names = Object.keys((this.version >= 0 && this.form?.errors.fields) || {});
    return names.map((name) => this.objectInfo?.fields[name]?.label ?? name);
  }

  get hasErrors(): boolean {
    return this.errors.length > 0 || this.fieldErrors.length > 0;
  }

  get fieldErrorText(): string {
    return this.fieldErrors.join(', ');
  }

  get duplicates(): DuplicateWarning | undefined {
    return this.version >= 0 ? this.form?.errors.duplicates : undefined;
  }

  get duplicateText(): string {
    const { allowSave = false } = this.duplicates ?? {};
    return allowSave
      ? 'This record looks like an existing one. Save again to keep it all the same.'
      : "You can't save this record because it looks like an existing one.";
  }

  get duplicateLinks(): { readonly key: string; readonly label: string; readonly url: string }[] {
    return (this.duplicates?.matches ?? []).flatMap(({ objectLabel, recordIds }) =>
      recordIds.map((id) => ({ key: id, label: `Open ${objectLabel}`, url: `/lightning/r/${id}/view` })),
    );
  }

  get offersAnother(): boolean {
    return this.mode === 'new';
  }

  get showsForm(): boolean {
    return this.form?.record !== undefined && !this.isLoading;
  }

  get isBusy(): boolean {
    return this.isLoading || this.isSaving || this.loadError !== undefined;
  }

  handleRecordType(event: CustomEvent<{ readonly value: string }>): void {
    this.chosenRecordType = event.detail.value;
  }

  handleNext(): void {
    this.isChoosing = false;
    void this.open(this.chosenRecordType);
  }

  handleCancel(): void {
    this.close();
  }

  handleSave(): void {
    void this.save(false);
  }

  handleSaveAndNew(): void {
    void this.save(true);
  }

  handleChange({ detail }: CustomEvent<{ readonly name: string; readonly value: unknown }>): void {
    this.acceptedDuplicates = false;
    this.form?.set(detail.name, detail.value);
  }

  handleUndo({ detail }: CustomEvent<{ readonly name: string }>): void {
    this.form?.reset(detail.name);
  }

  /** Enter in an input saves, as in any form. */
  handleKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (event.key !== 'Enter' || event.defaultPrevented || !(target instanceof HTMLInputElement)) return;
    if (target.type === 'text' && target.getAttribute('role') === 'combobox') return;
    event.preventDefault();
    target.blur();
    void this.save(false);
  }

  private async begin(): Promise<void> {
    try {
      this.objectInfo = await request<ObjectInfoRepresentation>(
        `${UI_API}/object-info/${this.objectApiName}`,
      );
      const types = this.availableRecordTypes;
      if (this.mode === 'new' && this.recordTypeId === undefined && types.length > 1) {
        this.chosenRecordType = this.objectInfo.defaultRecordTypeId ?? types[0]?.recordTypeId;
        this.isChoosing = true;
        this.isLoading = false;
        return;
      }
      await this.open(this.recordTypeId ?? (this.mode === 'new' ? types[0]?.recordTypeId : undefined));
    } catch (error) {
      this.fail(error);
    }
  }

  private async open(recordTypeId: string | undefined): Promise<void> {
    const { mode, objectApiName, recordId } = this;
    this.isLoading = true;
    const form = new RecordForm({
      objectApiName,
      ...(mode === 'edit' && { recordId }),
      ...(mode === 'clone' && { cloneSourceId: recordId }),
      ...(recordTypeId !== undefined && { recordTypeId }),
    });
    this.stopForm?.();
    this.stopForm = form.watch(() => this.version++);
    this.form = form;
    try {
      await form.load([this.nameField, ...Object.keys(this.defaultFieldValues)]);
      for (const [name, value] of Object.entries(this.defaultFieldValues)) form.set(name, value);
      this.isLoading = false;
      await Promise.resolve();
      this.sectionsElement?.focusField();
    } catch (error) {
      this.fail(error);
    }
  }

  private async save(another: boolean): Promise<void> {
    const { form } = this;
    if (!form || this.isBusy || !this.sectionsElement?.reportValidity()) return;
    const names = [...editedNames(this.sections), ...Object.keys(this.defaultFieldValues)];
    this.isSaving = true;
    try {
      const record = await form.save(form.input(names), { allowSaveOnDuplicate: this.acceptedDuplicates });
      const { id, apiName } = record;
      const name = record.fields[this.nameField]?.value;
      const label = typeof name === 'string' ? ` "${name}"` : '';
      const title = `${this.objectInfo?.label ?? ''}${label} was ${DONE[this.mode]}.`;
      document.body.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
      this.close({ saved: { id, apiName, another } });
    } catch {
      // The form has the errors. The next save goes through where a rule only warns.
      this.acceptedDuplicates = this.duplicates?.allowSave ?? false;
    } finally {
      this.isSaving = false;
    }
  }

  private fail(error: unknown): void {
    this.loadError = messageOf(error);
    this.isLoading = false;
  }

  private get availableRecordTypes(): RecordTypeInfo[] {
    return Object.values(this.objectInfo?.recordTypeInfos ?? {}).filter(
      ({ available, master }) => available && !master,
    );
  }

  private get nameField(): string {
    const names = this.objectInfo?.nameFields ?? [];
    return names.includes('Name') ? 'Name' : (names[0] ?? 'Name');
  }

  private get sectionsElement(): FormSectionsElement | null {
    return this.template?.querySelector<FormSectionsElement>('force-form-sections') ?? null;
  }
}
