import { LightningElement, api } from 'lwc';

/** What becomes of one of the objects: a new record, an existing one, or none. */
export interface ConversionChoice {
  readonly kind: 'new' | 'existing' | 'none';
  readonly recordId: string | null;
  readonly name: string;
}

/** An existing record that is like the one that would be created. */
export interface ConversionMatch {
  readonly id: string;
  readonly name: string;
  /** That of a contact. */
  readonly accountId: string | null;
}

interface Validated extends HTMLElement {
  reportValidity(): boolean;
}

/**
 * The part of a lead conversion that asks about one object: create a record, or choose an existing one. Tells of
 * `choose` with a {@link ConversionChoice}.
 */
export default class ConversionTarget extends LightningElement {
  /** `Account` */
  @api label = '';
  @api objectApiName = '';
  /** Name of the record that would be created. */
  @api newName = '';
  @api isNameEditable = false;
  /** Whether no record at all may be created. */
  @api isOptional = false;
  /** Whether existing records may be chosen. */
  @api offersExisting = false;
  /** Which existing records may be chosen, as `lightning-record-picker` takes it. */
  @api filter: unknown;
  @api matches: readonly ConversionMatch[] = [];
  @api choice: ConversionChoice | undefined;

  /** Whether the choice is complete; shows what is missing. */
  @api reportValidity(): boolean {
    const inputs =
      this.template?.querySelectorAll<Validated>('lightning-record-picker, lightning-input') ?? [];
    return [...inputs].every((input) => input.reportValidity());
  }

  get kind(): ConversionChoice['kind'] {
    return this.choice?.kind ?? 'new';
  }

  get kinds(): { readonly label: string; readonly value: ConversionChoice['kind'] }[] {
    return [
      { label: 'Create New', value: 'new' },
      ...(this.offersExisting ? [{ label: 'Choose Existing', value: 'existing' } as const] : []),
      ...(this.isOptional ? [{ label: `Don't create`, value: 'none' } as const] : []),
    ];
  }

  get kindLabel(): string {
    return `How ${this.label} is converted`;
  }

  get nameLabel(): string {
    return `${this.label} Name`;
  }

  get pickerLabel(): string {
    return `Existing ${this.label}`;
  }

  get placeholder(): string {
    return `Search ${this.label}...`;
  }

  get isNew(): boolean {
    return this.kind === 'new';
  }

  get isExisting(): boolean {
    return this.kind === 'existing';
  }

  get chosenId(): string | null {
    return this.choice?.recordId ?? null;
  }

  get hasMatches(): boolean {
    return this.offersExisting && this.matches.length > 0;
  }

  get matchText(): string {
    const { length } = this.matches;
    return length === 1 ? '1 possible match:' : `${length} possible matches:`;
  }

  handleKind(event: CustomEvent<{ readonly value: ConversionChoice['kind'] }>): void {
    this.tell({ kind: event.detail.value, recordId: null });
  }

  handleName(event: CustomEvent<{ readonly value: string }>): void {
    this.tell({ name: event.detail.value });
  }

  handleRecord(event: CustomEvent<{ readonly recordId: string | null }>): void {
    this.tell({ recordId: event.detail.recordId });
  }

  handleMatch(event: Event): void {
    const { id = null } = (event.currentTarget as HTMLElement).dataset;
    this.tell({ kind: 'existing', recordId: id });
  }

  private tell(change: Partial<ConversionChoice>): void {
    const present: ConversionChoice = this.choice ?? { kind: 'new', recordId: null, name: this.newName };
    this.dispatchEvent(new CustomEvent<ConversionChoice>('choose', { detail: { ...present, ...change } }));
  }
}
