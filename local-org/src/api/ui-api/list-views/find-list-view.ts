import { ApiError, isRecordId, toId18 } from '../../../core';
import { listViewsOfObject, RECENTLY_VIEWED, type ListViewDefinition } from '../../../metadata';
import { userSetsOf } from '../../../org';
import type { SObjectType } from '../../../schema';
import { requireUiObject } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';

/** A list view with its object. */
export interface ListView {
  readonly type: SObjectType;
  readonly definition: ListViewDefinition;
}

/** Name by which the list of records viewed last may be called on every object. */
const RECENT_NAME = '__recent';
/** Whoever customizes the org sees all list views, since the permission to manage public ones comes with it. */
const SEES_ALL = 'CustomizeApplication';

/**
 * The list views of an object that the user sees, by label.
 * UNVERIFIED: a private list view comes before one for all that is deployed later under the same name.
 */
export function visibleListViews(ui: UiRequest, type: SObjectType): ListView[] {
  const { org } = ui.deps;
  const shared = listViewsOfObject(org.components(), type).filter((definition) => isVisible(ui, definition));
  return [...org.listViews.privateOf(type, ui.context.user.id), ...shared]
    .map((definition) => ({ type, definition }))
    .sort((a, b) => (a.definition.label < b.definition.label ? -1 : 1));
}

/**
 * A list view by object and name: `Opportunity`, `My_Open_Deals`; `__Recent` is that of the records viewed last. Its id
 * does for a name, as in addresses of pages.
 * @throws ApiError NOT_FOUND when there is none, or none that the user sees
 */
export function findListView(ui: UiRequest, objectName: string, name: string): ListView {
  const type = requireUiObject(ui, objectName);
  const wanted = name.toLowerCase();
  const id = isRecordId(name) ? toId18(name) : undefined;
  return requireView(
    visibleListViews(ui, type).find(({ definition }) =>
      wanted === RECENT_NAME
        ? isRecentView(definition)
        : definition.id === id || definition.name.toLowerCase() === wanted,
    ),
  );
}

/** A list view by its id. @throws ApiError NOT_FOUND */
export function findListViewById(ui: UiRequest, id: string): ListView {
  const { org } = ui.deps;
  const wanted = isRecordId(id) ? toId18(id) : '';
  const listsOf = (type: SObjectType): readonly ListViewDefinition[] => [
    ...listViewsOfObject(org.components(), type),
    ...org.listViews.privateOf(type, ui.context.user.id),
  ];
  const found = [...org.schema().all()].find(
    (candidate) =>
      candidate.definition.capabilities.layoutable &&
      listsOf(candidate).some((definition) => definition.id === wanted),
  );
  const type = requireUiObject(ui, requireView(found).name);
  return requireView(visibleListViews(ui, type).find(({ definition }) => definition.id === wanted));
}

/** Whether a list shows the records that the user viewed last. */
export function isRecentView({ scope }: ListViewDefinition): boolean {
  return scope === RECENTLY_VIEWED;
}

function requireView<T>(view: T | undefined): T {
  if (view === undefined) throw new ApiError('NOT_FOUND', 'The requested list view does not exist');
  return view;
}

function isVisible({ deps, context }: UiRequest, { sharedTo }: ListViewDefinition): boolean {
  const { access } = deps.org;
  if (sharedTo === null || access.hasUserPermission(context.user, SEES_ALL)) return true;
  return userSetsOf(sharedTo).some((set) => access.isInSet(context.user, set));
}
