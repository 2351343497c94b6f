import { LightningElement, api } from 'lwc';
import { gaugePlot } from '../../../../charts/arc-plot';
import type { Plot } from '../../../../charts/plot';

/** Bounds, where colours change, and the colours, from low to high. */
export interface MetricBands {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly breakpoints: readonly number[];
  readonly colors: readonly string[];
}

const GAUGE = { width: 280, height: 160, showValues: true, currencySymbol: '' };
const NO_BANDS: MetricBands = { minimum: null, maximum: null, breakpoints: [], colors: [] };
const DEFAULT_COLORS: readonly string[] = ['#c23934', '#ffb75d', '#4bca81'];

/** One number, alone or on a gauge; its colour tells in which band it lies. */
export default class Metric extends LightningElement {
  @api value: number | null = null;
  /** As the org writes it. */
  @api text = '';
  @api label = '';
  @api bands: MetricBands = NO_BANDS;
  @api isGauge = false;

  get numberStyle(): string {
    return this.bands.breakpoints.length === 0 ? '' : `color: ${this.colors[this.band] ?? 'inherit'}`;
  }

  get accessibleText(): string {
    return `${this.label}: ${this.text}`;
  }

  get viewBox(): string {
    return `0 0 ${GAUGE.width} ${GAUGE.height}`;
  }

  get gauge(): Plot {
    const { minimum, maximum, breakpoints } = this.bands;
    const value = this.value ?? 0;
    const low = minimum ?? 0;
    const high = maximum ?? Math.max(value, ...breakpoints, low + 1);
    return gaugePlot(value, this.text, { minimum: low, maximum: high, breakpoints }, GAUGE);
  }

  get marks(): { readonly key: string; readonly path: string; readonly fill: string }[] {
    return this.gauge.marks.map(({ key, path, color }) => ({
      key,
      path,
      fill: this.colors[color] ?? '#b3b3b3',
    }));
  }

  private get colors(): readonly string[] {
    return this.bands.colors.length > 0 ? this.bands.colors : DEFAULT_COLORS;
  }

  /** How many breakpoints the number has reached. */
  private get band(): number {
    const value = this.value ?? 0;
    return this.bands.breakpoints.filter((breakpoint) => value >= breakpoint).length;
  }
}
