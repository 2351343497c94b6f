/** Maps values to places between two edges of a chart, with round values to mark. */
export interface Scale {
  readonly minimum: number;
  readonly maximum: number;
  readonly ticks: readonly number[];
  /** Place of a value: 0 at the minimum, 1 at the maximum. */
  at(value: number): number;
}

const CURRENCY_SYMBOL = /^-?([^\d\s-]{1,3})\s?\d/;
const STEPS: readonly number[] = [1, 2, 2.5, 5, 10];
const UNITS: readonly (readonly [number, string])[] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
];

/** A scale that holds all values and zero, with about as many marks as wanted: `niceScale([3, 87], 5)` ends at 100. */
export function niceScale(values: readonly number[], wantedTicks: number): Scale {
  const low = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  // Where all is zero the axis still has a length.
  const high = highest === low ? 1 : highest;
  const step = niceStep(high - low, wantedTicks);
  const minimum = Math.floor(low / step) * step;
  const maximum = Math.max(Math.ceil(high / step) * step, minimum + step);
  const count = Math.round((maximum - minimum) / step);
  return {
    minimum,
    maximum,
    ticks: Array.from({ length: count + 1 }, (_, index) => rounded(minimum + index * step)),
    at: (value) => (value - minimum) / (maximum - minimum),
  };
}

function niceStep(range: number, wantedTicks: number): number {
  const rough = range / wantedTicks;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (STEPS.find((step) => step * power >= rough * 0.999) ?? 10) * power;
}

/** Sums of fractions leave crumbs: 0.30000000000000004. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** `1.2M` */
export function shortNumber(value: number): string {
  const [divisor, unit] = UNITS.find(([size]) => Math.abs(value) >= size) ?? [1, ''];
  const shown = value / divisor;
  return `${Number(shown.toFixed(Math.abs(shown) < 10 ? 2 : 1))}${unit}`;
}

/** A value at an axis: `$1.2M`, `35%`. */
export function axisLabel(value: number, dataType: string, currencySymbol: string): string {
  const text = shortNumber(Math.abs(value));
  const sign = value < 0 ? '-' : '';
  if (dataType === 'currency') return `${sign}${currencySymbol}${text}`;
  return `${sign}${text}${dataType === 'percent' ? '%' : ''}`;
}

/** A number beside its mark: short when it is large, else as the org writes it. */
export function valueText(
  { value, label }: { readonly value: number; readonly label: string },
  dataType: string,
  currencySymbol: string,
): string {
  return Math.abs(value) < 1000 ? label : axisLabel(value, dataType, currencySymbol);
}

/** As the org writes amounts: `$` of `$107.00`; empty for other numbers. */
export function currencySymbolOf(label: string): string {
  return CURRENCY_SYMBOL.exec(label)?.[1] ?? '';
}
