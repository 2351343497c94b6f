import type { ChartData } from './chart-data';
import { markLabel } from './mark-label';
import { fixed, type Plot, type PlotFrame } from './plot';
import { valueText } from './scale';

const NARROW_END = 0.3;
const GAP = 2;
const LABEL_HEIGHT = 14;

/** Lays out a funnel: parts as high as their numbers, ever narrower, the first group on top. */
export function funnelPlot(data: ChartData, frame: PlotFrame): Plot {
  const { groups } = data;
  const numbers = groups.map(({ values }) => Math.max(0, values[0]?.value ?? 0));
  const total = numbers.reduce((sum, value) => sum + value, 0) || 1;
  const room = frame.height - GAP * groups.length;
  const half = (y: number): number => (frame.width / 2) * (1 - (1 - NARROW_END) * (y / frame.height));
  const middle = frame.width / 2;
  const textOf = (index: number): string => {
    const value = groups[index]?.values[0];
    return value ? valueText(value, data.dataType, frame.currencySymbol) : '';
  };
  let y = 0;
  const parts = numbers.map((value, index) => {
    const top = y;
    const bottom = top + (value / total) * room;
    y = bottom + GAP;
    return { index, top, bottom };
  });
  const drawn = parts.filter(({ top, bottom }) => bottom > top);
  return {
    width: frame.width,
    height: frame.height,
    grid: [],
    lines: [],
    marks: drawn.map(({ index, top, bottom }) => ({
      key: `${index}/0`,
      path:
        `M${fixed(middle - half(top))} ${fixed(top)}L${fixed(middle + half(top))} ${fixed(top)}` +
        `L${fixed(middle + half(bottom))} ${fixed(bottom)}L${fixed(middle - half(bottom))} ${fixed(bottom)}z`,
      color: index,
      label: markLabel({ ...data, series: data.series.slice(0, 1) }, index, 0),
      groupIndex: index,
      seriesIndex: 0,
    })),
    texts: drawn
      .filter(({ top, bottom }) => frame.showValues && bottom - top >= LABEL_HEIGHT)
      .map(({ index, top, bottom }) => ({
        key: `value/${index}`,
        x: middle,
        y: (top + bottom) / 2 + 4,
        anchor: 'middle' as const,
        text: textOf(index),
        isInside: true,
      })),
    legend: groups.map(({ key, label }, index) => ({ key, label, color: index })),
  };
}
