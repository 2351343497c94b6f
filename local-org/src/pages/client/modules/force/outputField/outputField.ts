import { LightningElement, api } from 'lwc';
import type { RecordRepresentation } from 'shell/records';
import type { FieldRepresentation } from 'shell/uiApiTypes';

/** Which of the ways to show a value applies. */
interface OutputKind {
  readonly isReference?: boolean;
  readonly isBoolean?: boolean;
  readonly isEmail?: boolean;
  readonly isPhone?: boolean;
  readonly isUrl?: boolean;
  readonly isRichText?: boolean;
  readonly isLongText?: boolean;
}

const PLAIN: OutputKind = {};
/** By data type of the field; all others are shown as the org writes them for the user's locale. */
const KINDS: Readonly<Record<string, OutputKind>> = {
  Boolean: { isBoolean: true },
  Email: { isEmail: true },
  Phone: { isPhone: true },
  Reference: { isReference: true },
  TextArea: { isLongText: true },
  Url: { isUrl: true },
};

/** Shows the value of a field as record pages do. */
export default class OutputField extends LightningElement {
  /** What the object says of the field. */
  @api field: FieldRepresentation | undefined;
  @api record: RecordRepresentation | undefined;

  get value(): unknown {
    return this.stored?.value ?? null;
  }

  get isBlank(): boolean {
    return this.value === null || this.value === '';
  }

  get kind(): OutputKind {
    const { field } = this;
    if (!field) return PLAIN;
    if (field.htmlFormatted && field.dataType === 'TextArea') return { isRichText: true };
    return KINDS[field.dataType] ?? PLAIN;
  }

  /** A parent's name stands beside its id, in the field of the relationship. */
  get text(): string {
    const parent = this.field?.relationshipName && this.record?.fields[this.field.relationshipName];
    const shown = (parent ? parent.displayValue : undefined) ?? this.stored?.displayValue ?? this.value;
    return String(shown ?? '');
  }

  get referenceUrl(): string {
    return `/lightning/r/${String(this.value)}/view`;
  }

  get checkIcon(): string {
    return this.value === true ? 'utility:check' : 'utility:steps';
  }

  get checkText(): string {
    return this.value === true ? 'True' : 'False';
  }

  private get stored(): RecordRepresentation['fields'][string] | undefined {
    return this.field && this.record?.fields[this.field.apiName];
  }
}
