import { LightningElement, api } from 'lwc';

/** A record that may be chosen. */
export interface LookupChoice {
  readonly id: string;
  readonly label: string;
  /** A second line that tells records of the same name apart. */
  readonly detail?: string | undefined;
  /** `standard:account` */
  readonly icon: string;
}

interface ChoiceView extends LookupChoice {
  readonly classes: string;
  readonly selected: 'true' | 'false';
}

/** While somebody types, the org is asked once he pauses. */
const TYPING_PAUSE_MS = 200;

/**
 * A field that holds a record: what is typed is searched for, one of the results is chosen, with mouse or keyboard.
 * What is searched is up to the function that it is given. Enter without a choice tells of `searchall` with the text.
 */
export default class Lookup extends LightningElement {
  @api label = '';
  @api variant: string | undefined;
  @api placeholder: string | undefined;
  @api required = false;
  @api disabled = false;
  @api error: string | undefined;
  /** Finds records for a text; an empty one gives those that were used last. */
  @api search: ((term: string) => Promise<readonly LookupChoice[]>) | undefined;
  isOpen = false;
  isSearching = false;
  found: readonly LookupChoice[] = [];
  typedText: string | undefined;
  private chosenId: string | null = null;
  private chosenName: string | undefined;
  private active = -1;
  private turn = 0;

  /** Id of the chosen record; null for none. */
  @api get value(): string | null {
    return this.chosenId;
  }
  set value(id: string | null | undefined) {
    if ((id ?? null) !== this.chosenId) this.typedText = undefined;
    this.chosenId = id ?? null;
  }

  /** Name of the chosen record. */
  @api get displayName(): string | undefined {
    return this.chosenName;
  }
  set displayName(name: string | undefined) {
    if (name !== undefined) this.chosenName = name;
  }

  @api focus(): void {
    this.template?.querySelector('input')?.focus();
  }

  get inputText(): string {
    return this.typedText ?? (this.chosenId === null ? '' : (this.chosenName ?? this.chosenId));
  }

  get placeholderText(): string {
    return this.placeholder ?? 'Search...';
  }

  get showClear(): boolean {
    return this.chosenId !== null && !this.disabled;
  }

  get expandedText(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  get activeId(): string | null {
    return this.found[this.active]?.id ?? null;
  }

  get isEmpty(): boolean {
    return this.isOpen && !this.isSearching && this.found.length === 0;
  }

  get formElementClass(): string {
    const stacked = this.variant === 'label-hidden' ? ' local-org-label-hidden' : '';
    return `slds-form-element${this.error === undefined ? '' : ' slds-has-error'}${stacked}`;
  }

  get comboboxClass(): string {
    const open = this.isOpen ? ' slds-is-open' : '';
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${open}`;
  }

  get choices(): ChoiceView[] {
    return this.found.map((choice, index) => ({
      ...choice,
      selected: choice.id === this.chosenId ? 'true' : 'false',
      classes: `slds-media slds-media_center slds-listbox__option slds-listbox__option_entity${index === this.active ? ' slds-has-focus' : ''}`,
    }));
  }

  handleFocus(): void {
    void this.find('');
  }

  handleBlur(): void {
    this.isOpen = false;
    this.typedText = undefined;
  }

  handleInput(event: Event): void {
    this.typedText = (event.target as HTMLInputElement).value;
    void this.find(this.typedText);
  }

  handleChoose(event: MouseEvent): void {
    // The field keeps the focus, so that its loss does not close the list before the click is heard.
    event.preventDefault();
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.choose(this.found.find((choice) => choice.id === id));
  }

  handleClear(): void {
    this.choose(undefined);
    this.focus();
  }

  handleKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const { length } = this.found;
      if (length > 0) this.active = (this.active + step + length) % length;
    } else if (event.key === 'Enter' && this.isOpen && this.found[this.active]) {
      event.preventDefault();
      this.choose(this.found[this.active]);
    } else if (event.key === 'Enter' && this.typedText) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('searchall', { detail: this.typedText }));
      this.handleBlur();
    } else if (event.key === 'Escape' && this.isOpen) {
      event.stopPropagation();
      this.isOpen = false;
    }
  }

  private choose(choice: LookupChoice | undefined): void {
    this.isOpen = false;
    this.typedText = undefined;
    this.chosenId = choice?.id ?? null;
    this.chosenName = choice?.label;
    this.dispatchEvent(
      new CustomEvent('change', { detail: { value: this.chosenId, label: this.chosenName } }),
    );
  }

  /** Answers that come after the text has changed again are dropped. */
  private async find(term: string): Promise<void> {
    const turn = ++this.turn;
    this.isOpen = true;
    this.isSearching = true;
    if (term !== '') await new Promise((resolve) => setTimeout(resolve, TYPING_PAUSE_MS));
    if (turn !== this.turn || !this.search) return;
    const found = await this.search(term).catch(() => []);
    if (turn !== this.turn) return;
    this.found = found;
    this.active = -1;
    this.isSearching = false;
  }
}
