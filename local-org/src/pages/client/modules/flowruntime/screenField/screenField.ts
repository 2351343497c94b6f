import { LightningElement, api, getComponentDef } from 'lwc';
import { messageOf, request, UI_API } from 'shell/http';
import type { FieldRepresentation, ObjectInfoRepresentation } from 'shell/uiApiTypes';
import type { FlowField } from '../interview/flow-answer';

/** How a field is drawn. */
interface FieldKind {
  readonly text?: boolean;
  readonly longText?: boolean;
  readonly display?: boolean;
  readonly checkbox?: boolean;
  readonly dropdown?: boolean;
  readonly radio?: boolean;
  readonly checkboxes?: boolean;
  readonly listbox?: boolean;
  readonly toggle?: boolean;
  readonly slider?: boolean;
  readonly address?: boolean;
  readonly personName?: boolean;
  readonly lookup?: boolean;
  /** A component of the org. */
  readonly custom?: boolean;
  /** Of `lightning-input`. */
  readonly type?: string;
  /** Whether its value is a number. */
  readonly number?: boolean;
}

interface ValidatedInput extends HTMLElement {
  setCustomValidity?(message: string): void;
  reportValidity?(): boolean;
  validate?(): { readonly isValid: boolean; readonly errorMessage?: string };
}

/** Inputs by data type of the field. */
const INPUTS: Readonly<Record<string, FieldKind>> = {
  Boolean: { checkbox: true },
  Currency: { text: true, type: 'number', number: true },
  Date: { text: true, type: 'date' },
  DateTime: { text: true, type: 'datetime' },
  Number: { text: true, type: 'number', number: true },
  String: { text: true, type: 'text' },
};

/** Kinds of the flow's own fields. */
const FIELDS: Readonly<Record<string, FieldKind>> = {
  DisplayText: { display: true },
  DropdownBox: { dropdown: true },
  LargeTextArea: { longText: true },
  MultiSelectCheckboxes: { checkboxes: true },
  MultiSelectPicklist: { listbox: true },
  PasswordField: { text: true, type: 'password' },
  RadioButtons: { radio: true },
};

/** The screen components that come with the platform. */
const COMPONENTS: Readonly<Record<string, FieldKind>> = {
  'flowruntime:address': { address: true },
  'flowruntime:email': { text: true, type: 'email' },
  'flowruntime:lookup': { lookup: true },
  'flowruntime:name': { personName: true },
  'flowruntime:phone': { text: true, type: 'tel' },
  'flowruntime:slider': { slider: true },
  'flowruntime:toggle': { toggle: true },
  'flowruntime:url': { text: true, type: 'url' },
};

const UNKNOWN: FieldKind = {};
const SEPARATOR = ';';

/** A field or component on the screen of a flow; holds what the user enters until the screen is left. */
export default class ScreenField extends LightningElement {
  implementation: typeof LightningElement | undefined;
  failure: string | undefined;
  lookupField: FieldRepresentation | undefined;
  private shown: FlowField | undefined;
  private entered: unknown;
  private attributes: Readonly<Record<string, unknown>> = {};

  /** What may be asked for on the screen: `['BACK', 'NEXT']`. */
  @api availableActions: readonly string[] = [];

  /** As the org answers it; a new answer takes the place of what was entered. */
  @api get field(): FlowField | undefined {
    return this.shown;
  }
  set field(field: FlowField | undefined) {
    this.shown = field;
    this.entered = field?.value ?? null;
    this.attributes = field?.component?.attributes ?? {};
    const name = field?.component?.name ?? '';
    if (name.startsWith('c:')) void this.loadComponent(name.slice('c:'.length));
    if (this.kind.lookup) void this.loadLookup();
    void Promise.resolve().then(() => this.showError());
  }

  @api get fieldName(): string {
    return this.shown?.name ?? '';
  }

  /** What the org is sent for the field: a value, or those of a component by attribute. */
  @api get current(): unknown {
    return this.shown?.component ? this.attributes : this.entered;
  }

  /** Whether what is entered will do; shows why not. */
  @api validateField(): boolean {
    const input = this.input;
    input?.setCustomValidity?.('');
    if (!this.kind.custom) return input?.reportValidity?.() ?? true;
    const answer = input?.validate?.();
    this.failure = answer && !answer.isValid ? (answer.errorMessage ?? 'Check this value.') : undefined;
    return answer?.isValid ?? true;
  }

  get kind(): FieldKind {
    const { component, fieldType = '', dataType = '' } = this.shown ?? {};
    if (component)
      return component.name.startsWith('c:') ? { custom: true } : (COMPONENTS[component.name] ?? UNKNOWN);
    return FIELDS[fieldType] ?? INPUTS[dataType] ?? UNKNOWN;
  }

