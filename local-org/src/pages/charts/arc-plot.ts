import type { ChartData } from './chart-data';
import { markLabel } from './mark-label';
import { fixed, type Plot, type PlotFrame, type PlotText } from './plot';

const MARGIN = 8;
const HOLE = 0.6;
const FULL_TURN = 2 * Math.PI;
/** Arcs of a whole turn end where they begin and would not be drawn. */
const ALMOST_FULL = FULL_TURN - 1e-4;
const SMALLEST_WITH_TEXT = 0.05;

/** A part of a ring. Angles are clockwise from the top. */
export function ringSector(
  [x, y]: readonly [number, number],
  [inner, outer]: readonly [number, number],
  from: number,
  to: number,
): string {
  const end = Math.min(to, from + ALMOST_FULL);
  const point = (radius: number, angle: number): string =>
    `${fixed(x + radius * Math.sin(angle))} ${fixed(y - radius * Math.cos(angle))}`;
  const large = end - from > Math.PI ? 1 : 0;
  const outerArc = `M${point(outer, from)}A${fixed(outer)} ${fixed(outer)} 0 ${large} 1 ${point(outer, end)}`;
  return inner === 0
    ? `${outerArc}L${fixed(x)} ${fixed(y)}z`
    : `${outerArc}L${point(inner, end)}A${fixed(inner)} ${fixed(inner)} 0 ${large} 0 ${point(inner, from)}z`;
}

/** Lays out a pie, or a donut with the total in its middle. Only the first series is drawn; negatives have no part. */
export function arcPlot(data: ChartData, frame: PlotFrame, isDonut: boolean, totalText: string): Plot {
  const { groups } = data;
  const numbers = groups.map(({ values }) => Math.max(0, values[0]?.value ?? 0));
  const total = numbers.reduce((sum, value) => sum + value, 0);
  const center: readonly [number, number] = [frame.width / 2, frame.height / 2];
  const outer = Math.max(10, Math.min(frame.width, frame.height) / 2 - MARGIN);
  const inner = isDonut ? outer * HOLE : 0;
  let angle = 0;
  const sectors = numbers.map((value, index) => {
    const from = angle;
    angle += total === 0 ? 0 : (value / total) * FULL_TURN;
    return { index, from, to: angle, share: total === 0 ? 0 : value / total };
  });
  const drawn = sectors.filter(({ share }) => share > 0);
  return {
    width: frame.width,
    height: frame.height,
    grid: [],
    lines: [],
    marks: drawn.map(({ index, from, to }) => ({
      key: `${index}/0`,
      path: ringSector(center, [inner, outer], from, to),
      color: index,
      label: markLabel({ ...data, series: data.series.slice(0, 1) }, index, 0),
      groupIndex: index,
      seriesIndex: 0,
    })),
    texts: [
      ...(isDonut
        ? [{ key: 'total', x: center[0], y: center[1] + 5, anchor: 'middle' as const, text: totalText }]
        : []),
      ...(frame.showValues ? drawn.filter(({ share }) => share >= SMALLEST_WITH_TEXT) : []).map(
        ({ index, from, to, share }): PlotText => {
          const radius = (inner + outer) / 2;
          const middle = (from + to) / 2;
          return {
            key: `value/${index}`,
            x: center[0] + radius * Math.sin(middle),
            y: center[1] - radius * Math.cos(middle) + 4,
            anchor: 'middle',
            text: `${Math.round(share * 100)}%`,
            isInside: true,
          };
        },
      ),
    ],
    legend: groups.map(({ key, label }, index) => ({ key, label, color: index })),
  };
}

/** Where a gauge changes its colour, from its lowest to its highest value. */
export interface GaugeBands {
  readonly minimum: number;
  readonly maximum: number;
  readonly breakpoints: readonly number[];
}

/** Lays out a half ring of bands with a needle at the value. */
export function gaugePlot(value: number, label: string, bands: GaugeBands, frame: PlotFrame): Plot {
  const center: readonly [number, number] = [frame.width / 2, frame.height - 3 * MARGIN];
  const outer = Math.max(10, Math.min(frame.width / 2, frame.height - 4 * MARGIN) - MARGIN);
  const range = bands.maximum - bands.minimum || 1;
  const angleOf = (at: number): number =>
    (Math.min(1, Math.max(0, (at - bands.minimum) / range)) - 0.5) * Math.PI;
  const edges = [bands.minimum, ...bands.breakpoints, bands.maximum];
  const needle = angleOf(value);
  const tip = `${fixed(center[0] + outer * Math.sin(needle))} ${fixed(center[1] - outer * Math.cos(needle))}`;
  return {
    width: frame.width,
    height: frame.height,
    grid: [],
    lines: [{ key: 'needle', path: `M${fixed(center[0])} ${fixed(center[1])}L${tip}`, color: 1 }],
    marks: edges.slice(1).map((to, index) => ({
      key: `${index}/0`,
      path: ringSector(center, [outer * HOLE, outer], angleOf(edges[index] ?? 0), angleOf(to)),
      color: index,
      label,
      groupIndex: 0,
      seriesIndex: 0,
    })),
    texts: [{ key: 'value', x: center[0], y: frame.height - MARGIN, anchor: 'middle', text: label }],
    legend: [],
  };
}
