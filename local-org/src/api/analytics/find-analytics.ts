import type { DashboardDefinition, ReportDefinition } from '../../analytics';
import { ApiError } from '../../core';
import type { RequestContext } from '../../execution';
import type { LocalOrg } from '../../org';

/** A report or dashboard and the id of its record. */
export interface Identified<T> {
  readonly id: string;
  readonly definition: T;
}

/** All reports that the user may see, with their ids. */
export function visibleReports(org: LocalOrg, context: RequestContext): Identified<ReportDefinition>[] {
  return withIds(org, 'Report', org.analytics.reports(context.user), context);
}

/** All dashboards that the user may see, with their ids. */
export function visibleDashboards(org: LocalOrg, context: RequestContext): Identified<DashboardDefinition>[] {
  return withIds(org, 'Dashboard', org.analytics.dashboards(context.user), context);
}

/** @throws ApiError NOT_FOUND when the user may see no report of that id */
export function reportOfId(org: LocalOrg, id: string, context: RequestContext): Identified<ReportDefinition> {
  return ofId(visibleReports(org, context), id);
}

/** @throws ApiError NOT_FOUND when the user may see no dashboard of that id */
export function dashboardOfId(
  org: LocalOrg,
  id: string,
  context: RequestContext,
): Identified<DashboardDefinition> {
  return ofId(visibleDashboards(org, context), id);
}

/** Ids of 15 characters name the same records as those of 18. */
function ofId<T>(items: readonly Identified<T>[], id: string): Identified<T> {
  const found = items.find((item) => item.id === id || item.id.slice(0, 15) === id);
  if (!found) throw new ApiError('NOT_FOUND', 'The requested resource does not exist', { httpStatus: 404 });
  return found;
}

function withIds<T extends { readonly fullName: string }>(
  org: LocalOrg,
  type: 'Report' | 'Dashboard',
  definitions: readonly T[],
  context: RequestContext,
): Identified<T>[] {
  const { records } = org.query.query(`SELECT Id, DeveloperName FROM ${type}`, {
    context: { ...context, mode: 'system' },
  });
  const ids = new Map(records.map(({ id, fields }) => [String(fields['DeveloperName']), id]));
  return definitions.flatMap((definition) => {
    const id = ids.get(definition.fullName.slice(definition.fullName.lastIndexOf('/') + 1));
    return id ? [{ id, definition }] : [];
  });
}
