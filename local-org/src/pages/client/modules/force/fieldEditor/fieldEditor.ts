import { LightningElement, api } from 'lwc';
import { queryString, request, UI_API } from 'shell/http';
import { objectIcon } from 'shell/objectIcons';
import { knownObjectInfo, loadObjectInfo } from 'shell/objectInfos';
import type { RecordRepresentation } from 'shell/records';
import type {
  FieldRepresentation,
  ObjectInfoRepresentation,
  PicklistValueRepresentation,
} from 'shell/uiApiTypes';
import type { LookupChoice } from '../lookup/lookup';

/** Which input a data type has. */
interface EditorKind {
  readonly boolean?: boolean;
  readonly longText?: boolean;
  readonly multipicklist?: boolean;
  readonly number?: boolean;
  readonly picklist?: boolean;
  readonly reference?: boolean;
  readonly richText?: boolean;
  /** Of numbers. */
  readonly formatter?: string;
  /** Of `lightning-input`. */
  readonly type?: string;
}

const TEXT: EditorKind = { type: 'text' };
const RICH_TEXT: EditorKind = { richText: true };
/** Inputs by data type; all others are texts. */
const KINDS: Readonly<Record<string, EditorKind>> = {
  Boolean: { boolean: true },
  Currency: { number: true, formatter: 'currency' },
  Date: { type: 'date' },
  DateTime: { type: 'datetime' },
  Double: { number: true, formatter: 'decimal' },
  Email: { type: 'email' },
  Int: { number: true, formatter: 'decimal' },
  MultiPicklist: { multipicklist: true },
  Percent: { number: true, formatter: 'percent-fixed' },
  Phone: { type: 'tel' },
  Picklist: { picklist: true },
  Reference: { reference: true },
  TextArea: { longText: true },
  Time: { type: 'time' },
  Url: { type: 'url' },
};

const NONE = { label: '--None--', value: '' };
const SEPARATOR = ';';
const LOOKUP_PAGE_SIZE = 10;
const MAX_NAMED_TARGETS = 2;

/** An input of the base components that can say whether its value will do. */
interface ValidatedInput extends HTMLElement {
  setCustomValidity?(message: string): void;
  reportValidity?(): boolean;
}

/**
 * The input of a field by its data type, as forms and inline edit show it. Tells of a new value by `change` with
 * `{ value }` as detail: null for blank, numbers as numbers.
 */
export default class FieldEditor extends LightningElement {
  /** What the object says of the field. */
  @api get field(): FieldRepresentation | undefined {
    return this.shownField;
  }
  set field(field: FieldRepresentation | undefined) {
    this.shownField = field;
    this.targetLabels = undefined;
    if (field && this.kind.reference) void this.loadTargetLabels(field);
  }
  /** The object of the field, for lookups. */
  @api objectApiName: string | undefined;
  /** The field's value as the User Interface API writes it. */
  @api value: unknown;
  /** Name of the record that a lookup holds. */
  @api displayName: string | undefined;
  /** Choices of a picklist. */
  @api choices: readonly PicklistValueRepresentation[] = [];
  @api label = '';
  @api variant = 'standard';
  @api required = false;
  @api disabled = false;
  private shownField: FieldRepresentation | undefined;
  /** Labels of the objects that a lookup finds. */
  private targetLabels: string | undefined;
  private errorText: string | undefined;
  private shownError: string | undefined;

  /** What the org has against the value. */
  @api get error(): string | undefined {
    return this.errorText;
  }
  set error(text: string | undefined) {
    this.errorText = text;
    // The input may not be there yet.
    void Promise.resolve().then(() => this.showError());
  }

  /** Whether the value will do; shows why when not. */
  @api reportValidity(): boolean {
    const input = this.input;
    if (this.kind.reference) return !this.required || this.value !== null;
    return input?.reportValidity?.() ?? true;
  }

  @api focus(): void {
    this.input?.focus();
  }

  get kind(): EditorKind {
    const { field } = this;
    if (field?.htmlFormatted && field.dataType === 'TextArea') return RICH_TEXT;
    return KINDS[field?.dataType ?? ''] ?? TEXT;
  }

  get help(): string | null {
    return this.field?.inlineHelpText ?? null;
  }

  get textValue(): string {
    return this.value === null || this.value === undefined ? '' : String(this.value);
  }

  get listValue(): string[] {
    return this.textValue === '' ? [] : this.textValue.split(SEPARATOR);
  }

  get maxLength(): number | null {
    return this.field?.length || null;
  }

