import type { ApiDeps } from '../../api-deps';
import { FavoriteStore } from '../favorites/favorite-store';
import { UserState } from '../user-state/user-state';

/** What the User Interface API works with. */
export interface UiServices {
  readonly deps: ApiDeps;
  readonly userState: UserState;
  readonly favorites: FavoriteStore;
}

/** Opens what the org remembers of its users' pages. */
export function uiServices(deps: ApiDeps): UiServices {
  const { store, clock } = deps.org;
  return {
    deps,
    userState: new UserState(store),
    favorites: new FavoriteStore(store, clock),
  };
}
