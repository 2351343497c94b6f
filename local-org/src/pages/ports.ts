import type { RunningUser } from '../execution';

/** A live session of a browser. */
export interface PageSession {
  readonly user: RunningUser;
}

/**
 * Sessions as pages need them; the API's session store is one. Pages do not import the API: the server that composes
 * both hands it over.
 */
export interface PageSessions {
  /** The live session of a token; undefined when it is unknown or has expired. */
  find(token: string): PageSession | undefined;
  /** Opens a session that no client app asked for. */
  create(user: RunningUser, client: null): { readonly token: string };
  /** Ends a session. */
  revoke(token: string): boolean;
}
