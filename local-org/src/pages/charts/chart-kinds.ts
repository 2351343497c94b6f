import { arcPlot } from './arc-plot';
import { barPlot, type BarStyle } from './bar-plot';
import type { ChartData } from './chart-data';
import { totalOf } from './chart-data';
import { funnelPlot } from './funnel-plot';
import { linePlot } from './line-plot';
import type { Plot, PlotFrame } from './plot';
import { axisLabel } from './scale';

/** Lays out the numbers of a chart. */
export type ChartLayout = (data: ChartData, frame: PlotFrame) => Plot;

const bars =
  (direction: BarStyle['direction'], stacking: BarStyle['stacking']): ChartLayout =>
  (data, frame) =>
    barPlot(data, frame, { direction, stacking });

const arcs =
  (isDonut: boolean): ChartLayout =>
  (data, frame) => {
    const total = data.groups.reduce((sum, group) => sum + totalOf(group), 0);
    return arcPlot(data, frame, isDonut, axisLabel(total, data.dataType, frame.currencySymbol));
  };

/**
 * Layouts by chart type, as reports and dashboards name them. Other types are not drawn.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_report.htm
 */
export const CHART_LAYOUTS: Readonly<Record<string, ChartLayout>> = {
  Bar: bars('horizontal', 'grouped'),
  BarGrouped: bars('horizontal', 'grouped'),
  BarStacked: bars('horizontal', 'stacked'),
  BarStacked100: bars('horizontal', 'full'),
  Column: bars('vertical', 'grouped'),
  ColumnGrouped: bars('vertical', 'grouped'),
  ColumnStacked: bars('vertical', 'stacked'),
  ColumnStacked100: bars('vertical', 'full'),
  Donut: arcs(true),
  Funnel: funnelPlot,
  HorizontalBar: bars('horizontal', 'grouped'),
  HorizontalBarGrouped: bars('horizontal', 'grouped'),
  HorizontalBarStacked: bars('horizontal', 'stacked'),
  HorizontalBarStackedTo100: bars('horizontal', 'full'),
  Line: linePlot,
  LineGrouped: linePlot,
  Pie: arcs(false),
  VerticalColumn: bars('vertical', 'grouped'),
  VerticalColumnGrouped: bars('vertical', 'grouped'),
  VerticalColumnStacked: bars('vertical', 'stacked'),
  VerticalColumnStackedTo100: bars('vertical', 'full'),
};
