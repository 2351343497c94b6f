import { randomBytes } from 'node:crypto';
import { localPath, sessionCookie } from '../../core';
import type { ApiDeps } from '../api-deps';
import { ok, RawContent, type RestResponse } from '../http/responses';
import { renderErrorPage, renderForwardingPage } from './login-page';
import type { Session } from './session-store';

/** One-time passwords live for a minute. */
const OTP_LIFETIME_MS = 60 * 1000;
const MAX_OPEN_OTPS = 1_000;
/** Where a browser lands without a return address. */
const START_PAGE = '/';

/** Lets an API session open the org in a browser: `singleaccess` gives an address, `frontdoor.jsp` redeems it. */
export class Frontdoor {
  private readonly passwords = new Map<string, { readonly session: Session; readonly expiresAt: number }>();

  constructor(private readonly deps: ApiDeps) {}

  /**
   * `GET /services/oauth2/singleaccess?redirect_uri=lightning/setup` answers `{"frontdoor_uri":"http://.../secur/frontdoor.jsp?otp=..."}`.
   * @see https://help.salesforce.com/s/articleView?id=sf.frontdoor_singleaccess.htm
   */
  singleAccess(session: Session, redirectUri: string | null, baseUrl: string): RestResponse {
    const otp = randomBytes(32).toString('base64url');
    this.passwords.set(otp, { session, expiresAt: this.deps.org.clock.now() + OTP_LIFETIME_MS });
    const [oldest] = this.passwords.keys();
    if (this.passwords.size > MAX_OPEN_OTPS && oldest !== undefined) this.passwords.delete(oldest);
    const target = new URL('/secur/frontdoor.jsp', baseUrl);
    target.searchParams.set('otp', otp);
    if (redirectUri !== null) target.searchParams.set('startURL', localPath(redirectUri));
    return ok({ frontdoor_uri: target.toString() });
  }

  /**
   * `GET /secur/frontdoor.jsp?otp=...` or `?sid=...`: sets the session cookie and goes on to the page.
   *
   * It goes on from a page, not by a redirect: the browser comes from elsewhere and would not send a strict cookie along.
   */
  open(query: URLSearchParams, host: string): RestResponse {
    const token = this.tokenFor(query);
    if (token === undefined) {
      const page = renderErrorPage('invalid_session', 'this address has expired or was used before');
      return { status: 401, body: new RawContent('text/html; charset=UTF-8', page) };
    }
    const target = localPath(query.get('startURL') ?? query.get('retURL') ?? START_PAGE);
    return {
      status: 200,
      body: new RawContent('text/html; charset=UTF-8', renderForwardingPage(target)),
      headers: {
        'set-cookie': sessionCookie(host, token),
        'cache-control': 'no-store',
      },
    };
  }

  private tokenFor(query: URLSearchParams): string | undefined {
    const sid = query.get('sid');
    if (sid !== null) return this.deps.sessions.find(sid) ? sid : undefined;
    const otp = query.get('otp') ?? '';
    const entry = this.passwords.get(otp);
    this.passwords.delete(otp);
    if (!entry || this.deps.org.clock.now() >= entry.expiresAt) return undefined;
    const { user, scopes } = entry.session;
    return this.deps.sessions.create(user, null, { scopes }).token;
  }
}