  get step(): string {
    const scale = this.field?.scale ?? 0;
    return scale > 0 ? (10 ** -scale).toFixed(scale) : '1';
  }

  /** A value that is no longer offered stays until another is chosen. */
  get options(): { readonly label: string; readonly value: string }[] {
    const offered = this.choices.map(({ label, value }) => ({ label, value }));
    if (this.kind.multipicklist) return offered;
    const current = this.textValue;
    const isOffered = current === '' || offered.some(({ value }) => value === current);
    return [
      ...(this.required ? [] : [NONE]),
      ...offered,
      ...(isOffered ? [] : [{ label: current, value: current }]),
    ];
  }

  get lookupPlaceholder(): string {
    return this.targetLabels === undefined ? 'Search...' : `Search ${this.targetLabels}...`;
  }

  get search(): (term: string) => Promise<readonly LookupChoice[]> {
    return (term) => this.findRecords(term);
  }

  renderedCallback(): void {
    this.showError();
  }

  handleDetail(event: CustomEvent<{ readonly value: string | null }>): void {
    event.stopPropagation();
    this.change(event.detail.value === '' ? null : event.detail.value);
  }

  handleNumber(event: CustomEvent<{ readonly value: string }>): void {
    event.stopPropagation();
    this.change(event.detail.value === '' ? null : Number(event.detail.value));
  }

  handleChecked(event: CustomEvent<{ readonly checked: boolean }>): void {
    event.stopPropagation();
    this.change(event.detail.checked);
  }

  handleList(event: CustomEvent<{ readonly value: readonly string[] }>): void {
    event.stopPropagation();
    const { value } = event.detail;
    this.change(value.length === 0 ? null : value.join(SEPARATOR));
  }

  private change(value: unknown): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  }

  private get input(): ValidatedInput | null {
    return this.template?.firstElementChild as ValidatedInput | null;
  }

  /**
   * Shows the error, and takes it away at once when it is gone: left to the loss of focus, that would move what is below
   * away from under the click that took the focus.
   */
  private showError(): void {
    const { input } = this;
    if (!input?.setCustomValidity || this.errorText === this.shownError) return;
    this.shownError = this.errorText;
    input.setCustomValidity(this.errorText ?? '');
    input.reportValidity?.();
  }

  /** A field that leads to many objects, as those of activities do, names none of them. */
  private async loadTargetLabels(field: FieldRepresentation): Promise<void> {
    const { targets } = this;
    if (targets.length > MAX_NAMED_TARGETS) return;
    const infos = await Promise.all(
      targets.map(
        ({ apiName }) => knownObjectInfo(apiName) ?? loadObjectInfo(apiName).catch(() => undefined),
      ),
    );
    if (field !== this.shownField) return;
    const labels = infos.flatMap((info) => info?.labelPlural ?? []);
    this.targetLabels = labels.length > 0 ? labels.join(', ') : undefined;
  }

  private get targets(): NonNullable<FieldRepresentation['referenceToInfos']> {
    return this.field?.referenceToInfos ?? [];
  }

  /** Records of all objects to which the field may lead. */
  private async findRecords(term: string): Promise<readonly LookupChoice[]> {
    const found = await Promise.all(this.targets.map((target) => this.findOf(target.apiName, term)));
    return found.flat();
  }

  private async findOf(target: string, term: string): Promise<LookupChoice[]> {
    const query = queryString({
      q: term,
      searchType: term.length < 2 ? 'Recent' : 'TypeAhead',
      pageSize: LOOKUP_PAGE_SIZE,
    });
    const path = `${UI_API}/lookups/${this.objectApiName ?? ''}/${this.field?.apiName ?? ''}/${target}${query}`;
    const [{ records }, objectInfo] = await Promise.all([
      request<{ readonly records: readonly RecordRepresentation[] }>(path),
      knownObjectInfo(target) ?? loadObjectInfo(target),
    ]);
    return records.map((record) => choiceOf(record, objectInfo));
  }
}

/** The record by its name, and the first other field that the search has answered. */
function choiceOf({ id, fields }: RecordRepresentation, objectInfo: ObjectInfoRepresentation): LookupChoice {
  const nameField = objectInfo.nameFields.includes('Name') ? 'Name' : (objectInfo.nameFields[0] ?? 'Name');
  const text = (name: string): string => String(fields[name]?.displayValue ?? fields[name]?.value ?? '');
  const detail = Object.keys(fields).find((name) => name !== 'Id' && name !== nameField && text(name) !== '');
  return {
    id,
    label: text(nameField),
    detail: detail === undefined ? undefined : text(detail),
    icon: objectIcon(objectInfo),
  };
}
