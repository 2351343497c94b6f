import { LightningElement, api } from 'lwc';
import sanitizeHtml from 'lightning/purifyLib';

interface Command {
  /** Of `document.execCommand`. */
  readonly name: string;
  readonly label: string;
  readonly icon: string;
}

const COMMANDS: readonly Command[] = [
  { name: 'bold', label: 'Bold', icon: 'utility:bold' },
  { name: 'italic', label: 'Italic', icon: 'utility:italic' },
  { name: 'underline', label: 'Underline', icon: 'utility:underline' },
  { name: 'strikeThrough', label: 'Strike', icon: 'utility:strikethrough' },
  { name: 'insertUnorderedList', label: 'Bulleted List', icon: 'utility:richtextbulletedlist' },
  { name: 'insertOrderedList', label: 'Numbered List', icon: 'utility:richtextnumberedlist' },
];

/**
 * A text with formats, kept as HTML.
 *
 * DEVIATION: bold, italic, underline, strike and lists only; no fonts, colours, images or links.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-input-rich-text.html
 */
export default class InputRichText extends LightningElement {
  @api label = '';
  @api labelVisible = false;
  @api placeholder: string | undefined;
  @api required = false;
  @api disabled = false;
  @api variant: string | undefined;
  @api formats: unknown;
  @api messageWhenBadInput = 'Complete this field.';
  readonly commands = COMMANDS;
  errorText: string | undefined;
  private html = '';
  private shownHtml: string | undefined;

  @api get value(): string {
    return this.html;
  }
  set value(html: string | null | undefined) {
    this.html = html ?? '';
    this.show();
  }

  @api get validity(): boolean {
    return !this.required || (this.area?.textContent ?? '').trim() !== '';
  }

  @api reportValidity(): boolean {
    this.errorText = this.validity ? undefined : this.messageWhenBadInput;
    return this.validity;
  }

  @api focus(): void {
    this.area?.focus();
  }

  get editableText(): 'true' | 'false' {
    return this.disabled ? 'false' : 'true';
  }

  get labelClass(): string {
    return this.labelVisible || this.variant === 'label-stacked'
      ? 'slds-form-element__label'
      : 'slds-assistive-text';
  }

  renderedCallback(): void {
    this.show();
  }

  handleInput(): void {
    this.html = this.area?.innerHTML ?? '';
    this.shownHtml = this.html;
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.html } }));
  }

  handleBlur(): void {
    this.reportValidity();
  }

  /** The text keeps its selection, to which the format applies. */
  handleCommand(event: Event): void {
    event.preventDefault();
    document.execCommand((event.currentTarget as HTMLElement).dataset['command'] ?? '');
    this.handleInput();
  }

  private get area(): HTMLElement | undefined {
    return this.refs?.['text'] as HTMLElement | undefined;
  }

  /** What comes from outside may hold anything; only its formats are shown. */
  private show(): void {
    if (!this.area || this.shownHtml === this.html) return;
    this.shownHtml = this.html;
    this.area.innerHTML = sanitizeHtml(this.html);
  }
}
