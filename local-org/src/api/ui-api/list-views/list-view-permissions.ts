import { insufficientAccess } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';
import { isRecentView, type ListView } from './find-list-view';

/** "Create and Customize List Views": one's own. */
const OWN_LIST_VIEWS = 'CreateCustomizeFilters';
/** "Manage Public List Views": those that others see too. */
const PUBLIC_LIST_VIEWS = 'EditPublicFilters';

/** What a user may do with list views. @see https://help.salesforce.com/s/articleView?id=sf.customviews_permissions.htm */
export interface ListViewPermissions {
  readonly createable: boolean;
  readonly publicCreatable: boolean;
}

export function listViewPermissions({ deps, context }: UiRequest): ListViewPermissions {
  const may = (permission: string): boolean => deps.org.access.hasUserPermission(context.user, permission);
  const publicCreatable = may(PUBLIC_LIST_VIEWS);
  return { createable: publicCreatable || may(OWN_LIST_VIEWS), publicCreatable };
}

/** Whether the user may change a list view. The list of records viewed last stays as it is. */
export function isUpdateable(ui: UiRequest, { definition }: ListView): boolean {
  if (isRecentView(definition)) return false;
  const { createable, publicCreatable } = listViewPermissions(ui);
  return definition.ownerId === null ? publicCreatable : createable;
}

/**
 * Whether the user may delete a list view.
 * DEVIATION: list views that come with their object stay; the platform lets most of them be deleted.
 */
export function isDeletable(ui: UiRequest, view: ListView): boolean {
  return isUpdateable(ui, view) && ui.deps.org.listViews.component(view.definition) !== undefined;
}

/** @throws ApiError INSUFFICIENT_ACCESS when the user may not */
export function requirePermission(allowed: boolean): void {
  if (!allowed) throw insufficientAccess();
}
