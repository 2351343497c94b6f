import type { FastifyRequest } from 'fastify';
import { ApiError, sessionCookieToken } from '../../core';
import type { ApiDeps } from '../api-deps';
import { authenticate } from '../auth/authenticate';
import type { Session } from '../auth/session-store';
import { invalidSession } from './errors';

/** Header that pages of the org send with what they save; a form or image of another site cannot. */
const PAGE_HEADER = 'x-local-org-page';
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * The session of a request, wherever it names one: the Authorization header, or the cookie that a page's own requests
 * carry. Every family that has routes of its own asks here.
 *
 * A cookie alone changes nothing: such a request must also carry the header of the org's pages, so that no other site
 * can act in the user's name.
 * @throws ApiError INVALID_SESSION_ID, INVALID_AUTH_HEADER
 */
export function sessionOf(request: FastifyRequest, deps: ApiDeps): Session {
  const { authorization, cookie } = request.headers;
  const token = authorization === undefined ? sessionCookieToken(cookie, request.host) : undefined;
  if (token === undefined) return authenticate(authorization, deps);
  if (!SAFE_METHODS.has(request.method) && request.headers[PAGE_HEADER] === undefined) {
    throw new ApiError(
      'INVALID_SESSION_ID',
      `A request with a session cookie needs the header ${PAGE_HEADER}`,
    );
  }
  const session = deps.sessions.find(token);
  if (!session) throw invalidSession();
  return session;
}
