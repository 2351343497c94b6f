import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { expiredSessionCookie, localPath, sessionCookie, sessionCookieName } from '../../core';
import type { RunningUser } from '../../execution';
import type { PageServices } from '../page-services';
import { renderLogin } from './login-page';
import { loginUsers } from './login-users';
import { browserSession } from './page-session';

const HTML = 'text/html; charset=utf-8';
const START_PAGE = '/lightning/page/home';
const WRONG_PASSWORD =
  "Please check your username and password. If you still can't log in, contact your Salesforce administrator.";
const EXPIRED = 'Your session has ended. Log in again to continue.';
/** Names under which this machine alone reaches the org. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** What the login page may load: styles and images of the org, nothing else. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Adds login and logout of the Lightning pages.
 *
 * On a developer's machine a click on a user is enough; that works only under a loopback name, so that no other site
 * can make a name of its own point here. Elsewhere a password is asked.
 */
export function registerSession(app: FastifyInstance, services: PageServices): void {
  app.get('/login', (request, reply) => {
    const { startURL, expired } = request.query as { startURL?: string; expired?: string };
    return showLogin(request, reply, services, {
      startUrl: localPath(startURL ?? START_PAGE),
      message: expired === undefined ? null : EXPIRED,
    });
  });
  app.post('/login', (request, reply) => {
    const form = new URLSearchParams(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '');
    const startUrl = localPath(form.get('startURL') ?? START_PAGE);
    const user = isOwnForm(request) ? loggedIn(form, request, services) : undefined;
    if (!user) {
      const username = form.get('username') ?? '';
      return showLogin(request, reply, services, { startUrl, username, message: WRONG_PASSWORD });
    }
    const { token } = services.sessions.create(user, null);
    return reply.header('set-cookie', sessionCookie(request.host, token)).redirect(startUrl, 303);
  });
  app.get('/secur/logout.jsp', (request, reply) => {
    const current = browserSession(request, services.sessions);
    if (current) services.sessions.revoke(current.token);
    return reply.header('set-cookie', expiredSessionCookie(request.host)).redirect('/login');
  });
}

/** Sends a browser without a session to the login page, and back afterwards. */
export function redirectToLogin(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const expired = request.headers.cookie?.includes(`${sessionCookieName(request.host)}=`) ? '&expired=1' : '';
  return reply.redirect(`/login?startURL=${encodeURIComponent(request.url)}${expired}`);
}

function loggedIn(
  form: URLSearchParams,
  request: FastifyRequest,
  { org }: PageServices,
): RunningUser | undefined {
  const chosen = form.get('user');
  if (chosen !== null) return isLoopback(request) ? org.users.findByUsername(chosen) : undefined;
  return org.users.authenticate(form.get('username') ?? '', form.get('pw') ?? '');
}

function showLogin(
  request: FastifyRequest,
  reply: FastifyReply,
  { org }: PageServices,
  page: { readonly startUrl: string; readonly username?: string; readonly message: string | null },
): FastifyReply {
  const html = renderLogin({
    orgName: org.info.name,
    users: isLoopback(request) ? loginUsers(org) : [],
    username: '',
    ...page,
  });
  return reply
    .headers({ 'cache-control': 'no-store', 'content-security-policy': POLICY })
    .type(HTML)
    .send(html);
}

/** Browsers say where a form came from; other clients do not, and have no session to be tricked into. */
function isOwnForm(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
}

function isLoopback(request: FastifyRequest): boolean {
  return LOOPBACK.has(request.host.replace(/:\d+$/, ''));
}
