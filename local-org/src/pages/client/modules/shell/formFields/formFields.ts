import { LightningElement } from 'lwc';
import type { RecordForm } from 'shell/recordForm';

/** A component that stands in a form and takes its state from it. */
export interface BoundField {
  /** Name without the object; empty for what shows no field. */
  readonly name: string;
  /** Whether it edits; others only show. */
  readonly isInput: boolean;
  bind(form: RecordForm): void;
  reportValidity(): boolean;
}

const FIELD_EVENT = 'localorgformfield';

/**
 * Base of the components that stand in a form: tells the form above of itself, takes its state from it, and is drawn
 * again when the state changes. The state is read through `boundForm`, which is undefined until the form has loaded.
 */
export abstract class FormMember extends LightningElement implements BoundField {
  abstract readonly name: string;
  readonly isInput: boolean = false;
  private form: RecordForm | undefined;
  /** Changes with the form, so that what is drawn from it is drawn again. */
  private version = 0;
  private stop: (() => void) | undefined;

  connectedCallback(): void {
    this.dispatchEvent(new CustomEvent(FIELD_EVENT, { bubbles: true, composed: true, detail: this }));
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  /** Called by the form. */
  bind(form: RecordForm): void {
    this.stop?.();
    this.form = form;
    this.stop = form.watch(() => this.version++);
    this.version++;
  }

  reportValidity(): boolean {
    return true;
  }

  protected get boundForm(): RecordForm | undefined {
    return this.version > 0 ? this.form : undefined;
  }
}

/** Hears of the fields below an element. The nearest form keeps them to itself. */
export function hearFields(element: EventTarget, hear: (field: BoundField) => void): void {
  element.addEventListener(FIELD_EVENT, (event) => {
    event.stopPropagation();
    hear((event as CustomEvent<BoundField>).detail);
  });
}
