import { meetsTarget, ratio, type Figure, type Target } from './figure';

const HEADINGS = ['case', 'what', 'value', 'baseline', 'ratio', 'target', ''] as const;
/** Columns with numbers are aligned to the right. */
const NUMBER_COLUMNS: ReadonlySet<number> = new Set([2, 4]);

/** The figures as one table. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [[...HEADINGS], ...figures.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return NUMBER_COLUMNS.has(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return `${lines.join('\n')}\n`;
}

function cells(figure: Figure): string[] {
  const { baseline, target, unit } = figure;
  const times = ratio(figure);
  const met = meetsTarget(figure);
  return [
    figure.case,
    figure.title,
    `${amount(figure.value)} ${unit}`,
    baseline ? `${amount(baseline.value)} ${unit}: ${baseline.title}` : '',
    times === undefined ? '' : `${amount(times)}x`,
    target ? targetText(target, unit) : '',
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ];
}

function targetText({ of, atLeast, atMost }: Target, unit: string): string {
  const suffix = of === 'ratio' ? 'x' : ` ${unit}`;
  return [
    atLeast === undefined ? '' : `>= ${amount(atLeast)}${suffix}`,
    atMost === undefined ? '' : `<= ${amount(atMost)}${suffix}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** `12,345`, `12.3`, `0.0123`: three digits that matter, as many as there are above the decimal point. */
function amount(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString('en-US')
    : value.toLocaleString('en-US', { maximumSignificantDigits: 3 });
}
