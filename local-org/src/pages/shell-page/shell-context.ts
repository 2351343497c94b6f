import type { RunningUser } from '../../execution';
import type { LocalOrg } from '../../org';

/** What the shell knows from the start; it stands in the page as JSON. */
export interface ShellContext {
  readonly org: { readonly id: string; readonly name: string };
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    /** `en-US`, as browsers spell it. */
    readonly language: string;
    readonly locale: string;
    readonly timeZone: string;
  };
  /** Version of the APIs that pages call: `67.0`. */
  readonly apiVersion: string;
}

/** The context of a user's pages. */
export function shellContext(user: RunningUser, { info, store }: LocalOrg, apiVersion: number): ShellContext {
  const row = store.prepare('SELECT "Name" AS name FROM "User" WHERE "Id" = ?').get(user.id);
  return {
    org: { id: info.id, name: info.name },
    user: {
      id: user.id,
      username: user.username,
      name: (row?.['name'] as string | null | undefined) ?? user.username,
      language: user.language.replace(/_/g, '-'),
      locale: user.locale.replace(/_/g, '-'),
      timeZone: user.timeZone,
    },
    apiVersion: `${apiVersion}.0`,
  };
}
