/**
 * Analytics: reports and dashboards, read from metadata and run on the records of the org.
 *
 * | task                     | function                                               |
 * |--------------------------|--------------------------------------------------------|
 * | run what is deployed     | `createAnalytics(deps)`, then `run`, `runDashboard`      |
 * | check a deploy           | `checkReport`, `checkDashboard`                          |
 * | columns of a report type | `reportType.column('OPPORTUNITY_NAME')`, `columnNames()` |
 *
 * A report is planned (names resolved, what the user may not read left out), its rows are read by SOQL in user mode,
 * grouped and summed up.
 */
export type { AnalyticsProblem } from './check/analytics-problem';
export { checkDashboard, DASHBOARD_COMPONENT_TYPES } from './check/check-dashboard';
export { checkReport, UNSUPPORTED_REPORT_ELEMENTS } from './check/check-report';
export {
  createAnalytics,
  type Analytics,
  type AnalyticsDeps,
  type DashboardComponentResult,
} from './create-analytics';
export type * from './dashboard/dashboard-definition';
export { INTERVALS } from './filter/time-frame';
export type * from './report/report-definition';
export type { ReportCell, ReportFact, ReportGroup, ReportResult } from './report-result';
export type { ReportColumn, ReportType } from './report-type/report-type';
export type { PlannedColumn } from './run/planned-column';
export type { PlannedGrouping, ReportPlan } from './run/plan-report';
export type { PlannedSummary } from './run/summary';
