import { cookieValue } from './web-text';

const NAME = 'sid';
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Strict';

/**
 * Name of the cookie in which a browser keeps its session with the org at an address: `sid-7070` for `127.0.0.1:7070`,
 * `sid` for `org.example`.
 *
 * Browsers keep the cookies of a host without regard to ports, so that two orgs on one machine would take each other's
 * session; the platform's orgs differ by host.
 * @param host as the Host header has it
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-8.5
 */
export function sessionCookieName(host: string): string {
  const [, port] = /:(\d+)$/.exec(host) ?? [];
  return port === undefined ? NAME : `${NAME}-${port}`;
}

/** The token in the session cookie of a Cookie header; undefined when there is none for that address. */
export function sessionCookieToken(header: string | undefined, host: string): string | undefined {
  return cookieValue(header, sessionCookieName(host));
}

/** A Set-Cookie header with a session. Scripts of the page cannot read it, requests of other sites do not carry it. */
export function sessionCookie(host: string, token: string): string {
  return `${sessionCookieName(host)}=${token}; ${ATTRIBUTES}`;
}

/** A Set-Cookie header that makes the browser forget the session with the org at that address. */
export function expiredSessionCookie(host: string): string {
  return `${sessionCookie(host, '')}; Max-Age=0`;
}