  get unknownName(): string | undefined {
    if (this.kind !== UNKNOWN) return undefined;
    return this.shown?.component?.name ?? `${this.shown?.fieldType ?? ''} ${this.shown?.dataType ?? ''}`;
  }

  get label(): string {
    const own = this.attributes['label'];
    return typeof own === 'string' ? own : (this.shown?.label ?? '');
  }

  get required(): boolean {
    return this.shown?.component ? this.attributes['required'] === true : (this.shown?.isRequired ?? false);
  }

  get disabled(): boolean {
    return this.attributes['disabled'] === true;
  }

  get value(): unknown {
    return this.shown?.component ? (this.attributes['value'] ?? '') : this.entered;
  }

  get textValue(): string {
    return this.value === null || this.value === undefined ? '' : String(this.value as string);
  }

  get checked(): boolean {
    return this.value === true;
  }

  get listValue(): string[] {
    return this.textValue === '' ? [] : this.textValue.split(SEPARATOR);
  }

  get options(): { readonly label: string; readonly value: string }[] {
    const choices = (this.shown?.choices ?? []).map(({ label, value }) => ({
      label,
      value: String((value ?? '') as string),
    }));
    const offersNone = this.kind.dropdown === true && !this.required;
    return offersNone ? [{ label: '--None--', value: '' }, ...choices] : choices;
  }

  get part(): Readonly<Record<string, unknown>> {
    return this.attributes;
  }

  get errorText(): string | undefined {
    return (
      this.failure ?? (this.kind.display || this.kind.custom ? (this.shown?.error ?? undefined) : undefined)
    );
  }

  get lookupObject(): string {
    return String((this.attributes['objectApiName'] ?? '') as string);
  }

  get customProperties(): Readonly<Record<string, unknown>> {
    const { implementation } = this;
    if (!implementation) return {};
    const asked = getComponentDef(implementation).props as Readonly<Record<string, unknown>>;
    const given = { availableActions: this.availableActions, ...this.attributes };
    return Object.fromEntries(Object.entries(given).filter(([name]) => name in asked));
  }

  handleValue(event: CustomEvent<{ readonly value: unknown }>): void {
    const { value } = event.detail;
    if (Array.isArray(value)) this.enter(value.join(SEPARATOR));
    else if (value === '' || value === null) this.enter(null);
    else this.enter(this.kind.number || this.kind.slider ? Number(value) : value);
  }

  handleChecked(event: CustomEvent<{ readonly checked: boolean }>): void {
    this.enter(event.detail.checked);
  }

  /** Address and name are entered in parts. */
  handleParts(event: CustomEvent<Readonly<Record<string, unknown>>>): void {
    this.attributes = { ...this.attributes, ...event.detail };
  }

  handleLookup(event: CustomEvent<{ readonly value: string | null }>): void {
    const recordId = event.detail.value;
    this.attributes = { ...this.attributes, recordId, recordIds: recordId === null ? [] : [recordId] };
  }

  handleAttribute(event: CustomEvent<{ readonly attributeName: string; readonly newValue: unknown }>): void {
    event.stopPropagation();
    const { attributeName, newValue } = event.detail;
    this.attributes = { ...this.attributes, [attributeName]: newValue };
  }

  errorCallback(error: unknown): void {
    this.failure = messageOf(error);
  }

  private enter(value: unknown): void {
    if (this.shown?.component) this.attributes = { ...this.attributes, value };
    else this.entered = value;
  }

  private get input(): ValidatedInput | null {
    return this.template?.querySelector<ValidatedInput>('[data-input]') ?? null;
  }

  private showError(): void {
    const { input, shown } = this;
    if (!input?.setCustomValidity || !shown) return;
    input.setCustomValidity(shown.error ?? '');
    if (shown.error !== null) input.reportValidity?.();
  }

  private async loadComponent(name: string): Promise<void> {
    try {
      const module = (await import(`/local-org/modules/c/${name}.js`)) as {
        default: typeof LightningElement;
      };
      this.implementation = module.default;
    } catch (error) {
      this.failure = messageOf(error);
    }
  }

  private async loadLookup(): Promise<void> {
    const { objectApiName, fieldApiName } = this.attributes;
    try {
      const { fields } = await request<ObjectInfoRepresentation>(
        `${UI_API}/object-info/${String(objectApiName as string)}`,
      );
      this.lookupField = fields[String(fieldApiName as string)];
    } catch (error) {
      this.failure = messageOf(error);
    }
  }
}
