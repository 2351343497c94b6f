import { api, LightningElement } from 'lwc';

/** What a colour means. */
export type Tone = 'neutral' | 'good' | 'watch' | 'bad' | 'base';

/** A piece of a bar, from one value of the axis to another. */
export interface BarPart {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
}

/** One bar. Its text says in words what the bar shows, also to those who do not see it. */
export interface BarRow {
  readonly key: string;
  readonly label: string;
  /** The value as it is shown: `$1.2M in 7 deals`. */
  readonly text: string;
  readonly parts: readonly BarPart[];
}

/** A row with one piece that begins at zero. */
export function simpleBar(row: {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly value: number;
  readonly tone?: Tone;
}): BarRow {
  const { key, label, text, value, tone = 'neutral' } = row;
  return { key, label, text, parts: [{ key, from: 0, to: value, tone }] };
}

const AXIS_WIDTH = 100;

/**
 * Horizontal bars in a list: each item is read as its label and text, the drawing is decoration. A waterfall is a chart
 * whose bars do not begin at zero. Selectable bars are buttons and send `select` with the key.
 */
export default class BarChart extends LightningElement {
  /** What the chart shows, in a sentence. */
  @api summary = '';
  @api rows: readonly BarRow[] = [];
  @api selectable = false;
  /** Key of the bar that is selected. */
  @api selected?: string;

  get items() {
    const ends = this.rows.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]));
    const lowest = Math.min(0, ...ends);
    const scale = AXIS_WIDTH / (Math.max(0, ...ends) - lowest || 1);
    return this.rows.map(({ key, label, text, parts }) => ({
      key,
      label,
      text,
      isSelected: String(key === this.selected),
      cssClass: `row slds-button_reset${key === this.selected ? ' row_selected' : ''}`,
      parts: parts.map((part) => ({
        key: part.key,
        x: (Math.min(part.from, part.to) - lowest) * scale,
        width: Math.abs(part.to - part.from) * scale,
        cssClass: `part part_${part.tone}`,
      })),
    }));
  }

  handleSelect(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('select', { detail: { key } }));
  }
}
