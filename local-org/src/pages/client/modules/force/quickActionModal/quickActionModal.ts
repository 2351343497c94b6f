import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { editedNames, fieldLayout, fieldPlace, sectionViews, type SectionView } from 'shell/formSections';
import { messageOf } from 'shell/http';
import { QuickActionForm } from 'shell/quickActionForm';
import { NO_ERRORS, RecordForm, type RecordFormErrors } from 'shell/recordForm';
import { refreshRecord, type RecordRepresentation } from 'shell/records';
import type { LayoutRepresentation, ObjectInfoRepresentation } from 'shell/uiApiTypes';
import { refreshAllWires } from 'shell/wire';

interface FormSectionsElement extends HTMLElement {
  reportValidity(): boolean;
  focusField(name?: string): void;
}

/** A new record that is made from the page of another one. */
export interface Composition {
  readonly objectApiName: string;
  /** Fields of the form, in their order. */
  readonly fields: readonly string[];
  /** What it begins with, also in fields that the form does not show. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** The dialog of a quick action that writes a record; or of some fields of the record, such as its owner. */
export default class QuickActionModal extends LightningModal {
  @api recordId = '';
  @api objectApiName = '';
  @api actionName: string | undefined;
  /** Fields that are edited when no action is named. */
  @api fieldNames: readonly string[] = [];
  /** A new record that is made when no action is named. */
  @api composition: Composition | undefined;
  form: RecordForm | undefined;
  isSaving = false;
  loadError: string | undefined;
  private version = 0;
  private stopForm: (() => void) | undefined;

  connectedCallback(): void {
    void this.begin();
  }

  disconnectedCallback(): void {
    this.stopForm?.();
  }

  get isLoading(): boolean {
    return this.form === undefined && this.loadError === undefined;
  }

  get isBusy(): boolean {
    return this.form === undefined || this.isSaving;
  }

  get record(): RecordRepresentation | undefined {
    return this.form?.record;
  }

  get formObject(): string | undefined {
    return this.form?.subject.objectApiName;
  }

  get sections(): SectionView[] {
    const { form, version } = this;
    if (!form || version < 0) return [];
    return sectionViews({
      layout: form.layout,
      objectInfo: form.objectInfo,
      record: form.record,
      form,
      offersOwner: true,
    });
  }

  get objectInfo(): ObjectInfoRepresentation | undefined {
    return this.form?.objectInfo;
  }

  get shownFields(): string[] {
    return editedNames(this.sections);
  }

  get errors(): RecordFormErrors {
    return (this.version >= 0 && this.form?.errors) || NO_ERRORS;
  }

  handleChange({ detail }: CustomEvent<{ readonly name: string; readonly value: unknown }>): void {
    this.form?.set(detail.name, detail.value);
  }

  handleUndo({ detail }: CustomEvent<{ readonly name: string }>): void {
    this.form?.reset(detail.name);
  }

  handleCancel(): void {
    this.close();
  }

  async handleSave(): Promise<void> {
    const { form } = this;
    if (!form || this.isSaving || !this.sectionsElement?.reportValidity()) return;
    this.isSaving = true;
    try {
      const title = await this.send(form, form.input(this.inputNames));
      document.body.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
      this.close(true);
      await Promise.all([refreshRecord(this.recordId), refreshAllWires()]);
    } catch {
      // The form has the errors.
    } finally {
      this.isSaving = false;
    }
  }

  /** @returns what to tell when it is done */
  private async send(form: RecordForm, fields: Readonly<Record<string, unknown>>): Promise<string> {
    const options = form.pageSaveOptions;
    const label = form.objectInfo?.label ?? '';
    if (!(form instanceof QuickActionForm)) {
      await form.save(fields, options);
      return `${label} was saved.`;
    }
    const { isCreated, successMessage } = await form.perform(fields, options);
    return successMessage ?? `${label} was ${isCreated ? 'created' : 'saved'}.`;
  }

  private async begin(): Promise<void> {
    try {
      const form = await this.openForm();
      this.stopForm = form.watch(() => this.version++);
      this.form = form;
      await Promise.resolve();
      this.sectionsElement?.focusField();
    } catch (error) {
      this.loadError = messageOf(error);
    }
  }

  private async openForm(): Promise<RecordForm> {
    const { actionName, composition, fieldNames, objectApiName, recordId } = this;
    if (actionName !== undefined) return QuickActionForm.open(actionName, recordId);
    if (composition) return composedForm(composition);
    const form = new RecordForm({ objectApiName, recordId });
    await form.load(fieldNames);
    form.layout = layoutOf(form, fieldNames);
    return form;
  }

  private get inputNames(): string[] {
    return [...editedNames(this.sections), ...Object.keys(this.composition?.values ?? {})];
  }

  private get sectionsElement(): FormSectionsElement | null {
    return this.template?.querySelector<FormSectionsElement>('force-form-sections') ?? null;
  }
}

async function composedForm({ objectApiName, fields, values }: Composition): Promise<RecordForm> {
  const form = new RecordForm({ objectApiName });
  await form.load([...fields, ...Object.keys(values)]);
  form.layout = layoutOf(form, fields);
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

/** A layout of one column with these fields; one alone has to be filled in. */
function layoutOf(form: RecordForm, names: readonly string[]): LayoutRepresentation {
  return fieldLayout([
    names.map((name) =>
      fieldPlace(name, form.field(name), { required: form.isRequired(name) || names.length === 1 }),
    ),
  ]);
}
