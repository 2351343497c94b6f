import { api } from 'lwc';
import { FormMember } from 'shell/formFields';
import type { RecordRepresentation } from 'shell/records';
import { plainFieldName, type FieldReference } from 'shell/references';
import type { FieldRepresentation } from 'shell/uiApiTypes';

/**
 * Shows a field of the form in which it stands.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-output-field.html
 */
export default class OutputField extends FormMember {
  @api fieldName: FieldReference | undefined;
  @api variant: string | undefined;

  get name(): string {
    return plainFieldName(this.fieldName);
  }

  get field(): FieldRepresentation | undefined {
    return this.boundForm?.field(this.name);
  }

  get record(): RecordRepresentation | undefined {
    return this.boundForm?.record;
  }

  get showLabel(): boolean {
    return this.variant !== 'label-hidden';
  }
}
