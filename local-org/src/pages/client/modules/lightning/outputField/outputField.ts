import { LightningElement, api } from 'lwc';
import { announceField, type BoundField } from 'shell/formFields';
import type { RecordForm } from 'shell/recordForm';
import type { RecordRepresentation } from 'shell/records';
import { fieldName, type FieldReference } from 'shell/references';
import type { FieldRepresentation } from 'shell/uiApiTypes';

/**
 * Shows a field of the form in which it stands.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-output-field.html
 */
export default class OutputField extends LightningElement implements BoundField {
  @api fieldName: FieldReference | undefined;
  @api variant: string | undefined;
  readonly isInput = false;
  private form: RecordForm | undefined;
  private version = 0;
  private stop: (() => void) | undefined;

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
    this.version++;
  }

  reportValidity(): boolean {
    return true;
  }

  get name(): string {
    const name = this.fieldName === undefined ? '' : fieldName(this.fieldName);
    return name.slice(name.indexOf('.') + 1);
  }

  get field(): FieldRepresentation | undefined {
    return this.version > 0 ? this.form?.field(this.name) : undefined;
  }

  get record(): RecordRepresentation | undefined {
    return this.version > 0 ? this.form?.record : undefined;
  }

  get showLabel(): boolean {
    return this.variant !== 'label-hidden';
  }
}
