import type { FastifyRequest } from 'fastify';
import { ApiError, sessionCookieToken } from '../../core';
import type { PageSession, PageSessions } from '../ports';

/** A session with the token that names it. */
export interface BrowserSession extends PageSession {
  readonly token: string;
}

/** The session that a browser's cookie names; undefined when there is none that lives. */
export function browserSession(request: FastifyRequest, sessions: PageSessions): BrowserSession | undefined {
  const token = sessionCookieToken(request.headers.cookie, request.host);
  const session = token === undefined ? undefined : sessions.find(token);
  return token !== undefined && session ? { token, user: session.user } : undefined;
}

/** The session of a request that a page makes. @throws ApiError INVALID_SESSION_ID without one, or when it has ended */
export function requireBrowserSession(request: FastifyRequest, sessions: PageSessions): BrowserSession {
  const session = browserSession(request, sessions);
  if (!session) throw new ApiError('INVALID_SESSION_ID', 'Session expired or invalid');
  return session;
}
