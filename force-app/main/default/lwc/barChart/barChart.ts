import { api, LightningElement } from 'lwc';
import type { DrawnBar } from 'c/chartBar';

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
  /** What the pieces say, when the text does not: `4 Critical, 5 High`. */
  readonly detail?: string;
  readonly parts: readonly BarPart[];
}

/** What a colour stands for in a chart of bars in pieces. */
export interface LegendEntry {
  readonly label: string;
  readonly tone: Tone;
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
  /** Names of the colours, for bars in pieces. */
  @api legend: readonly LegendEntry[] = [];

  get items() {
    const ends = this.rows.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]));
    const lowest = Math.min(0, ...ends);
    const scale = AXIS_WIDTH / (Math.max(0, ...ends) - lowest || 1);
    const draw = ({ label, text, detail = '', parts }: BarRow): DrawnBar => ({
      label,
      text,
      detail,
      parts: parts.map(({ key, from, to, tone }) => ({
        key,
        x: (Math.min(from, to) - lowest) * scale,
        width: Math.abs(to - from) * scale,
        tone,
      })),
    });
    return this.rows.map((row) => ({
      key: row.key,
      bar: draw(row),
      isSelected: String(row.key === this.selected),
      cssClass: `row slds-button_reset${row.key === this.selected ? ' row_selected' : ''}`,
    }));
  }
  get hasLegend(): boolean {
    return this.legend.length > 0;
  }
  get swatches() {
    return this.legend.map(({ label, tone }) => ({ label, cssClass: `swatch swatch_${tone}` }));
  }

  handleSelect(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('select', { detail: { key } }));
  }
}
