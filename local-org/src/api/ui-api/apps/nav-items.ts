import { recordIdFromName } from '../../../core';
import { tabs, type TabDefinition } from '../../../metadata';
import { mayOpenTab } from '../../../org';
import type { SObjectType } from '../../../schema';
import { iconUrl, objectTheme } from '../themes/object-icons';
import type { UiRequest } from '../request/ui-request';

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_page_reference.htm */
interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly state: Readonly<Record<string, unknown>>;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_nav_item.htm */
export interface NavItem {
  readonly availableInClassic: boolean;
  readonly availableInLightning: boolean;
  readonly color: string;
  readonly content: string | null;
  readonly custom: boolean;
  readonly developerName: string;
  readonly iconUrl: string;
  readonly id: string;
  readonly itemType: string;
  readonly label: string;
  readonly objectApiName: string | null;
  readonly objectLabel: string | null;
  readonly objectLabelPlural: string | null;
  readonly pageReference: PageReference;
  readonly standardType: string | null;
}

interface StandardItem {
  readonly label: string;
  readonly standardType: string;
  readonly icon: string;
  readonly pageReference: PageReference;
}

const named = (pageName: string): PageReference => ({
  type: 'standard__namedPage',
  attributes: { pageName },
  state: {},
});
const objectHome = (objectApiName: string): PageReference => ({
  type: 'standard__objectPage',
  attributes: { actionName: 'home', objectApiName },
  state: {},
});

/** Tabs of the platform that show no object of the schema, by their names in apps. */
const STANDARD_ITEMS: Readonly<Record<string, StandardItem>> = {
  'standard-home': { label: 'Home', standardType: 'Home', icon: 'home', pageReference: named('home') },
  'standard-dashboard': {
    label: 'Dashboards',
    standardType: 'Dashboards',
    icon: 'dashboard',
    pageReference: objectHome('Dashboard'),
  },
  'standard-report': {
    label: 'Reports',
    standardType: 'Reports',
    icon: 'report',
    pageReference: objectHome('Report'),
  },
  'standard-feed': { label: 'Chatter', standardType: 'Feeds', icon: 'feed', pageReference: named('chatter') },
  'standard-event': {
    label: 'Calendar',
    standardType: 'Events',
    icon: 'event',
    pageReference: objectHome('Event'),
  },
  'standard-forecasting3': {
    label: 'Forecasts',
    standardType: 'Forecasting3',
    icon: 'forecasts',
    pageReference: named('forecasting'),
  },
  'standard-file': {
    label: 'Files',
    standardType: 'Files',
    icon: 'file',
    pageReference: objectHome('ContentDocument'),
  },
};
const STANDARD_COLOR = '5867E8';
/** Types of custom tabs that show no object. */
const ITEM_TYPES: Readonly<Record<Exclude<TabDefinition['kind'], 'object'>, string>> = {
  aura: 'TabAura',
  flexiPage: 'TabFlexiPage',
  lwc: 'TabAura',
  page: 'TabApexPage',
  url: 'TabWeb',
};
const PREFIX = /^standard-/i;

/** The item of a tab as apps name it (`standard-Account`, `Thing__c`); undefined when the user may not see it. */
export function navItem(ui: UiRequest, tabName: string): NavItem | undefined {
  const standard = STANDARD_ITEMS[tabName.toLowerCase()];
  if (standard) return standardItem(ui, tabName, standard);
  const { org } = ui.deps;
  const tab = tabs(org.components()).find(({ name }) => name.toLowerCase() === tabName.toLowerCase());
  const type = org.schema().find(tabName.replace(PREFIX, ''));
  if (type && (!tab || tab.kind === 'object')) return objectItem(ui, tabName, type);
  return tab && mayOpenTab(ui.deps.org, ui.context.user, tab.name) ? customItem(ui, tab) : undefined;
}

/** All tabs that the user may see: those of the platform, of objects with pages, and custom ones. */
export function allNavItems(ui: UiRequest): NavItem[] {
  const { org } = ui.deps;
  const objects = [...org.schema().all()].filter(
    ({ definition }) =>
      !definition.custom && definition.capabilities.layoutable && definition.capabilities.searchable,
  );
  const names = [
    ...Object.keys(STANDARD_ITEMS),
    ...objects.map(({ name }) => `standard-${name}`),
    ...tabs(org.components()).map(({ name }) => name),
  ];
  const items = [...new Set(names)].flatMap((name) => navItem(ui, name) ?? []);
  return items.sort((a, b) => (a.label < b.label ? -1 : 1));
}

function standardItem(ui: UiRequest, tabName: string, item: StandardItem): NavItem {
  return {
    ...base(tabName, item.label),
    color: STANDARD_COLOR,
    custom: false,
    iconUrl: iconUrl(ui, 'standard', item.icon),
    itemType: 'Standard',
    pageReference: item.pageReference,
    standardType: item.standardType,
  };
}

function objectItem(ui: UiRequest, tabName: string, type: SObjectType): NavItem | undefined {
  if (!ui.deps.org.access.objectAccess(ui.context.user, type.name).read) return undefined;
  const { label, labelPlural, custom } = type.definition;
  return {
    ...base(tabName, labelPlural),
    ...objectTheme(ui, type),
    content: `/lightning/o/${type.name}/home`,
    custom,
    itemType: 'Entity',
    objectApiName: type.name,
    objectLabel: label,
    objectLabelPlural: labelPlural,
    pageReference: objectHome(type.name),
    standardType: null,
  };
}

function customItem(ui: UiRequest, tab: TabDefinition): NavItem {
  const { name, kind, target } = tab;
  const [, number] = /^custom(\d+)/i.exec(tab.motif ?? '') ?? [];
  return {
    ...base(name, tab.label ?? name),
    color: STANDARD_COLOR,
    content: kind === 'url' ? target : `/lightning/n/${name}`,
    custom: true,
    iconUrl:
      number === undefined ? iconUrl(ui, 'standard', 'default') : iconUrl(ui, 'custom', `custom${number}`),
    itemType: kind === 'object' ? 'Entity' : ITEM_TYPES[kind],
    pageReference: { type: 'standard__navItemPage', attributes: { apiName: name }, state: {} },
    standardType: null,
  };
}

function base(
  developerName: string,
  label: string,
): Pick<
  NavItem,
  | 'availableInClassic'
  | 'availableInLightning'
  | 'content'
  | 'developerName'
  | 'id'
  | 'label'
  | 'objectApiName'
  | 'objectLabel'
  | 'objectLabelPlural'
> {
  return {
    availableInClassic: false,
    availableInLightning: true,
    content: null,
    developerName,
    id: recordIdFromName('01r', developerName),
    label,
    objectApiName: null,
    objectLabel: null,
    objectLabelPlural: null,
  };
}
