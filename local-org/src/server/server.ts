import { createApi, SessionStore } from '../api';
import { LocalOrgError } from '../core';
import type { LocalOrg } from '../org';
import { registerPages } from '../pages';
import { registerControlRoutes } from './control-routes';

export interface ServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
}

/** A listening org. */
export interface OrgServer {
  /** `http://127.0.0.1:7070`, without a slash at the end. */
  readonly url: string;
  /** Settles when the first Lightning page can be shown. */
  pagesReady(): Promise<void>;
  /** Opens a session for a user without a login, for the process that started the server. */
  createAccessToken(username: string): string;
  /** Stops listening and waits for queued deploys. The org stays open. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const JOB_INTERVAL_MS = 500;

/**
 * Makes an org listen on this machine only.
 * @throws LocalOrgError PORT_IN_USE, PORT_FORBIDDEN
 */
export async function startServer(org: LocalOrg, options: ServerOptions): Promise<OrgServer> {
  const app = createApi(org);
  const sessions = new SessionStore(org);
  registerControlRoutes(app, org, sessions);
  const pages = registerPages(app, org, sessions);
  let url: string;
  try {
    url = await app.listen({ port: options.port, host: HOST });
  } catch (cause) {
    throw listenError(cause, options.port);
  }
  org.serverUrl = url;
  // Nothing is urgent: what falls due waits half a second at most, and a process that has nothing else to do may end.
  const timer = setInterval(() => org.jobs.runDue(), JOB_INTERVAL_MS).unref();
  return {
    url,
    pagesReady: () => pages.ready(),
    createAccessToken: (username) => {
      const user = org.users.findByUsername(username);
      if (!user) {
        throw new LocalOrgError('USER_MISSING', `There is no active user ${username}`, {
          actions: ['Name an existing user with --username', 'Or clear the state: npm run reset'],
        });
      }
      return sessions.create(user, null).token;
    },
    close: async () => {
      clearInterval(timer);
      await pages.close();
      await app.close();
      await org.metadata.idle();
    },
  };
}

function listenError(cause: unknown, port: number): LocalOrgError {
  const code = (cause as NodeJS.ErrnoException).code;
  return code === 'EADDRINUSE'
    ? new LocalOrgError('PORT_IN_USE', `Port ${port} is in use`, {
        cause,
        actions: [
          'Stop what listens there; it may be another local org',
          'Or choose another: --port 0 takes a free one',
        ],
      })
    : new LocalOrgError('PORT_FORBIDDEN', `The org cannot listen on port ${port}: ${String(code)}`, {
        cause,
        actions: ['Choose another port between 1024 and 65535'],
      });
}
