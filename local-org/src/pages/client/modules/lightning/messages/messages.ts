import { LightningElement } from 'lwc';
import { announceField, type BoundField } from 'shell/formFields';
import type { RecordForm } from 'shell/recordForm';

/**
 * What the org has against the form in which it stands.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-messages.html
 */
export default class Messages extends LightningElement implements BoundField {
  readonly isInput = false;
  /** It shows no field. */
  readonly name = '';
  texts: readonly string[] = [];
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
    this.stop = form.watch(() => (this.texts = form.errors.form));
  }

  reportValidity(): boolean {
    return true;
  }
}
