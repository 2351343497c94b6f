import { ApiError } from '../../core';
import type { ApiDeps } from '../api-deps';
import { invalidSession } from '../http/errors';
import type { Session } from './session-store';

/** `Bearer TOKEN` and `OAuth TOKEN` mean the same. */
const AUTHORIZATION = /^(?:Bearer|OAuth)\s+(\S+)$/i;

/** The token of an Authorization header; undefined when it carries none. */
export function tokenOf(authorization: string | undefined): string | undefined {
  return AUTHORIZATION.exec(authorization?.trim() ?? '')?.[1];
}

/**
 * The session that a request's Authorization header names.
 * @throws ApiError INVALID_SESSION_ID when there is none, INVALID_AUTH_HEADER when the header has another scheme
 */
export function authenticate(authorization: string | undefined, deps: ApiDeps): Session {
  const token = tokenOf(authorization);
  if (token === undefined && authorization) throw new ApiError('INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE');
  const session = token === undefined ? undefined : deps.sessions.find(token);
  if (!session) throw invalidSession();
  return session;
}
