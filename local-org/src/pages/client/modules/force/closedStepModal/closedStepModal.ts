import { api } from 'lwc';
import LightningModal from 'lightning/modal';

/** Asks which of the closed values a record ends in. Closes with the value, or with nothing. */
export default class ClosedStepModal extends LightningModal {
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

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
  }

  handleCancel(): void {
    this.close();
  }

  handleSave(): void {
    this.close(this.current);
  }
}
