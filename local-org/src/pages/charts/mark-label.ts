import type { ChartData } from './chart-data';
import type { Plot } from './plot';

/** What a mark says: `Prospecting, Won: $107.00`. */
export function markLabel({ groups, series, valueLabel }: ChartData, group: number, index: number): string {
  const found = groups[group];
  const name = series.length > 1 ? (series[index]?.label ?? '') : valueLabel;
  return `${found?.label ?? ''}, ${name}: ${found?.values[index]?.label ?? '-'}`;
}

/** A line of the legend for each series; none when there is but one. */
export function seriesLegend({ series }: ChartData): Plot['legend'] {
  if (series.length < 2) return [];
  return series.map(({ label }, index) => ({ key: `${index}`, label, color: index }));
}
