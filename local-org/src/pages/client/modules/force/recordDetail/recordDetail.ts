import { LightningElement, api } from 'lwc';
import { editedNames, sectionViews, type SectionView } from 'shell/formSections';
import { messageOf } from 'shell/http';
import { NO_ERRORS, RecordForm, type RecordFormErrors } from 'shell/recordForm';
import type { RecordRepresentation } from 'shell/records';
import { layoutFields, type LayoutRepresentation, type ObjectInfoRepresentation } from 'shell/uiApiTypes';

interface FormSectionsElement extends HTMLElement {
  reportValidity(): boolean;
  focusField(name?: string): void;
}

/** Fields of a record as a layout arranges them, edited in place. */
export default class RecordDetail extends LightningElement {
  @api layout: LayoutRepresentation | undefined;
  @api objectInfo: ObjectInfoRepresentation | undefined;
  @api record: RecordRepresentation | undefined;
  errorText: string | undefined;
  isEditing = false;
  isSaving = false;
  private form: RecordForm | undefined;
  private version = 0;
  private stopForm: (() => void) | undefined;

  disconnectedCallback(): void {
    this.stopForm?.();
  }

  get objectName(): string | undefined {
    return this.objectInfo?.apiName;
  }

  get sections(): SectionView[] {
    const { layout, objectInfo, record, form, isEditing, version } = this;
    const edited = isEditing && version >= 0 ? { form } : {};
    return sectionViews({ layout, objectInfo, record, ...edited, offersEdit: true });
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

  private async edit(name: string): Promise<void> {
    const { layout, objectInfo, record } = this;
    if (!layout || !objectInfo || !record || this.isEditing) return;
    const form = new RecordForm({ objectApiName: objectInfo.apiName, recordId: record.id });
    this.form = form;
    try {
      await form.load(layoutFields(layout));
      this.errorText = undefined;
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
