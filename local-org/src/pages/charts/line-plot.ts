import type { ChartData } from './chart-data';
import { markLabel, seriesLegend } from './mark-label';
import { clipped, disc, fixed, line, textWidth, type Plot, type PlotFrame, type PlotText } from './plot';
import { axisLabel, niceScale, valueText } from './scale';

const MARGIN = 8;
const AXIS_HEIGHT = 20;
const TICKS = 5;
const RADIUS = 4;

/** Lays out a line for each series. A group without a number interrupts its line. */
export function linePlot(data: ChartData, frame: PlotFrame): Plot {
  const { groups, series } = data;
  const scale = niceScale(
    groups.flatMap(({ values }) => values.map((each) => each?.value ?? 0)),
    TICKS,
  );
  const labels = scale.ticks.map((tick) => axisLabel(tick, data.dataType, frame.currencySymbol));
  const left = Math.max(...labels.map(textWidth)) + 2 * MARGIN;
  const top = AXIS_HEIGHT;
  const width = frame.width - left - MARGIN;
  const height = Math.max(20, frame.height - AXIS_HEIGHT - top);
  const room = width / Math.max(1, groups.length);
  const xOf = (group: number): number => left + group * room + room / 2;
  const yOf = (value: number): number => top + (1 - scale.at(value)) * height;
  const points = series.flatMap((_, seriesIndex) =>
    groups.flatMap(({ values }, groupIndex) => {
      const value = values[seriesIndex];
      return value
        ? [
            {
              seriesIndex,
              groupIndex,
              x: xOf(groupIndex),
              y: yOf(value.value),
              text: valueText(value, data.dataType, frame.currencySymbol),
            },
          ]
        : [];
    }),
  );
  return {
    width: frame.width,
    height: frame.height,
    marks: points.map(({ seriesIndex, groupIndex, x, y }) => ({
      key: `${groupIndex}/${seriesIndex}`,
      path: disc(x, y, RADIUS),
      color: seriesIndex,
      label: markLabel(data, groupIndex, seriesIndex),
      groupIndex,
      seriesIndex,
    })),
    lines: series.map((_, index) => {
      const own = points.filter(({ seriesIndex }) => seriesIndex === index);
      const path = own.map(({ groupIndex, x, y }, position) => {
        const isJoined = own[position - 1]?.groupIndex === groupIndex - 1;
        return `${isJoined ? 'L' : 'M'}${fixed(x)} ${fixed(y)}`;
      });
      return { key: `${index}`, path: path.join(''), color: index };
    }),
    grid: scale.ticks.map((tick) => ({
      key: `grid/${tick}`,
      path: line(left, yOf(tick), left + width, yOf(tick)),
    })),
    texts: [
      ...scale.ticks.map((tick, index): PlotText => ({
        key: `axis/${tick}`,
        x: left - 6,
        y: yOf(tick) + 4,
        anchor: 'end',
        text: labels[index] ?? '',
      })),
      ...groups.map(({ key, label }, index): PlotText => ({
        key: `group/${key}`,
        x: xOf(index),
        y: frame.height - 5,
        anchor: 'middle',
        text: clipped(label, room),
      })),
      ...(frame.showValues && series.length === 1
        ? points.map(({ groupIndex, x, y, text }): PlotText => ({
            key: `value/${groupIndex}`,
            x,
            y: y - 8,
            anchor: 'middle',
            text,
          }))
        : []),
    ],
    legend: seriesLegend(data),
  };
}
