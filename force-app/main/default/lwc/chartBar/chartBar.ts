import { api, LightningElement } from 'lwc';
import type { Tone } from 'c/barChart';

/** A bar as it is drawn: places and widths are shares of 100. */
export interface DrawnBar {
  readonly label: string;
  readonly text: string;
  /** What the text leaves to the drawing, for those who do not see it. */
  readonly detail: string;
  readonly parts: readonly {
    readonly key: string;
    readonly x: number;
    readonly width: number;
    readonly tone: Tone;
  }[];
}

/** Label, drawing and text of one bar; the chart puts a row or a button around it. */
export default class ChartBar extends LightningElement {
  @api bar?: DrawnBar;

  get parts() {
    return (this.bar?.parts ?? []).map((part) => ({ ...part, cssClass: `part part_${part.tone}` }));
  }
}
