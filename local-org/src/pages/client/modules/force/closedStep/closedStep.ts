import { LightningElement, api } from 'lwc';

/** Asks which of the closed values a record ends in. Fires `chosen` with the value, or `cancel`. */
export default class ClosedStep extends LightningElement {
  @api heading = '';
  @api options: readonly { readonly label: string; readonly value: string }[] = [];
  /** The value at first. */
  @api value: string | undefined;
  private chosen: string | undefined;

  get current(): string | undefined {
    return this.chosen ?? this.value;
  }

  get isIncomplete(): boolean {
    return this.current === undefined;
  }

  renderedCallback(): void {
    if (!this.template?.contains(document.activeElement))
      this.template?.querySelector<HTMLElement>('section')?.focus();
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSave(): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail: { value: this.current } }));
  }
}
