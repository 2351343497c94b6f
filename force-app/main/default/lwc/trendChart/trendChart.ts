import { api, LightningElement } from 'lwc';
import type { DrawnColumn } from 'c/chartColumn';

/** One column: a period and its value. */
export interface TrendPoint {
  readonly key: string;
  /** The period: `23 Nov`. */
  readonly label: string;
  readonly value: number;
  /** The value as it is shown. */
  readonly text: string;
}

const HEIGHT = 100;

/**
 * Columns over time in a list: each item is read as its period and value, the drawing is decoration. Selectable columns
 * are buttons and send `select` with the key.
 */
export default class TrendChart extends LightningElement {
  /** What the chart shows, in a sentence. */
  @api summary = '';
  @api points: readonly TrendPoint[] = [];
  @api selectable = false;
  @api selected?: string;

  get columns() {
    const highest = Math.max(1, ...this.points.map(({ value }) => value));
    return this.points.map(({ key, label, value, text }) => {
      const height = (Math.max(0, value) / highest) * HEIGHT;
      const column: DrawnColumn = { label, text, height, top: HEIGHT - height };
      return {
        key,
        column,
        title: `${label}: ${text}`,
        isSelected: String(key === this.selected),
        cssClass: `column slds-button_reset${key === this.selected ? ' column_selected' : ''}`,
      };
    });
  }

  handleSelect(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('select', { detail: { key } }));
  }
}
