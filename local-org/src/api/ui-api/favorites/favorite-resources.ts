import { ApiError } from '../../../core';
import type { SObjectType } from '../../../schema';
import type { RestRequest } from '../../http/resource';
import { NO_CONTENT } from '../../http/responses';
import { isJsonObject } from '../../rest/record-input';
import { findListViewById } from '../list-views/find-list-view';
import { navItem } from '../apps/nav-items';
import { requireTarget, requireUiObject } from '../request/find-object';
import { choiceOf } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import { UiAnswer, type UiResource } from '../request/ui-resource';
import { iconUrl, objectTheme } from '../themes/object-icons';
import { withEtag } from '../values/etag';
import { isoInstant } from '../values/field-value';
import { FAVORITE_TYPES, type Favorite, type FavoriteType } from './favorite-store';

const PLAIN_COLOR = '8E9ABF';

/**
 * The user's favorites.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_favorites.htm
 */
export const FAVORITE_RESOURCES: readonly UiResource[] = [
  { path: '/favorites', GET: (ui) => collection(ui), POST: create },
  { path: '/favorites/batch', PUT: replaceAll },
  { path: '/favorites/:id', GET: getOne, PATCH: update, DELETE: remove },
  { path: '/favorites/:id/usage', PATCH: use },
];

/** The object that a favorite shows, by its type. @throws ApiError when the user may not see the target */
const OBJECTS: Readonly<Record<FavoriteType, (ui: UiRequest, target: string) => SObjectType | null>> = {
  ListView: (ui, target) => findListViewById(ui, target).type,
  ObjectHome: (ui, target) => requireUiObject(ui, target),
  Record: (ui, target) => requireTarget(ui, target).type,
  Tab: (ui, target) => {
    if (!navItem(ui, target)) throw new ApiError('NOT_FOUND', `The tab ${target} does not exist`);
    return null;
  },
};

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_favorite.htm */
function representation(ui: UiRequest, favorite: Favorite): Record<string, unknown> {
  const { id, name, target, type: targetType, position, accesses, accessed } = favorite;
  const type = objectOf(ui, favorite);
  const theme = type
    ? objectTheme(ui, type)
    : { color: PLAIN_COLOR, iconUrl: iconUrl(ui, 'standard', 'default') };
  return {
    accessCount: accesses,
    iconColor: theme.color,
    iconUrl: theme.iconUrl,
    id,
    lastAccessDate: isoInstant(accessed),
    name,
    objectType: type?.name ?? null,
    sortOrder: position,
    subtitle: type?.definition.label ?? null,
    target,
    targetType,
  };
}

/** Null when the target is gone or closed to the user: the favorite stays, without the object. */
function objectOf(ui: UiRequest, { type, target }: Favorite): SObjectType | null {
  try {
    return OBJECTS[type](ui, target);
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

function collection(ui: UiRequest): Record<string, unknown> {
  const favorites = ui.favorites.list(ui.context.user.id);
  return withEtag({ favorites: favorites.map((favorite) => representation(ui, favorite)) });
}

function create(ui: UiRequest, { body }: RestRequest): UiAnswer {
  const { name, target, targetType } = inputOf(body.json());
  if (typeof name !== 'string' || typeof target !== 'string')
    throw invalidInput('name and target are needed');
  const type = choiceOf(String(targetType), 'targetType', FAVORITE_TYPES);
  OBJECTS[type](ui, target);
  const favorite = ui.favorites.add(ui.context.user.id, { name, target, type });
  return new UiAnswer({ status: 201, body: representation(ui, favorite) });
}

function getOne(ui: UiRequest, request: RestRequest): unknown {
  return representation(ui, requireFavorite(ui, request));
}

/** `{ name: 'My list', sortOrder: 1 }` */
function update(ui: UiRequest, request: RestRequest): unknown {
  const favorite = requireFavorite(ui, request);
  const { name, sortOrder } = inputOf(request.body.json());
  const renamed = typeof name === 'string' ? { ...favorite, name } : favorite;
  const others = ui.favorites.list(ui.context.user.id).filter(({ id }) => id !== favorite.id);
  const position = typeof sortOrder === 'number' ? sortOrder : favorite.position;
  ui.favorites.replace(ui.context.user.id, others.toSpliced(Math.max(0, position - 1), 0, renamed));
  return getOne(ui, request);
}

function remove(ui: UiRequest, request: RestRequest): UiAnswer {
  const favorite = requireFavorite(ui, request);
  const others = ui.favorites.list(ui.context.user.id).filter(({ id }) => id !== favorite.id);
  ui.favorites.replace(ui.context.user.id, others);
  return new UiAnswer(NO_CONTENT);
}

function use(ui: UiRequest, request: RestRequest): unknown {
  return representation(ui, ui.favorites.use(ui.context.user.id, requireFavorite(ui, request)));
}

/** `{ favorites: [{ id, name }] }`: the ones to keep, in their new order. */
function replaceAll(ui: UiRequest, { body }: RestRequest): unknown {
  const { favorites: entries } = inputOf(body.json());
  if (!Array.isArray(entries)) throw invalidInput('favorites must be a list');
  const known = new Map(ui.favorites.list(ui.context.user.id).map((favorite) => [favorite.id, favorite]));
  const kept = (entries as unknown[]).map((entry) => {
    const { id, name } = inputOf(entry);
    const favorite = known.get(String(id));
    if (!favorite) throw new ApiError('INVALID_ID_FIELD', `There is no favorite ${String(id)}`);
    return typeof name === 'string' ? { ...favorite, name } : favorite;
  });
  ui.favorites.replace(ui.context.user.id, kept);
  return collection(ui);
}

function requireFavorite(ui: UiRequest, { parameters }: RestRequest): Favorite {
  const favorite = ui.favorites.list(ui.context.user.id).find(({ id }) => id === parameters['id']);
  if (!favorite) throw new ApiError('NOT_FOUND', 'The requested favorite does not exist');
  return favorite;
}

function inputOf(body: unknown): Readonly<Record<string, unknown>> {
  if (!isJsonObject(body)) throw invalidInput('The request body must be an object');
  return body;
}

function invalidInput(message: string): ApiError {
  return new ApiError('JSON_PARSER_ERROR', message);
}
