import type { RestRequest } from '../../http/resource';
import { booleanParameter, listParameter, numberParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import type { UiResource } from '../request/ui-resource';
import { withEtag } from '../values/etag';
import {
  appRepresentation,
  requireApp,
  selectApp,
  selectedApp,
  setUserNavItems,
  userNavItems,
  visibleApps,
} from './apps';
import { allNavItems, navItem } from './nav-items';

const PAGE = { fallback: 0, min: 0, max: 10_000 };
const PAGE_SIZE = { fallback: 25, min: 1, max: 2000 };

/**
 * Apps and the tabs in them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_apps.htm
 */
export const APP_RESOURCES: readonly UiResource[] = [
  { path: '/apps', GET: getApps },
  { path: '/apps/selected', GET: getSelected },
  { path: '/apps/:app', GET: getApp, PATCH: patchApp },
  { path: '/apps/:app/user-nav-items', GET: getUserNavItems, PUT: putUserNavItems },
  { path: '/nav-items', GET: getNavItems },
];

function getApps(ui: UiRequest, { query }: RestRequest): unknown {
  const customized = booleanParameter(query, 'userCustomizations');
  return withEtag({ apps: visibleApps(ui).map((app) => appRepresentation(ui, app, customized)) });
}

function getSelected(ui: UiRequest, { query }: RestRequest): unknown {
  const app = selectedApp(ui);
  return app && withEtag(appRepresentation(ui, app, booleanParameter(query, 'userCustomizations')));
}

function getApp(ui: UiRequest, { parameters, query }: RestRequest): unknown {
  const app = requireApp(ui, parameters['app'] ?? '');
  return withEtag(appRepresentation(ui, app, booleanParameter(query, 'userCustomizations')));
}

/** Makes the app the one that the user sees next time. */
function patchApp(ui: UiRequest, request: RestRequest): unknown {
  selectApp(ui, requireApp(ui, request.parameters['app'] ?? ''));
  return getApp(ui, request);
}

function getUserNavItems(ui: UiRequest, { parameters }: RestRequest): unknown {
  const app = requireApp(ui, parameters['app'] ?? '');
  return { navItems: userNavItems(ui, app) ?? app.tabs.flatMap((tab) => navItem(ui, tab) ?? []) };
}

function putUserNavItems(ui: UiRequest, { parameters, body }: RestRequest): unknown {
  return { navItems: setUserNavItems(ui, requireApp(ui, parameters['app'] ?? ''), body.json()) };
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_nav_items.htm */
function getNavItems(ui: UiRequest, { query }: RestRequest): unknown {
  const names = listParameter(query, 'navItemNames');
  const items = names.length > 0 ? names.flatMap((name) => navItem(ui, name) ?? []) : allNavItems(ui);
  const page = numberParameter(query, 'page', PAGE);
  const pageSize = numberParameter(query, 'pageSize', PAGE_SIZE);
  const url = (number: number): string => `${ui.basePath}/nav-items?page=${number}&pageSize=${pageSize}`;
  return withEtag({
    currentPageUrl: url(page),
    navItems: items.slice(page * pageSize, (page + 1) * pageSize),
    nextPageUrl: items.length > (page + 1) * pageSize ? url(page + 1) : null,
    previousPageUrl: page > 0 ? url(page - 1) : null,
  });
}
