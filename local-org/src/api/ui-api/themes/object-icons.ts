import { tabs } from '../../../metadata';
import type { SObjectType } from '../../../schema';
import type { UiRequest } from '../request/ui-request';

/** Color and icon of an object. */
export interface ThemeInfo {
  /** Hexadecimal, without `#`. */
  readonly color: string;
  readonly iconUrl: string;
}

/** Icons of standard objects and their colors, as the design system has them; objects that are absent take the plain one. */
const STANDARD_ICONS: Readonly<Record<string, readonly [icon: string, color: string]>> = {
  Account: ['account', '5867E8'],
  Asset: ['asset_object', '3BA755'],
  Campaign: ['campaign', 'F38303'],
  CampaignMember: ['campaign_members', 'F38303'],
  Case: ['case', 'FF538A'],
  Contact: ['contact', '9602C7'],
  ContentDocument: ['file', 'BAAC93'],
  Contract: ['contract', '06A59A'],
  Dashboard: ['dashboard', 'D7409A'],
  EmailMessage: ['email', '939393'],
  Event: ['event', 'CB65FF'],
  Group: ['groups', '5867E8'],
  Lead: ['lead', 'FF538A'],
  Note: ['note', 'E3CF57'],
  Opportunity: ['opportunity', 'FF5D2D'],
  OpportunityContactRole: ['opportunity_contact_role', '9602C7'],
  OpportunityLineItem: ['product', 'B781D3'],
  Order: ['orders', '06A59A'],
  Pricebook2: ['pricebook', 'B781D3'],
  Product2: ['product', 'B781D3'],
  Profile: ['user', '3C97DD'],
  Quote: ['quotes', '06A59A'],
  Report: ['report', '06A59A'],
  Task: ['task', '3BA755'],
  User: ['user', '3C97DD'],
};
/** An icon of those that standard objects without one of their own show. */
const PLAIN_ICON = ['default', '8E9ABF'] as const;
/** Color of custom objects. DEVIATION: custom icons have one color here; the design system gives each its own. */
const CUSTOM_COLOR = 'FF7B84';
const ICON_ROOT = '/img/icon/t4v35';
const ICON_SIZE = 120;

/**
 * The icon that an object shows: `{ color: '5867E8', iconUrl: 'https://.../standard/account_120.png' }`. Custom objects
 * take the one that the motif of their tab names (`Custom67: Gears`).
 */
export function objectTheme(ui: UiRequest, type: SObjectType): ThemeInfo {
  if (!type.definition.custom) {
    const [icon, color] = STANDARD_ICONS[type.name] ?? PLAIN_ICON;
    return { color, iconUrl: iconUrl(ui, 'standard', icon) };
  }
  const tab = tabs(ui.deps.org.components()).find(
    ({ name }) => name.toLowerCase() === type.name.toLowerCase(),
  );
  const [, number] = /^custom(\d+)/i.exec(tab?.motif ?? '') ?? [];
  if (number === undefined) return { color: PLAIN_ICON[1], iconUrl: iconUrl(ui, 'standard', PLAIN_ICON[0]) };
  return { color: CUSTOM_COLOR, iconUrl: iconUrl(ui, 'custom', `custom${number}`) };
}

/** Address of an icon: `iconUrl(ui, 'standard', 'account')`. */
export function iconUrl({ baseUrl }: UiRequest, kind: string, name: string): string {
  return `${baseUrl}${ICON_ROOT}/${kind}/${name}_${ICON_SIZE}.png`;
}
