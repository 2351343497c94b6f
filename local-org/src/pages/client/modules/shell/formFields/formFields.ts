import type { RecordForm } from 'shell/recordForm';

/** A field that stands in a form and takes its state from it. */
export interface BoundField {
  /** Name without the object. */
  readonly name: string;
  /** Whether it edits; others only show. */
  readonly isInput: boolean;
  bind(form: RecordForm): void;
  reportValidity(): boolean;
}

const FIELD_EVENT = 'localorgformfield';

/** Tells the form above of a field. */
export function announceField(element: EventTarget, field: BoundField): void {
  element.dispatchEvent(new CustomEvent(FIELD_EVENT, { bubbles: true, composed: true, detail: field }));
}

/** Hears of the fields below an element. The nearest form keeps them to itself. */
export function hearFields(element: EventTarget, hear: (field: BoundField) => void): void {
  element.addEventListener(FIELD_EVENT, (event) => {
    event.stopPropagation();
    hear((event as CustomEvent<BoundField>).detail);
  });
}
