import { FormMember } from 'shell/formFields';

/**
 * What the org has against the form in which it stands.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-messages.html
 */
export default class Messages extends FormMember {
  /** It shows no field. */
  readonly name = '';

  get texts(): readonly string[] {
    return this.boundForm?.errors.form ?? [];
  }
}
