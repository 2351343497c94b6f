import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieValue } from '../../core';
import type { PageSession, PageSessions } from '../ports';

const COOKIE = 'sid';
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Strict';

/** The session that a browser's cookie names, with its token; undefined when there is none that lives. */
export function browserSession(
  request: FastifyRequest,
  sessions: PageSessions,
): { readonly token: string; readonly session: PageSession } | undefined {
  const token = cookieValue(request.headers.cookie, COOKIE);
  const session = token === undefined ? undefined : sessions.find(token);
  return token !== undefined && session ? { token, session } : undefined;
}

/** Lets the browser keep a session. Scripts of the page cannot read it, requests of other sites do not carry it. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  void reply.header('set-cookie', `${COOKIE}=${token}; ${ATTRIBUTES}`);
}

/** Lets the browser forget its session. */
export function clearSessionCookie(reply: FastifyReply): void {
  void reply.header('set-cookie', `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`);
}
