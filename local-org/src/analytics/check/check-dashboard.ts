import type { Component, ComponentStore } from '../../metadata';
import { readDashboard } from '../dashboard/read-dashboard';
import type { AnalyticsProblem } from './analytics-problem';

/** Component types that are drawn from a report. */
export const DASHBOARD_COMPONENT_TYPES: ReadonlySet<string> = new Set([
  'Bar',
  'BarGrouped',
  'BarStacked',
  'BarStacked100',
  'Column',
  'ColumnGrouped',
  'ColumnStacked',
  'ColumnStacked100',
  'Line',
  'LineGrouped',
  'LineCumulative',
  'LineGroupedCumulative',
  'Pie',
  'Donut',
  'Funnel',
  'Metric',
  'Gauge',
  'Table',
  'FlexTable',
]);

/** Checks a dashboard against the reports that a deploy leads to. UNVERIFIED: the platform's wording. */
export function checkDashboard(component: Component, components: ComponentStore): AnalyticsProblem[] {
  if (!component.fullName.includes('/')) return [];
  return readDashboard(component).components.flatMap(({ componentType, report }): AnalyticsProblem[] => {
    const path = ['dashboardGridLayout'];
    if (!DASHBOARD_COMPONENT_TYPES.has(componentType)) {
      return [{ message: `Dashboard component ${componentType} is not supported by the local org`, path }];
    }
    return report !== null && components.find('Report', report)
      ? []
      : [{ message: `no Report named ${report ?? ''} found`, path }];
  });
}
