import { LightningElement, api } from 'lwc';
import type { RecordRepresentation } from 'shell/records';
import type { SectionView } from 'shell/formSections';

interface Editor extends HTMLElement {
  reportValidity(): boolean;
}

/**
 * Draws the sections of a layout, fields shown or edited. Fires `fieldchange` with `{ name, value }`, `fieldundo` and
 * `fieldedit` (the pencil) with `{ name }`.
 */
export default class FormSections extends LightningElement {
  @api sections: readonly SectionView[] = [];
  @api record: RecordRepresentation | undefined;
  @api objectApiName: string | undefined;
  private readonly closed = new Set<string>();
  private version = 0;

  /** Whether all inputs hold values that will do; shows why not. */
  @api reportValidity(): boolean {
    // Every input is asked, so that all that is wrong is seen at once.
    return this.editors.map((editor) => editor.reportValidity()).every((valid) => valid);
  }

  /** Puts the cursor into the input of a field; the first one without a name. */
  @api focusField(name?: string): void {
    const { editors } = this;
    const editor = editors.find(({ dataset }) => dataset['name'] === name);
    (editor ?? (name === undefined ? editors[0] : undefined))?.focus();
  }

  get views(): (SectionView & {
    readonly isOpen: boolean;
    readonly icon: string;
    readonly expanded: string;
  })[] {
    const { closed, version } = this;
    return this.sections.map((section) => {
      const isOpen = version === 0 || !closed.has(section.key);
      return {
        ...section,
        isOpen,
        icon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
        expanded: String(isOpen),
      };
    });
  }

  handleToggle(event: Event): void {
    const key = (event.currentTarget as HTMLElement).dataset['key'] ?? '';
    if (!this.closed.delete(key)) this.closed.add(key);
    this.version++;
  }

  handleChange(event: CustomEvent<{ readonly value: unknown }>): void {
    event.stopPropagation();
    this.tell('fieldchange', event, { value: event.detail.value });
  }

  handleUndo(event: Event): void {
    this.tell('fieldundo', event);
  }

  handleEdit(event: Event): void {
    this.tell('fieldedit', event);
  }

  /** A double click on a value edits it, as the pencil does. */
  handleDoubleClick(event: Event): void {
    if ((event.currentTarget as HTMLElement).dataset['editable'] === 'true') this.tell('fieldedit', event);
  }

  private tell(type: string, event: Event, more: object = {}): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent(type, { detail: { name, ...more } }));
  }

  private get editors(): Editor[] {
    return [...(this.template?.querySelectorAll<Editor>('force-field-editor') ?? [])];
  }
}
