import { ApiError, recordIdFromName } from '../../../core';
import { applications, type ApplicationDefinition } from '../../../metadata';
import { userGrants } from '../../../org';
import { isJsonObject } from '../../rest/record-input';
import { iconUrl } from '../themes/object-icons';
import type { UiRequest } from '../request/ui-request';
import { allNavItems, navItem, type NavItem } from './nav-items';

/**
 * The app that every org comes with.
 * DEVIATION: a new org has several more (Service, Marketing, Community).
 */
const SALES_APP: ApplicationDefinition = {
  name: 'standard__LightningSales',
  label: 'Sales',
  description: 'Manage your sales process with accounts, leads, opportunities, and more',
  tabs: [
    'standard-home',
    'standard-Opportunity',
    'standard-Lead',
    'standard-Task',
    'standard-Account',
    'standard-Contact',
    'standard-Campaign',
    'standard-Dashboard',
    'standard-report',
  ],
  isLightning: true,
  utilityBar: null,
};
const HEADER_COLOR = '#0070D2';
/** Under which name a user's choice of an app is kept. */
const SELECTED = 'app';

/** The Lightning apps that the user may open, by label. */
export function visibleApps(ui: UiRequest): ApplicationDefinition[] {
  const { org } = ui.deps;
  const deployed = applications(org.components()).filter(({ isLightning }) => isLightning);
  const standard = deployed.some(({ name }) => name === SALES_APP.name) ? [] : [SALES_APP];
  const granted = grantedApps(ui);
  const visible = deployed.filter(({ name }) => granted === 'all' || granted.has(name.toLowerCase()));
  return [...visible, ...standard].sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** Apps that profile and permission sets open; whoever customizes the org sees all. */
function grantedApps(ui: UiRequest): ReadonlySet<string> | 'all' {
  const { org } = ui.deps;
  const { user } = ui.context;
  if (org.access.hasUserPermission(user, 'CustomizeApplication')) return 'all';
  const { ofProfile, ofPermissionSets } = userGrants(org.store, org.components(), user);
  const names = [...ofProfile, ...ofPermissionSets].flatMap((grants) => grants.applications);
  return new Set(names.map((name) => name.toLowerCase()));
}

/** The id of an app: `06m...`. */
export function appId({ name }: ApplicationDefinition): string {
  return recordIdFromName('06m', name);
}

/** An app by id or developer name. @throws ApiError NOT_FOUND when the user may open none of that name */
export function requireApp(ui: UiRequest, idOrName: string): ApplicationDefinition {
  const wanted = idOrName.toLowerCase();
  const app = visibleApps(ui).find(
    (entry) => appId(entry) === idOrName || entry.name.toLowerCase() === wanted,
  );
  if (!app) throw new ApiError('NOT_FOUND', 'The requested app does not exist');
  return app;
}

/** The app that the user chose last; one that was deployed comes before the platform's own. */
export function selectedApp(ui: UiRequest): ApplicationDefinition | undefined {
  const apps = visibleApps(ui);
  const chosen = ui.userState.get(ui.context.user.id, 'selectedApp', SELECTED);
  return apps.find((app) => appId(app) === chosen) ?? apps.find((app) => app !== SALES_APP) ?? apps[0];
}

/** Notes which app the user chose. */
export function selectApp(ui: UiRequest, app: ApplicationDefinition): void {
  ui.userState.set(ui.context.user.id, 'selectedApp', SELECTED, appId(app));
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_app.htm */
export function appRepresentation(
  ui: UiRequest,
  app: ApplicationDefinition,
  userCustomizations: boolean,
): Record<string, unknown> {
  const navItems = app.tabs.flatMap((tab) => navItem(ui, tab) ?? []);
  return {
    appId: appId(app),
    description: app.description,
    developerName: app.name,
    formFactors: ['Large'],
    headerColor: HEADER_COLOR,
    iconUrl: iconUrl(ui, 'standard', 'apps'),
    isNavAutoTempTabsDisabled: false,
    isNavPersonalizationDisabled: false,
    isNavTabPersistenceDisabled: false,
    isOmniPinnedViewEnabled: false,
    label: app.label,
    logoUrl: null,
    mobileStartUrl: null,
    navItems,
    selected: selectedApp(ui)?.name === app.name,
    startUrl: `/lightning/app/${app.name}`,
    type: 'Lightning',
    userNavItems: userCustomizations ? (userNavItems(ui, app) ?? navItems) : [],
  };
}

/** The items that a user has put together for an app; undefined when the user has not. */
export function userNavItems(ui: UiRequest, app: ApplicationDefinition): NavItem[] | undefined {
  const stored = ui.userState.get(ui.context.user.id, 'navItems', app.name);
  if (!Array.isArray(stored)) return undefined;
  const known = new Map(allNavItems(ui).map((item) => [item.id, item]));
  return (stored as NavItem[]).flatMap((item) => {
    const tab = known.get(item.id);
    return tab
      ? [{ ...tab, label: item.label }]
      : item.pageReference.type === 'standard__navItemPage'
        ? []
        : [item];
  });
}

/**
 * Keeps the items that a user wants in an app: known ones by id, and pages by their reference.
 * @throws ApiError JSON_PARSER_ERROR, INVALID_ID_FIELD
 */
export function setUserNavItems(ui: UiRequest, app: ApplicationDefinition, body: unknown): NavItem[] {
  const entries = isJsonObject(body) ? body['navItems'] : undefined;
  if (!Array.isArray(entries)) throw new ApiError('JSON_PARSER_ERROR', 'navItems must be a list');
  const known = new Map(
    [...allNavItems(ui), ...(userNavItems(ui, app) ?? [])].map((item) => [item.id, item]),
  );
  const items = (entries as unknown[]).map((entry): NavItem => {
    const { id, label, pageReference } = isJsonObject(entry) ? entry : {};
    const item =
      typeof id === 'string'
        ? known.get(id)
        : isJsonObject(pageReference)
          ? pageItem(ui, pageReference)
          : undefined;
    if (!item) throw new ApiError('INVALID_ID_FIELD', `There is no navigation item ${String(id)}`);
    return typeof label === 'string' ? { ...item, label } : item;
  });
  ui.userState.set(ui.context.user.id, 'navItems', app.name, items);
  return items;
}

/** An item for a page that has no tab: a record or a list view. */
function pageItem(ui: UiRequest, reference: Readonly<Record<string, unknown>>): NavItem | undefined {
  const attributes = isJsonObject(reference['attributes']) ? reference['attributes'] : {};
  const object = attributes['objectApiName'];
  const item = typeof object === 'string' ? navItem(ui, object) : undefined;
  if (!item) return undefined;
  const state = isJsonObject(reference['state']) ? reference['state'] : {};
  const key = JSON.stringify([reference['type'], attributes, state]);
  return {
    ...item,
    id: recordIdFromName('0Qk', key),
    itemType: attributes['recordId'] === undefined ? item.itemType : 'Record',
    pageReference: { type: String(reference['type']), attributes, state },
  };
}
