import { request, UI_API } from 'shell/http';
import { loadListInfo, RECENT_LIST } from 'shell/lists';
import type { PageReference } from 'shell/router';

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_favorite.htm */
export interface FavoriteRepresentation {
  readonly id: string;
  readonly name: string;
  /** Record or list view id, object, tab. */
  readonly target: string;
  readonly targetType: FavoriteType;
  /** Object that the target is of; null when it has none, or is gone. */
  readonly objectType: string | null;
  /** Label of that object. */
  readonly subtitle: string | null;
}

export type FavoriteType = 'ListView' | 'ObjectHome' | 'Record' | 'Tab';

/** What a favorite leads to. */
export type FavoriteTarget = Pick<FavoriteRepresentation, 'target' | 'targetType'>;

const PATH = `${UI_API}/favorites`;
const HOME_TAB = 'standard-home';
const STANDARD_TAB = /^standard-(?!home$)/;

/** Reads the user's favorites in their order. */
export async function loadFavorites(): Promise<readonly FavoriteRepresentation[]> {
  return (await request<{ readonly favorites: readonly FavoriteRepresentation[] }>(PATH)).favorites;
}

/** Keeps a page as a favorite. @throws FetchResponseError when the org refuses */
export function addFavorite(name: string, target: FavoriteTarget): Promise<FavoriteRepresentation> {
  return request(PATH, { method: 'POST', body: { name, ...target } });
}

/** Takes a favorite away. @throws FetchResponseError when the org refuses */
export async function removeFavorite(id: string): Promise<void> {
  await request(`${PATH}/${id}`, { method: 'DELETE' });
}

/** Counts that a favorite was opened. @throws FetchResponseError when it is gone */
export async function useFavorite(id: string): Promise<void> {
  await request(`${PATH}/${id}/usage`, { method: 'PATCH' });
}

/** What a page is as a favorite; undefined for a page that cannot be one. */
export async function favoriteTargetOf({
  type,
  attributes = {},
  state = {},
}: PageReference): Promise<FavoriteTarget | undefined> {
  const { recordId, objectApiName, apiName, pageName, actionName } = attributes;
  if (type === 'standard__recordPage' && recordId) return { target: recordId, targetType: 'Record' };
  if (type === 'standard__navItemPage' && apiName) return { target: apiName, targetType: 'Tab' };
  if (type === 'standard__namedPage' && pageName === 'home') return { target: HOME_TAB, targetType: 'Tab' };
  if (type !== 'standard__objectPage' || !objectApiName) return undefined;
  const { filterName = RECENT_LIST } = state;
  if (actionName === 'home' || filterName === RECENT_LIST) {
    return { target: objectApiName, targetType: 'ObjectHome' };
  }
  const { id } = (await loadListInfo(objectApiName, filterName)).listReference;
  return id === null
    ? { target: objectApiName, targetType: 'ObjectHome' }
    : { target: id, targetType: 'ListView' };
}

/** The page of a favorite. */
export function favoritePage({ target, targetType, objectType }: FavoriteRepresentation): PageReference {
  const objectApiName = objectType ?? undefined;
  if (targetType === 'Record') {
    const attributes = { recordId: target, objectApiName, actionName: 'view' };
    return { type: 'standard__recordPage', attributes };
  }
  if (targetType === 'ListView') {
    const attributes = { objectApiName, actionName: 'list' };
    return { type: 'standard__objectPage', attributes, state: { filterName: target } };
  }
  if (targetType === 'Tab' && target === HOME_TAB) {
    return { type: 'standard__namedPage', attributes: { pageName: 'home' } };
  }
  if (targetType === 'Tab' && !STANDARD_TAB.test(target)) {
    return { type: 'standard__navItemPage', attributes: { apiName: target } };
  }
  const attributes = { objectApiName: target.replace(STANDARD_TAB, ''), actionName: 'home' };
  return { type: 'standard__objectPage', attributes };
}
