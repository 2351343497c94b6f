/** One measured figure. Each ratio is taken against a baseline that was measured in the same run on the same machine. */
export interface Figure {
  /** Name of the case: `query`. */
  readonly case: string;
  /** `2,000 rows through REST` */
  readonly title: string;
  readonly value: number;
  /** `ms`, `records/s`, `MB`, `calls`, ... */
  readonly unit: string;
  /** What the value is compared with, in the same unit: `{ title: 'the same SQL', value: 4.2 }`. */
  readonly baseline?: { readonly title: string; readonly value: number };
  /** The bound of the figure itself, or of its ratio to the baseline. */
  readonly target?: Target;
}

/** `{ of: 'ratio', atMost: 3 }` */
export interface Target {
  readonly of: 'value' | 'ratio';
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** How many times the baseline the figure is; undefined when it has none. */
export function ratio(figure: Figure): number | undefined {
  return figure.baseline && figure.value / figure.baseline.value;
}

/** Whether the figure meets its target; undefined when it has none. */
export function meetsTarget(figure: Figure): boolean | undefined {
  const { target } = figure;
  if (!target) return undefined;
  const measured = (target.of === 'ratio' ? ratio(figure) : figure.value) ?? NaN;
  return measured >= (target.atLeast ?? -Infinity) && measured <= (target.atMost ?? Infinity);
}
