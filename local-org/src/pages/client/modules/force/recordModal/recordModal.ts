import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { editedNames, sectionViews, type SectionView } from 'shell/formSections';
import { messageOf, queryString, request, UI_API } from 'shell/http';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { NO_ERRORS, RecordForm, type RecordFormErrors } from 'shell/recordForm';
import type { RecordRepresentation } from 'shell/records';
import { urlOf, watchPage } from 'shell/router';
import type { ObjectInfoRepresentation, RecordTypeInfo } from 'shell/uiApiTypes';

/** What the dialog does with a record. */
export type RecordModalMode = 'new' | 'edit' | 'clone' | 'changeRecordType';

/** How the dialog ended: what was saved, or that the page changed below it. Undefined: it was cancelled. */
export interface RecordModalResult {
  readonly saved?: { readonly id: string; readonly apiName: string; readonly another: boolean };
  readonly left?: boolean;
}

interface FormSectionsElement extends HTMLElement {
  reportValidity(): boolean;
  focusField(name?: string): void;
}

/** What sets the modes apart. */
interface ModeTraits {
  title(object: string, name: string): string;
  /** Of the step in which the record type is chosen; undefined where it is not. */
  chooserTitle?(object: string): string;
  /** What has happened when it is saved. */
  readonly done: string;
}

const MODES: Readonly<Record<RecordModalMode, ModeTraits>> = {
  new: { title: (object) => `New ${object}`, chooserTitle: (object) => `New ${object}`, done: 'created' },
  clone: { title: (object) => `New ${object}`, done: 'created' },
  edit: { title: (_object, name) => `Edit ${name}`, done: 'saved' },
  changeRecordType: {
    title: (_object, name) => `Edit ${name}`,
    chooserTitle: (object) => `Change ${object} Record Type`,
    done: 'saved',
  },
};

/** The dialog in which a record is made, copied, edited or given another record type, as the page layout arranges its fields. */
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
    const { mode, objectInfo, recordTypeLabel } = this;
    const label = objectInfo?.label ?? '';
    const { title, chooserTitle } = MODES[mode];
    if (this.isChoosing && chooserTitle) return chooserTitle(label);
    const name = this.record?.fields[this.nameField]?.value;
    const heading = title(label, typeof name === 'string' ? name : label);
    return recordTypeLabel === undefined ? heading : `${heading}: ${recordTypeLabel}`;
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

  get shownFields(): string[] {
    return editedNames(this.sections);
  }

  get errors(): RecordFormErrors {
    return (this.version >= 0 && this.form?.errors) || NO_ERRORS;
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
      const offersChoice = MODES[this.mode].chooserTitle !== undefined && this.recordTypeId === undefined;
      if (offersChoice && types.length > 1) {
        const present = await this.presentRecordType();
        this.chosenRecordType = (types.find(({ recordTypeId }) => recordTypeId === present) ?? types[0])
          ?.recordTypeId;
        this.isChoosing = true;
        this.isLoading = false;
        return;
      }
      await this.open(this.recordTypeId ?? (offersChoice ? types[0]?.recordTypeId : undefined));
    } catch (error) {
      this.fail(error);
    }
  }

  /** The record type that the record has, or that a new one gets by default. */
  private async presentRecordType(): Promise<string | null | undefined> {
    const { mode, recordId, objectApiName, objectInfo } = this;
    if (mode !== 'changeRecordType') return objectInfo?.defaultRecordTypeId;
    const query = queryString({ fields: `${objectApiName}.Id` });
    const record = await request<RecordRepresentation>(`${UI_API}/records/${recordId ?? ''}${query}`);
    return record.recordTypeId;
  }

  private async open(recordTypeId: string | undefined): Promise<void> {
    const { mode, objectApiName, recordId } = this;
    this.isLoading = true;
    const form = new RecordForm({
      objectApiName,
      ...(mode === 'clone' ? { cloneSourceId: recordId } : mode !== 'new' && { recordId }),
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
    this.isSaving = true;
    try {
      const record = await form.save(form.input(this.inputNames), form.pageSaveOptions);
      const { id, apiName } = record;
      const name = record.fields[this.nameField]?.value;
      const label = typeof name === 'string' ? ` "${name}"` : '';
      const title = `${this.objectInfo?.label ?? ''}${label} was ${MODES[this.mode].done}.`;
      document.body.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
      this.close({ saved: { id, apiName, another } });
    } catch {
      // The form has the errors.
    } finally {
      this.isSaving = false;
    }
  }

  /** Another record type may change what its layout does not show. */
  private get inputNames(): string[] {
    const unseen =
      this.mode === 'changeRecordType'
        ? Object.keys(this.form?.changes() ?? {})
        : Object.keys(this.defaultFieldValues);
    return [...editedNames(this.sections), ...unseen];
  }

  /** Of the record type that a new record has, or that an existing one is to get; undefined for the master. */
  private get recordTypeLabel(): string | undefined {
    const { form } = this;
    const id = form?.subject.recordTypeId ?? (form?.isNew ? this.record?.recordTypeId : undefined);
    const type = this.objectInfo?.recordTypeInfos?.[id ?? ''];
    return type?.master === false ? type.name : undefined;
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
