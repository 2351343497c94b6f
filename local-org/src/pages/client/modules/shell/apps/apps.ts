import { queryString, request, UI_API } from 'shell/http';
import type { PageReference } from 'shell/router';

/** An entry of an app's navigation. @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_nav_item.htm */
export interface NavItemRepresentation {
  readonly developerName: string;
  readonly label: string;
  readonly itemType: string;
  readonly objectApiName?: string | null;
  readonly objectLabel?: string | null;
  readonly iconUrl?: string | null;
  readonly pageReference?: PageReference | null;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_app.htm */
export interface AppRepresentation {
  readonly appId: string;
  readonly developerName: string;
  readonly label: string;
  readonly description?: string | null;
  readonly headerColor?: string | null;
  readonly selected: boolean;
  readonly navItems: readonly NavItemRepresentation[];
}

const REMEMBERED = 'localOrgApp';
const OBJECT_ITEM = 'Entity';
const MAX_ITEMS = 100;

/** The apps that the user may open, as the launcher shows them. */
export async function loadApps(): Promise<readonly AppRepresentation[]> {
  const query = queryString({ formFactor: 'Large' });
  const { apps } = await request<{ readonly apps: readonly AppRepresentation[] }>(`${UI_API}/apps${query}`);
  return apps;
}

/** Everything that may stand in a navigation and is the user's to see. */
export async function loadItems(): Promise<readonly NavItemRepresentation[]> {
  const query = queryString({ formFactor: 'Large', pageSize: MAX_ITEMS });
  const { navItems } = await request<{ readonly navItems: readonly NavItemRepresentation[] }>(
    `${UI_API}/nav-items${query}`,
  );
  return navItems;
}

/** Where an entry of a navigation leads. */
export function itemTarget({
  pageReference,
  itemType,
  objectApiName,
  developerName,
}: NavItemRepresentation): PageReference {
  if (pageReference) return pageReference;
  if (itemType === OBJECT_ITEM || objectApiName) {
    const attributes = { objectApiName: objectApiName ?? developerName, actionName: 'home' };
    return { type: 'standard__objectPage', attributes };
  }
  return developerName === 'standard-home'
    ? { type: 'standard__namedPage', attributes: { pageName: 'home' } }
    : { type: 'standard__navItemPage', attributes: { apiName: developerName } };
}

/** Developer name of the app that was open last in this browser. */
export function rememberedApp(): string | undefined {
  return localStorage.getItem(REMEMBERED) ?? undefined;
}

/** Keeps the app that is open for the next page. */
export function rememberApp(developerName: string): void {
  localStorage.setItem(REMEMBERED, developerName);
}
