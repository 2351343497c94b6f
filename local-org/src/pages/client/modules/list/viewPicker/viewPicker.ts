import { LightningElement, api } from 'lwc';
import type { ListSummaryRepresentation } from 'shell/lists';

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly selected: 'true' | 'false';
  readonly classes: string;
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The name of the list that is shown, which opens a menu of all lists of the object. Fires `select` with a name. */
export default class ViewPicker extends LightningElement {
  /** Label of the list that is shown. */
  @api label = '';
  @api lists: readonly ListSummaryRepresentation[] = [];
  isOpen = false;
  private term = '';
  private focusSearch = false;

  get expanded(): string {
    return String(this.isOpen);
  }

  get triggerClass(): string {
    return `slds-dropdown-trigger slds-dropdown-trigger_click${this.isOpen ? ' slds-is-open' : ''}`;
  }

  get choices(): Choice[] {
    const term = this.term.toLowerCase();
    return this.lists
      .filter(({ label }) => label.toLowerCase().includes(term))
      .map(({ apiName, label }) => {
        const isShown = label === this.label;
        return {
          key: apiName,
          label,
          selected: isShown ? 'true' : 'false',
          classes: `slds-dropdown__item${isShown ? ' slds-is-selected' : ''}`,
        };
      });
  }

  get hasNone(): boolean {
    return this.choices.length === 0;
  }

  renderedCallback(): void {
    if (!this.focusSearch) return;
    this.focusSearch = false;
    this.template?.querySelector<HTMLElement>('lightning-input')?.focus();
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    this.focusSearch = this.isOpen;
    this.term = '';
  }

  handleSearch(event: CustomEvent<{ readonly value: string }>): void {
    this.term = event.detail.value;
  }

  handleChoose(event: Event): void {
    event.preventDefault();
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.close();
    this.dispatchEvent(new CustomEvent('select', { detail: key }));
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
      return;
    }
    const move = MOVES[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const links = [...(this.template?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const current = links.indexOf(this.template?.activeElement as HTMLElement);
    links[(current + move + links.length) % links.length]?.focus();
  }

  /** The menu closes when the focus leaves it. */
  handleFocusOut(event: FocusEvent): void {
    const inside = event.relatedTarget instanceof Node && this.template?.contains(event.relatedTarget);
    if (!inside && event.relatedTarget !== null) this.isOpen = false;
  }

  private close(): void {
    this.isOpen = false;
    this.template?.querySelector<HTMLElement>('button')?.focus();
  }
}
