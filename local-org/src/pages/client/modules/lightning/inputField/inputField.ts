import { api } from 'lwc';
import { FormMember } from 'shell/formFields';
import type { RecordForm } from 'shell/recordForm';
import type { RecordRepresentation } from 'shell/records';
import { plainFieldName, type FieldReference } from 'shell/references';
import type { FieldRepresentation, PicklistValueRepresentation } from 'shell/uiApiTypes';

/** The editor that the field draws. */
interface Editor extends HTMLElement {
  reportValidity(): boolean;
}

/**
 * A field of the form in which it stands.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-input-field.html
 */
export default class InputField extends FormMember {
  @api fieldName: FieldReference | undefined;
  @api disabled = false;
  @api readOnly = false;
  @api required: boolean | undefined;
  @api variant: string | undefined;
  override readonly isInput = true;
  private preset: { readonly value: unknown } | undefined;

  /** The value in the form; setting it is as typing it. */
  @api get value(): unknown {
    return this.boundForm ? this.boundForm.value(this.name) : (this.preset?.value ?? null);
  }
  set value(value: unknown) {
    this.preset = { value };
    this.boundForm?.set(this.name, value ?? null);
  }

  @api get dirty(): boolean {
    return this.boundForm !== undefined && this.name in this.boundForm.changes();
  }

  /** Forgets what was typed. */
  @api reset(): void {
    this.boundForm?.reset(this.name);
  }

  @api clean(): void {
    this.reset();
  }

  @api override reportValidity(): boolean {
    return this.template?.querySelector<Editor>('force-field-editor')?.reportValidity() ?? true;
  }

  override bind(form: RecordForm): void {
    super.bind(form);
    if (this.preset) form.set(this.name, this.preset.value ?? null);
  }

  get name(): string {
    return plainFieldName(this.fieldName);
  }

  get field(): FieldRepresentation | undefined {
    return this.boundForm?.field(this.name);
  }

  get record(): RecordRepresentation | undefined {
    return this.boundForm?.record;
  }

  get objectApiName(): string {
    return this.boundForm?.subject.objectApiName ?? '';
  }

  get current(): unknown {
    return this.boundForm?.value(this.name) ?? null;
  }

  get displayName(): string | undefined {
    return this.boundForm?.referenceName(this.name);
  }

  get choices(): readonly PicklistValueRepresentation[] {
    return this.boundForm?.choices(this.name) ?? [];
  }

  get error(): string | undefined {
    return this.boundForm?.errors.fields[this.name];
  }

  get label(): string {
    return this.field?.label ?? '';
  }

  get requiredHere(): boolean {
    return this.required ?? this.boundForm?.isRequired(this.name) ?? false;
  }

  get readOnlyHere(): boolean {
    return this.readOnly || !this.boundForm?.isEditable(this.name);
  }

  get editorVariant(): string {
    return this.variant ?? 'standard';
  }

  handleChange(event: CustomEvent<{ readonly value: unknown }>): void {
    event.stopPropagation();
    this.boundForm?.set(this.name, event.detail.value);
    this.dispatchEvent(new CustomEvent('change', { detail: { value: event.detail.value } }));
  }
}
