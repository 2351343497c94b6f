import { LightningElement, api } from 'lwc';
import type { RecordForm } from 'shell/recordForm';
import type { RecordRepresentation } from 'shell/records';
import type { FieldRepresentation, PicklistValueRepresentation } from 'shell/uiApiTypes';
import { fieldName, type FieldReference } from 'shell/references';
import { announceField, type BoundField } from 'shell/formFields';

/** The editor that the field draws. */
interface Editor extends HTMLElement {
  reportValidity(): boolean;
}

/**
 * A field of the form in which it stands.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-input-field.html
 */
export default class InputField extends LightningElement implements BoundField {
  @api fieldName: FieldReference | undefined;
  @api disabled = false;
  @api readOnly = false;
  @api required: boolean | undefined;
  @api variant: string | undefined;
  readonly isInput = true;
  private form: RecordForm | undefined;
  /** Changes with the form, so that what is drawn from it is drawn again. */
  private version = 0;
  private stop: (() => void) | undefined;
  private preset: { readonly value: unknown } | undefined;

  /** The value in the form; setting it is as typing it. */
  @api get value(): unknown {
    return this.form ? this.form.value(this.name) : (this.preset?.value ?? null);
  }
  set value(value: unknown) {
    this.preset = { value };
    this.form?.set(this.name, value ?? null);
  }

  @api get dirty(): boolean {
    return this.form !== undefined && this.name in this.form.changes();
  }

  /** Forgets what was typed. */
  @api reset(): void {
    this.form?.reset(this.name);
  }

  @api clean(): void {
    this.form?.reset(this.name);
  }

  @api reportValidity(): boolean {
    return this.template?.querySelector<Editor>('force-field-editor')?.reportValidity() ?? true;
  }

  connectedCallback(): void {
    announceField(this, this);
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  /** Called by the form. */
  bind(form: RecordForm): void {
    this.stop?.();
    this.form = form;
    this.stop = form.watch(() => this.version++);
    if (this.preset) form.set(this.name, this.preset.value ?? null);
    this.version++;
  }

  /** Name without the object. */
  get name(): string {
    const name = this.fieldName === undefined ? '' : fieldName(this.fieldName);
    return name.slice(name.indexOf('.') + 1);
  }

  get field(): FieldRepresentation | undefined {
    return this.version > 0 ? this.form?.field(this.name) : undefined;
  }

  get record(): RecordRepresentation | undefined {
    return this.form?.record;
  }

  get objectApiName(): string {
    return this.form?.subject.objectApiName ?? '';
  }

  get current(): unknown {
    return this.version > 0 ? this.form?.value(this.name) : null;
  }

  get displayName(): string | undefined {
    return this.version > 0 ? this.form?.referenceName(this.name) : undefined;
  }

  get choices(): readonly PicklistValueRepresentation[] {
    return this.version > 0 ? (this.form?.choices(this.name) ?? []) : [];
  }

  get error(): string | undefined {
    return this.version > 0 ? this.form?.errors.fields[this.name] : undefined;
  }

  get label(): string {
    return this.field?.label ?? '';
  }

  get requiredHere(): boolean {
    return this.required ?? this.form?.isRequired(this.name) ?? false;
  }

  get readOnlyHere(): boolean {
    return this.readOnly || !this.form?.isEditable(this.name);
  }

  get editorVariant(): string {
    return this.variant ?? 'standard';
  }

  handleChange(event: CustomEvent<{ readonly value: unknown }>): void {
    event.stopPropagation();
    this.form?.set(this.name, event.detail.value);
    this.dispatchEvent(new CustomEvent('change', { detail: { value: event.detail.value } }));
  }
}
