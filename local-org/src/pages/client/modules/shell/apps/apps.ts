import { queryString, request, UI_API } from 'shell/http';
import type { PageReference } from 'shell/router';

/** An entry of an app's navigation. @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_nav_item.htm */
export interface NavItemRepresentation {
  readonly developerName: string;
  readonly label: string;
  readonly itemType: string;
  readonly objectApiName?: string | null;
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

/** The apps that the user may open, as the launcher shows them. */
export async function loadApps(): Promise<readonly AppRepresentation[]> {
  const query = queryString({ formFactor: 'Large' });
  const { apps } = await request<{ readonly apps: readonly AppRepresentation[] }>(`${UI_API}/apps${query}`);
  return apps;
}

/** Developer name of the app that was open last in this browser. */
export function rememberedApp(): string | undefined {
  return localStorage.getItem(REMEMBERED) ?? undefined;
}

/** Keeps the app that is open for the next page. */
export function rememberApp(developerName: string): void {
  localStorage.setItem(REMEMBERED, developerName);
}
