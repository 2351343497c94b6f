import { arcPlot, gaugePlot } from './arc-plot';
import { barPlot } from './bar-plot';
import { chartData, type ChartData } from './chart-data';
import { CHART_LAYOUTS } from './chart-kinds';
import { funnelPlot } from './funnel-plot';
import { linePlot } from './line-plot';
import { axisLabel, niceScale, shortNumber } from './scale';
import { matrixRun, summaryRun } from './testing/sample-runs';

const FRAME = { width: 400, height: 240, showValues: true, currencySymbol: '$' };
const ASKED = {
  chartType: 'Bar',
  groupings: ['STAGE_NAME'],
  summaries: [{ column: 'AMOUNT', aggregate: 'Sum' }],
  sortBy: null,
  maxGroups: null,
};
const DATA = chartData(summaryRun(), ASKED);
const SERIES = chartData(matrixRun(), { ...ASKED, groupings: ['STAGE_NAME', 'Account.Kind'] });
/** `M10 20h30v5h-30z` as `[10, 20, 30, 5]`. */
const box = (path: string): number[] => (path.match(/-?[\d.]+/g) ?? []).slice(0, 4).map(Number);

describe('niceScale', () => {
  it.each([
    [
      [107, 50],
      [0, 25, 50, 75, 100, 125],
    ],
    [
      [-3, 4],
      [-4, -2, 0, 2, 4],
    ],
    [[], [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[0.3], [0, 0.1, 0.2, 0.3]],
  ])('marks round values around %j', (values, ticks) => {
    expect(niceScale(values, 5).ticks).toEqual(ticks);
  });

  it('writes numbers short', () => {
    expect([950, 1200, -25_000, 3.5e6, 12e9].map(shortNumber)).toEqual([
      '950',
      '1.2K',
      '-25K',
      '3.5M',
      '12B',
    ]);
    expect([axisLabel(-1500, 'currency', '$'), axisLabel(20, 'percent', '$')]).toEqual(['-$1.5K', '20%']);
  });
});

describe('barPlot', () => {
  it('draws bars as long as their numbers, with the number at the end', () => {
    const plot = barPlot(DATA, FRAME, { direction: 'horizontal', stacking: 'grouped' });
    const [first, second] = plot.marks.map(({ path }) => box(path));
    expect((first?.[2] ?? 0) / (second?.[2] ?? 1)).toBeCloseTo(107 / 50, 1);
    expect(plot.marks[0]?.label).toBe('Prospecting, Sum of Amount: $107.00');
    expect(plot.texts.map(({ text }) => text)).toContain('$107.00');
    expect(plot.legend).toEqual([]);
  });

  it('stacks series on each other, to one height when to 100', () => {
    const heights = (stacking: 'stacked' | 'full'): number[] =>
      barPlot(SERIES, FRAME, { direction: 'vertical', stacking }).marks.map(({ path }) => box(path)[3] ?? 0);
    const [fresh = 0, old = 0, won = 0] = heights('stacked');
    expect((fresh + old) / won).toBeCloseTo(107 / 50, 1);
    const [freshShare = 0, oldShare = 0, wonShare = 0] = heights('full');
    expect(freshShare + oldShare).toBeCloseTo(wonShare, 1);
  });

  it('draws negative numbers to the other side of zero', () => {
    const values = [{ value: -50, label: '-$50.00' }];
    const data: ChartData = {
      ...DATA,
      groups: [...DATA.groups, { key: '2', label: 'Lost', value: 'Lost', values }],
    };
    const plot = barPlot(data, FRAME, { direction: 'vertical', stacking: 'grouped' });
    const [up, , down] = plot.marks.map(({ path }) => box(path));
    expect((up?.[1] ?? 0) + (up?.[3] ?? 0)).toBeCloseTo(down?.[1] ?? 0, 1);
  });
});

describe('linePlot', () => {
  it('interrupts a line where a group has no number', () => {
    const { lines, marks } = linePlot(SERIES, FRAME);
    expect(lines.map(({ path }) => path.replaceAll(/[\d. ]/g, ''))).toEqual(['M', 'ML']);
    expect(marks).toHaveLength(3);
  });
});

describe('arcPlot', () => {
  it('shares a turn out by the numbers, and writes the shares', () => {
    const plot = arcPlot(DATA, FRAME, true, '$157');
    expect(plot.texts.map(({ text }) => text)).toEqual(['$157', '68%', '32%']);
    expect(plot.legend.map(({ label }) => label)).toEqual(['Prospecting', 'Won, at last']);
  });

  it('draws a whole turn for the only group', () => {
    const one = { ...DATA, groups: DATA.groups.slice(0, 1) };
    expect(arcPlot(one, FRAME, false, '').marks[0]?.path).toMatch(/ 0 1 1 /);
  });
});

describe('gaugePlot', () => {
  it('keeps the needle within its bounds', () => {
    const bands = { minimum: 0, maximum: 100, breakpoints: [20, 50] };
    const tip = (value: number): string | undefined => gaugePlot(value, '', bands, FRAME).lines[0]?.path;
    expect(tip(500)).toBe(tip(100));
    expect(gaugePlot(30, '30', bands, FRAME).marks).toHaveLength(3);
  });
});

describe('funnelPlot', () => {
  it('narrows from part to part', () => {
    const [first, second] = funnelPlot(DATA, FRAME).marks.map(({ path }) => box(path));
    expect(first?.[0]).toBeLessThan(second?.[0] ?? 0);
  });
});

describe('CHART_LAYOUTS', () => {
  it.each(Object.keys(CHART_LAYOUTS))('%s draws charts without groups, without NaN', (type) => {
    const empty = CHART_LAYOUTS[type]?.({ ...DATA, groups: [] }, FRAME);
    const full = CHART_LAYOUTS[type]?.(SERIES, FRAME);
    expect(JSON.stringify([empty, full])).not.toMatch(/NaN|Infinity|null/);
    expect(full?.marks.length).toBeGreaterThan(0);
  });
});
