/** A part of a chart that stands for a number: drawn as a path, named for those who do not see it. */
export interface PlotMark {
  readonly key: string;
  /** Path of SVG. */
  readonly path: string;
  /** Index into the palette. */
  readonly color: number;
  /** `Prospecting, Sum of Amount: $107.00` */
  readonly label: string;
  readonly groupIndex: number;
  readonly seriesIndex: number;
}

/** A text of a chart. */
export interface PlotText {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  /** Whether it lies on a mark and must be told from its colour. */
  readonly isInside?: boolean;
}

/** A chart that is laid out: nothing is left to do but to draw it. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PlotMark[];
  /** Lines of the grid and the axis, as paths. */
  readonly grid: readonly { readonly key: string; readonly path: string }[];
  /** Lines that join marks; their colour is an index into the palette. */
  readonly lines: readonly { readonly key: string; readonly path: string; readonly color: number }[];
  readonly texts: readonly PlotText[];
  readonly legend: readonly { readonly key: string; readonly label: string; readonly color: number }[];
}

/** What layouts need beside the numbers. Sizes are pixels. */
export interface PlotFrame {
  readonly width: number;
  readonly height: number;
  /** Whether numbers stand beside the marks. */
  readonly showValues: boolean;
  readonly currencySymbol: string;
}

/** Colours that are told apart by people who see few of them. */
export const PALETTE: readonly string[] = [
  '#1b96ff',
  '#032d60',
  '#06a59a',
  '#fe9339',
  '#9050e9',
  '#ff538a',
  '#3ba755',
  '#8a033e',
  '#5a1ba9',
  '#b3b3b3',
];
/** About as wide as a letter of the axis. */
const LETTER_WIDTH = 6.2;

/** `M10 20h30v5h-30z` */
export function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${fixed(x)} ${fixed(y)}h${fixed(width)}v${fixed(height)}h${fixed(-width)}z`;
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${fixed(x1)} ${fixed(y1)}L${fixed(x2)} ${fixed(y2)}`;
}

/** A small disc around a point. */
export function disc(x: number, y: number, radius: number): string {
  const r = fixed(radius);
  return `M${fixed(x - radius)} ${fixed(y)}a${r} ${r} 0 1 0 ${fixed(2 * radius)} 0a${r} ${r} 0 1 0 ${fixed(-2 * radius)} 0z`;
}

/** Hundredths of a pixel are enough. */
export function fixed(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** The text as far as it fits. */
export function clipped(text: string, width: number): string {
  const letters = Math.max(1, Math.floor(width / LETTER_WIDTH));
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;
}

export function textWidth(text: string): number {
  return text.length * LETTER_WIDTH;
}
