import type { ChartData } from './chart-data';
import {
  clipped,
  line,
  rectangle,
  textWidth,
  type Plot,
  type PlotFrame,
  type PlotMark,
  type PlotText,
} from './plot';
import { markLabel, seriesLegend } from './mark-label';
import { axisLabel, niceScale, valueText, type Scale } from './scale';

/** How bars lie: along which axis, and how the series of a group share its place. */
export interface BarStyle {
  readonly direction: 'horizontal' | 'vertical';
  readonly stacking: 'grouped' | 'stacked' | 'full';
}

const MARGIN = 8;
const AXIS_HEIGHT = 20;
const LABEL_SHARE = 0.3;
const BAR_SHARE = 0.7;
const MAX_BAR = 48;
const TICKS = 5;
const PIXELS_PER_TICK = 60;
const VALUE_ROOM = 56;

/** A bar in the room between zero and one along its axis. */
interface Bar {
  readonly group: number;
  readonly series: number;
  readonly from: number;
  readonly to: number;
  /** Place across the axis, in parts of the group's room. */
  readonly offset: number;
  readonly thickness: number;
}

/** Lays out bars or columns. */
export function barPlot(data: ChartData, frame: PlotFrame, style: BarStyle): Plot {
  const scale = barScale(data, frame, style);
  const bars = barsOf(data, scale, style);
  return style.direction === 'horizontal'
    ? horizontal(data, frame, style, scale, bars)
    : vertical(data, frame, style, scale, bars);
}

function barScale({ groups }: ChartData, frame: PlotFrame, { stacking, direction }: BarStyle): Scale {
  const room = direction === 'horizontal' ? frame.width : frame.height;
  const ticks = Math.max(2, Math.min(TICKS, Math.floor(room / PIXELS_PER_TICK)));
  if (stacking === 'full') return niceScale([100], ticks);
  const values = groups.flatMap(({ values: all }) => {
    const numbers = all.map((each) => each?.value ?? 0);
    if (stacking === 'grouped') return numbers;
    const sum = (positive: boolean): number =>
      numbers.filter((value) => value > 0 === positive).reduce((total, value) => total + value, 0);
    return [sum(true), sum(false)];
  });
  return niceScale(values, ticks);
}

function barsOf({ groups, series }: ChartData, scale: Scale, { stacking }: BarStyle): Bar[] {
  return groups.flatMap(({ values }, group) => {
    const numbers = values.map((each) => each?.value ?? 0);
    const total = numbers.reduce((sum, value) => sum + Math.abs(value), 0) || 1;
    const reached = { up: 0, down: 0 };
    return numbers.flatMap((number, index): Bar[] => {
      if (!values[index]) return [];
      if (stacking === 'grouped') {
        const thickness = 1 / series.length;
        return [bar(group, index, scale, [0, number], index * thickness, thickness)];
      }
      const value = stacking === 'full' ? (Math.abs(number) / total) * 100 : number;
      const side = value < 0 ? 'down' : 'up';
      const from = reached[side];
      reached[side] += value;
      return [bar(group, index, scale, [from, reached[side]], 0, 1)];
    });
  });
}

function bar(
  group: number,
  series: number,
  scale: Scale,
  [from, to]: readonly [number, number],
  offset: number,
  thickness: number,
): Bar {
  const [a, b] = [scale.at(from), scale.at(to)];
  return { group, series, from: Math.min(a, b), to: Math.max(a, b), offset, thickness };
}

/** The room of a group that bars take, and where it begins. */
function groupRoom(room: number, series: number): { readonly start: number; readonly size: number } {
  const size = Math.min(room * BAR_SHARE, MAX_BAR * series);
  return { start: (room - size) / 2, size };
}

function horizontal(
  data: ChartData,
  frame: PlotFrame,
  style: BarStyle,
  scale: Scale,
  bars: readonly Bar[],
): Plot {
  const longest = Math.max(0, ...data.groups.map(({ label }) => textWidth(label)));
  const left = Math.min(longest + MARGIN, frame.width * LABEL_SHARE) + MARGIN;
  const width = Math.max(20, frame.width - left - MARGIN - (frame.showValues ? VALUE_ROOM : 0));
  const height = frame.height - AXIS_HEIGHT - MARGIN;
  const room = height / Math.max(1, data.groups.length);
  const inner = groupRoom(room, seriesAcross(data, style));
  const marks = bars.map((each): PlotMark & { readonly end: number; readonly middle: number } => {
    const y = each.group * room + inner.start + each.offset * inner.size;
    const thickness = each.thickness * inner.size;
    return {
      ...markOf(data, each),
      path: rectangle(left + each.from * width, y, (each.to - each.from) * width, thickness),
      end: left + each.to * width,
      middle: y + thickness / 2,
    };
  });
  const axis = scale.ticks.map((tick) => ({ tick, x: left + scale.at(tick) * width }));
  return {
    ...size(frame),
    marks,
    lines: [],
    grid: axis.map(({ tick, x }) => ({ key: `grid/${tick}`, path: line(x, 0, x, height) })),
    texts: [
      ...axis.map(({ tick, x }) =>
        axisText(`axis/${tick}`, x, height + AXIS_HEIGHT - 4, 'middle', tick, data, frame, style),
      ),
      ...data.groups.map(({ key, label }, index): PlotText => ({
        key: `group/${key}`,
        x: left - 6,
        y: index * room + room / 2 + 4,
        anchor: 'end',
        text: clipped(label, left - MARGIN),
      })),
      ...(frame.showValues
        ? ends(data, frame, marks, (mark) => [mark.end + 4, mark.middle + 4, 'start'], style)
        : []),
    ],
    legend: seriesLegend(data),
  };
}

