import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../api-deps';
import { ACTION_RESOURCES } from './actions/action-resources';
import { QUICK_ACTION_RESOURCES } from './actions/quick-action-resources';
import { APP_RESOURCES } from './apps/app-resources';
import { DUPLICATE_RESOURCES } from './duplicates/duplicate-resources';
import { FAVORITE_RESOURCES } from './favorites/favorite-resources';
import { LAYOUT_RESOURCES } from './layouts/layout-resources';
import { LIST_VIEW_RESOURCES } from './list-views/list-view-resources';
import { registerListGroups } from './list-views/register-list-groups';
import { LOOKUP_RESOURCES } from './lookups/lookup-resources';
import { NOTIFICATION_RESOURCES } from './notifications/notification-resources';
import { OBJECT_INFO_RESOURCES } from './object-info/object-info-resources';
import { PICKLIST_VALUE_RESOURCES } from './picklist-values/picklist-value-resources';
import { RECENT_RESOURCES } from './recent-items/recent-resources';
import { RECORD_DEFAULT_RESOURCES } from './record-defaults/record-default-resources';
import { RECORD_RESOURCES } from './records/record-resources';
import { RELATED_LIST_RESOURCES } from './related-lists/related-list-resources';
import { toResource, type UiResource } from './request/ui-resource';
import { uiServices } from './request/ui-services';
import { SUGGESTION_RESOURCES } from './suggestions/suggestion-resources';
import { THEME_RESOURCES } from './themes/theme-resources';

/** Everything below `/services/data/vXX.X/ui-api`. */
const UI_RESOURCES: readonly UiResource[] = [
  ...OBJECT_INFO_RESOURCES,
  ...PICKLIST_VALUE_RESOURCES,
  ...LAYOUT_RESOURCES,
  ...RECORD_RESOURCES,
  ...RECORD_DEFAULT_RESOURCES,
  ...DUPLICATE_RESOURCES,
  ...LIST_VIEW_RESOURCES,
  ...RELATED_LIST_RESOURCES,
  ...LOOKUP_RESOURCES,
  ...ACTION_RESOURCES,
  ...QUICK_ACTION_RESOURCES,
  ...APP_RESOURCES,
  ...FAVORITE_RESOURCES,
  ...THEME_RESOURCES,
];

/** Resources of other families of the REST API that pages need and that rest on the same things. */
const PAGE_RESOURCES: readonly UiResource[] = [
  ...RECENT_RESOURCES,
  ...SUGGESTION_RESOURCES,
  ...NOTIFICATION_RESOURCES,
];

/**
 * Adds the User Interface API: what pages need to show and change records as the platform's own do.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_get_started.htm
 */
export function registerUiApi(app: FastifyInstance, deps: ApiDeps): void {
  const services = uiServices(deps);
  deps.resources.add(
    ...UI_RESOURCES.map((resource) => toResource('/ui-api', resource, services)),
    ...PAGE_RESOURCES.map((resource) => toResource('', resource, services)),
  );
  registerListGroups(app, services);
}
