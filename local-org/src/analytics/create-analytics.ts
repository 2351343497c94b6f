import type { AccessControl, FolderType } from '../access';
import { ApiError, type Clock } from '../core';
import type { RequestContext, RunningUser } from '../execution';
import type { ComponentStore } from '../metadata';
import type { QueryEngine } from '../query';
import type { Schema } from '../schema';
import type { DashboardComponent, DashboardDefinition } from './dashboard/dashboard-definition';
import { readDashboard } from './dashboard/read-dashboard';
import { readReport } from './report/read-report';
import type { ReportDefinition } from './report/report-definition';
import type { ReportResult } from './report-result';
import type { ReportType } from './report-type/report-type';
import { findReportType, reportTypes } from './report-type/report-types';
import { planReport, type ReportPlan } from './run/plan-report';
import { runReport } from './run/run-report';

/** What reports are run with. */
export interface AnalyticsDeps {
  schema(): Schema;
  components(): ComponentStore;
  readonly access: AccessControl;
  readonly query: QueryEngine;
  readonly clock: Clock;
  /** Month (1 to 12) in which the fiscal year starts. */
  fiscalYearStartMonth(): number;
  currencyIsoCode(): string;
  findUser(username: string): RunningUser | undefined;
}

/** A component of a dashboard, and what its report said. */
export interface DashboardComponentResult {
  readonly component: DashboardComponent;
  readonly report: ReportResult;
}

/** Runs the deployed reports and dashboards for users, within what each may see. */
export interface Analytics {
  /** Reports in folders that the user may see, by full name (`Folder/Report`). */
  reports(user: RunningUser): ReportDefinition[];
  /** @throws ApiError NOT_FOUND when there is none that the user may see */
  report(fullName: string, user: RunningUser): ReportDefinition;
  reportTypes(): ReportType[];
  /** A report with its names resolved, for describes. @throws ApiError FORBIDDEN without the permission Run Reports */
  plan(definition: ReportDefinition, context: RequestContext): ReportPlan;
  /** @throws ApiError FORBIDDEN without the permission Run Reports */
  run(definition: ReportDefinition, includeDetails: boolean, context: RequestContext): ReportResult;
  dashboards(user: RunningUser): DashboardDefinition[];
  /** @throws ApiError NOT_FOUND when there is none that the user may see */
  dashboard(fullName: string, user: RunningUser): DashboardDefinition;
  /**
   * Runs the reports of a dashboard as its running user.
   * @param choices index of the chosen option, filter by filter; null for none
   */
  runDashboard(
    dashboard: DashboardDefinition,
    choices: readonly (number | null)[],
    context: RequestContext,
  ): DashboardComponentResult[];
}

/** Makes the analytics of an org. */
export function createAnalytics(deps: AnalyticsDeps): Analytics {
  return new DeployedAnalytics(deps);
}

class DeployedAnalytics implements Analytics {
  constructor(private readonly deps: AnalyticsDeps) {}

  reports(user: RunningUser): ReportDefinition[] {
    return this.visible('Report', user).map(readReport);
  }

  report(fullName: string, user: RunningUser): ReportDefinition {
    const component = this.deps.components().find('Report', fullName);
    if (!component || !this.mayRead('Report', component.fullName, user)) throw notFound();
    return readReport(component);
  }

  reportTypes(): ReportType[] {
    return reportTypes(this.deps.schema(), this.deps.components());
  }

  plan(definition: ReportDefinition, context: RequestContext): ReportPlan {
    const { deps } = this;
    const { user } = context;
    if (!deps.access.hasUserPermission(user, 'RunReports')) {
      throw new ApiError('FORBIDDEN', 'You need the Run Reports permission to run reports.', {
        httpStatus: 403,
      });
    }
    const schema = deps.schema();
    const reportType = findReportType(schema, deps.components(), definition.reportType);
    if (!reportType) throw notFound();
    return planReport(definition, reportType, {
      schema,
      moment: { nowMs: deps.clock.now(), timeZone: user.timeZone },
      canRead: (objectName, fieldName) =>
        deps.access.objectAccess(user, objectName).read &&
        deps.access.fieldAccess(user, objectName, fieldName).read,
    });
  }

  run(definition: ReportDefinition, includeDetails: boolean, context: RequestContext): ReportResult {
    const { deps } = this;
    const { user } = context;
    const moment = { nowMs: deps.clock.now(), timeZone: user.timeZone };
    return runReport(this.plan(definition, context), {
      source: { query: deps.query, context: { ...context, mode: 'user' } },
      grouping: {
        locale: user.locale,
        timeZone: user.timeZone,
        currencyIsoCode: deps.currencyIsoCode(),
        fiscalYearStartMonth: deps.fiscalYearStartMonth(),
      },
      moment,
      includeDetails,
    });
  }

  dashboards(user: RunningUser): DashboardDefinition[] {
    return this.visible('Dashboard', user).map(readDashboard);
  }

  dashboard(fullName: string, user: RunningUser): DashboardDefinition {
    const component = this.deps.components().find('Dashboard', fullName);
    if (!component || !this.mayRead('Dashboard', component.fullName, user)) throw notFound();
    return readDashboard(component);
  }

  runDashboard(
    { components, filters, runningUser }: DashboardDefinition,
    choices: readonly (number | null)[],
    context: RequestContext,
  ): DashboardComponentResult[] {
    const { deps } = this;
    const user = runningUser === null ? context.user : (deps.findUser(runningUser) ?? context.user);
    const chosen = filters.map((filter, index) => filter.options[choices[index] ?? -1]);
    return components.flatMap((component) => {
      const stored =
        component.report === null ? undefined : deps.components().find('Report', component.report);
      if (!stored) return [];
      const definition = readReport(stored);
      const added = component.filterColumns.flatMap((column, index) => {
        const option = chosen[index];
        if (!option) return [];
        return [{ column, operator: option.operator, value: option.values.join(','), columnToColumn: false }];
      });
      const narrowed = withFilters(definition, added);
      const includeDetails = component.componentType === 'Table' || component.componentType === 'FlexTable';
      return [{ component, report: this.run(narrowed, includeDetails, { ...context, user }) }];
    });
  }

  private visible(type: FolderType, user: RunningUser): ReturnType<ComponentStore['all']> {
    return this.deps
      .components()
      .all(type)
      .filter(({ fullName }) => fullName.includes('/') && this.mayRead(type, fullName, user));
  }

  private mayRead(type: FolderType, fullName: string, user: RunningUser): boolean {
    const folder = fullName.slice(0, fullName.lastIndexOf('/'));
    return !this.deps.access.hiddenFolders(user, type).has(folder);
  }
}

/** A report with more filter lines, which must hold besides its own logic. */
function withFilters(definition: ReportDefinition, added: ReportDefinition['filters']): ReportDefinition {
  if (added.length === 0) return definition;
  const { filters, booleanFilter } = definition;
  const more = added.map((_, index) => String(filters.length + index + 1)).join(' AND ');
  return {
    ...definition,
    filters: [...filters, ...added],
    booleanFilter: booleanFilter === null ? null : `(${booleanFilter}) AND ${more}`,
  };
}

function notFound(): ApiError {
  return new ApiError('NOT_FOUND', 'The requested resource does not exist', { httpStatus: 404 });
}
