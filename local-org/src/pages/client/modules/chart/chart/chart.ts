import { LightningElement, api } from 'lwc';
import type { ChartData } from '../../../../charts/chart-data';
import { CHART_LAYOUTS } from '../../../../charts/chart-kinds';
import { PALETTE, type Plot, type PlotText } from '../../../../charts/plot';
import { currencySymbolOf } from '../../../../charts/scale';

interface MarkView {
  readonly key: string;
  readonly path: string;
  readonly label: string;
  readonly fill: string;
  readonly groupIndex: number;
  readonly seriesIndex: number;
}

/** Size before the place of the chart has been measured. */
const FIRST_SIZE = { width: 480, height: 240 };
const SMALLEST = 120;

/**
 * A chart of any family, drawn as SVG in the size of its place. Its numbers can be read as a table too. When it can be
 * drilled into, its marks are reached by the Tab key and fire `drill` with `{ groupIndex, seriesIndex }`.
 */
export default class Chart extends LightningElement {
  /** `Bar`, `HorizontalBarStacked`, `Donut`, ... */
  @api chartType = '';
  @api data: ChartData | undefined;
  /** What the chart is called. */
  @api heading = '';
  @api showValues = false;
  @api canDrill = false;
  width = FIRST_SIZE.width;
  height = FIRST_SIZE.height;
  private observer: ResizeObserver | undefined;

  get isUnsupported(): boolean {
    return !(this.chartType in CHART_LAYOUTS);
  }

  get isEmpty(): boolean {
    return !this.data?.groups.some(({ values }) => values.some((each) => each !== null));
  }

  get plot(): Plot | undefined {
    const { data } = this;
    const layout = CHART_LAYOUTS[this.chartType];
    const { width, height, showValues } = this;
    const [label = ''] = (data?.groups ?? []).flatMap(({ values }) =>
      values.flatMap((each) => each?.label ?? []),
    );
    return data && layout?.(data, { width, height, showValues, currencySymbol: currencySymbolOf(label) });
  }

  get viewBox(): string {
    return `0 0 ${this.width} ${this.height}`;
  }

  /** An image has no parts; a chart whose marks can be pressed is a group. */
  get role(): string {
    return this.canDrill ? 'group' : 'img';
  }

  get markRole(): string | null {
    return this.canDrill ? 'button' : null;
  }

  get markTabIndex(): number | null {
    return this.canDrill ? 0 : null;
  }

  get markClass(): string {
    return this.canDrill ? 'local-org-chart__mark local-org-chart__mark_drill' : 'local-org-chart__mark';
  }

  get description(): string {
    const { data } = this;
    if (!data) return '';
    return data.groupLabel === '' ? data.valueLabel : `${data.valueLabel} by ${data.groupLabel}`;
  }

  get marks(): MarkView[] {
    return (this.plot?.marks ?? []).map((mark) => ({ ...mark, fill: colorOf(mark.color) }));
  }

  get lines(): { readonly key: string; readonly path: string; readonly stroke: string }[] {
    return (this.plot?.lines ?? []).map(({ key, path, color }) => ({ key, path, stroke: colorOf(color) }));
  }

  get texts(): (PlotText & { readonly classes: string })[] {
    return (this.plot?.texts ?? []).map((text) => ({
      ...text,
      classes: `local-org-chart__text${text.isInside ? ' local-org-chart__text_inside' : ''}`,
    }));
  }

  get legend(): { readonly key: string; readonly label: string; readonly style: string }[] {
    return (this.plot?.legend ?? []).map(({ key, label, color }) => ({
      key,
      label,
      style: `background: ${colorOf(color)}`,
    }));
  }

  get hasLegend(): boolean {
    return this.legend.length > 0;
  }

  get tableHeads(): { readonly key: string; readonly label: string }[] {
    return (this.data?.series ?? []).map(({ label }, index) => ({ key: String(index), label }));
  }

  get tableRows(): {
    readonly key: string;
    readonly label: string;
    readonly cells: readonly { readonly key: string; readonly text: string }[];
  }[] {
    return (this.data?.groups ?? []).map(({ key, label, values }) => ({
      key,
      label,
      cells: values.map((value, index) => ({ key: String(index), text: value?.label ?? '-' })),
    }));
  }

  renderedCallback(): void {
    const place = this.template?.querySelector('.local-org-chart__plot');
    if (!place || this.observer) return;
    this.observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      this.width = Math.max(SMALLEST, Math.floor(entry.contentRect.width));
      this.height = Math.max(SMALLEST, Math.floor(entry.contentRect.height));
    });
    this.observer.observe(place);
  }

  override disconnectedCallback(): void {
    this.observer?.disconnect();
    this.observer = undefined;
  }

  handleClick(event: Event): void {
    this.drill(event);
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    this.drill(event);
  }

  private drill(event: Event): void {
    if (!this.canDrill) return;
    const { dataset } = event.currentTarget as SVGElement;
    const detail = { groupIndex: Number(dataset['group']), seriesIndex: Number(dataset['series']) };
    this.dispatchEvent(new CustomEvent('drill', { detail }));
  }
}

function colorOf(index: number): string {
  return PALETTE[index % PALETTE.length] ?? '';
}
