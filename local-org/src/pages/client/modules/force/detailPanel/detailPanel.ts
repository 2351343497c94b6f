import { LightningElement, api, wire } from 'lwc';
import { getRecordUi } from 'lightning/uiRecordApi';
import { editedNames, sectionViews, type SectionSource, type SectionView } from 'shell/formSections';
import { messageOf } from 'shell/http';
import { NO_ERRORS, RecordForm, type RecordFormErrors } from 'shell/recordForm';
import type { RecordRepresentation } from 'shell/records';
import {
  recordView,
  type ObjectInfoRepresentation,
  type RecordUiRepresentation,
  type RecordView,
} from 'shell/uiApiTypes';
import type { WireResult } from 'shell/wire';

interface FormSectionsElement extends HTMLElement {
  reportValidity(): boolean;
  focusField(name?: string): void;
}

/** The fields of a record as its page layout arranges them, edited in place. */
export default class DetailPanel extends LightningElement {
  @api recordId: string | undefined;
  errorText: string | undefined;
  isEditing = false;
  isSaving = false;
  private view: RecordView | undefined;
  private form: RecordForm | undefined;
  private version = 0;
  private stopForm: (() => void) | undefined;

  @wire(getRecordUi, { recordIds: '$recordId', layoutTypes: 'Full', modes: 'View' })
  receive({ data, error }: WireResult<unknown>): void {
    if (data && this.recordId) this.view = recordView(data as RecordUiRepresentation, this.recordId, 'Full');
    this.errorText = error === undefined ? undefined : messageOf(error);
  }

  disconnectedCallback(): void {
    this.stopForm?.();
  }

  get panelClass(): string {
    return `slds-card local-org-detail${this.isEditing ? ' local-org-detail_editing' : ''}`;
  }

  get isLoading(): boolean {
    return !this.view;
  }

  get objectName(): string | undefined {
    return this.view?.objectInfo.apiName;
  }

  get record(): RecordRepresentation | undefined {
    return this.view?.record;
  }

  get sections(): SectionView[] {
    return sectionViews(this.source);
  }

  get objectInfo(): ObjectInfoRepresentation | undefined {
    return this.view?.objectInfo;
  }

  get shownFields(): string[] {
    return editedNames(this.sections);
  }

  get errors(): RecordFormErrors {
    return (this.version >= 0 && this.form?.errors) || NO_ERRORS;
  }

  handleEdit({ detail }: CustomEvent<{ readonly name: string }>): void {
    void this.edit(detail.name);
  }

  handleChange({ detail }: CustomEvent<{ readonly name: string; readonly value: unknown }>): void {
    this.form?.set(detail.name, detail.value);
  }

  handleUndo({ detail }: CustomEvent<{ readonly name: string }>): void {
    this.form?.reset(detail.name);
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.isEditing) this.handleCancel();
  }

  handleCancel(): void {
    this.stopForm?.();
    this.form = undefined;
    this.isEditing = false;
  }

  async handleSave(): Promise<void> {
    const { form } = this;
    if (!form || !this.sectionsElement?.reportValidity()) return;
    this.isSaving = true;
    try {
      const input = form.input(editedNames(this.sections));
      if (Object.keys(input).length > 0) await form.save(input, form.pageSaveOptions);
      this.handleCancel();
    } catch {
      // The form has the errors.
    } finally {
      this.isSaving = false;
    }
  }

  private get source(): SectionSource {
    const { view, form, isEditing, version } = this;
    const { layout, objectInfo, record } = view ?? {};
    return {
      layout,
      objectInfo,
      record,
      ...(isEditing && version >= 0 && { form }),
      offersEdit: true,
    };
  }

  private async edit(name: string): Promise<void> {
    const { view, recordId } = this;
    if (!view || !recordId || this.isEditing) return;
    const form = new RecordForm({ objectApiName: view.objectInfo.apiName, recordId });
    this.form = form;
    try {
      await form.load([]);
    } catch (error) {
      this.errorText = messageOf(error);
      return;
    }
    this.stopForm?.();
    this.stopForm = form.watch(() => this.version++);
    this.isEditing = true;
    await Promise.resolve();
    this.sectionsElement?.focusField(name);
  }

  private get sectionsElement(): FormSectionsElement | null {
    return this.template?.querySelector<FormSectionsElement>('force-form-sections') ?? null;
  }
}