function vertical(
  data: ChartData,
  frame: PlotFrame,
  style: BarStyle,
  scale: Scale,
  bars: readonly Bar[],
): Plot {
  const labels = scale.ticks.map((tick) => tickText(tick, data, frame, style));
  const left = Math.max(...labels.map(textWidth)) + 2 * MARGIN;
  const top = frame.showValues ? AXIS_HEIGHT : MARGIN;
  const width = frame.width - left - MARGIN;
  const height = Math.max(20, frame.height - AXIS_HEIGHT - top);
  const room = width / Math.max(1, data.groups.length);
  const inner = groupRoom(room, seriesAcross(data, style));
  const marks = bars.map((each) => {
    const x = left + each.group * room + inner.start + each.offset * inner.size;
    const thickness = each.thickness * inner.size;
    const end = top + (1 - each.to) * height;
    return {
      ...markOf(data, each),
      path: rectangle(x, end, thickness, (each.to - each.from) * height),
      end,
      middle: x + thickness / 2,
    };
  });
  const axis = scale.ticks.map((tick) => ({ tick, y: top + (1 - scale.at(tick)) * height }));
  return {
    ...size(frame),
    marks,
    lines: [],
    grid: axis.map(({ tick, y }) => ({ key: `grid/${tick}`, path: line(left, y, left + width, y) })),
    texts: [
      ...axis.map(({ tick, y }) =>
        axisText(`axis/${tick}`, left - 6, y + 4, 'end', tick, data, frame, style),
      ),
      ...data.groups.map(({ key, label }, index): PlotText => ({
        key: `group/${key}`,
        x: left + index * room + room / 2,
        y: frame.height - 5,
        anchor: 'middle',
        text: clipped(label, room),
      })),
      ...(frame.showValues
        ? ends(data, frame, marks, (mark) => [mark.middle, mark.end - 4, 'middle'], style)
        : []),
    ],
    legend: seriesLegend(data),
  };
}

function seriesAcross({ series }: ChartData, { stacking }: BarStyle): number {
  return stacking === 'grouped' ? series.length : 1;
}

function size({ width, height }: PlotFrame): Pick<Plot, 'width' | 'height'> {
  return { width, height };
}

function markOf(data: ChartData, { group, series }: Bar): Omit<PlotMark, 'path'> {
  return {
    key: `${group}/${series}`,
    color: series,
    label: markLabel(data, group, series),
    groupIndex: group,
    seriesIndex: series,
  };
}

type Ended = PlotMark & { readonly end: number; readonly middle: number };

/** Numbers at the ends of bars; stacks have no room for them, and say them when they are pointed at. */
function ends(
  { groups, dataType }: ChartData,
  { currencySymbol }: PlotFrame,
  marks: readonly Ended[],
  place: (mark: Ended) => readonly [number, number, PlotText['anchor']],
  { stacking }: BarStyle,
): PlotText[] {
  if (stacking !== 'grouped') return [];
  return marks.map((mark) => {
    const [x, y, anchor] = place(mark);
    const value = groups[mark.groupIndex]?.values[mark.seriesIndex];
    const text = value ? valueText(value, dataType, currencySymbol) : '';
    return { key: `value/${mark.key}`, x, y, anchor, text };
  });
}

function tickText(tick: number, { dataType }: ChartData, frame: PlotFrame, { stacking }: BarStyle): string {
  return axisLabel(tick, stacking === 'full' ? 'percent' : dataType, frame.currencySymbol);
}

function axisText(
  key: string,
  x: number,
  y: number,
  anchor: PlotText['anchor'],
  tick: number,
  data: ChartData,
  frame: PlotFrame,
  style: BarStyle,
): PlotText {
  return { key, x, y, anchor, text: tickText(tick, data, frame, style) };
}
