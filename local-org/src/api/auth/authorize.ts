import { randomBytes } from 'node:crypto';
import { cookieValue } from '../../core';
import type { OAuthClient } from '../../org';
import type { ApiDeps } from '../api-deps';
import { RawContent, type RestResponse } from '../http/responses';
import type { AuthorizationCodes } from './authorization-codes';
import { requireClient } from './clients';
import { renderErrorPage, renderLoginPage } from './login-page';
import { OAuthError } from './oauth-error';

const HTML = 'text/html; charset=UTF-8';
const COOKIE = 'oauthRequest';
const MAX_PENDING_REQUESTS = 1_000;
const WRONG_PASSWORD =
  "Please check your username and password. If you still can't log in, contact your Salesforce administrator.";

interface PendingRequest {
  readonly client: OAuthClient;
  readonly redirectUri: string;
  readonly state: string | null;
  readonly scopes: readonly string[];
  readonly codeChallenge: string | null;
}

/**
 * The first half of the web server flow: a login page, then a redirect to the client with a code.
 *
 * A form is answered only from the browser that got it: its hidden value must equal a cookie set with the page.
 * DEVIATION: logging in approves the client at once; the platform asks on a page of its own.
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm
 */
export class AuthorizeEndpoint {
  private readonly pending = new Map<string, PendingRequest>();

  constructor(
    private readonly codes: AuthorizationCodes,
    private readonly deps: ApiDeps,
  ) {}

  /** `GET /services/oauth2/authorize?response_type=code&client_id=...&redirect_uri=...` */
  begin(query: URLSearchParams): RestResponse {
    try {
      const request = this.readRequest(query);
      const refusal = refusalOf(query, request);
      if (refusal) return redirect(request, { error: refusal.error, error_description: refusal.description });
      return this.showLogin(this.remember(request), request, '', null);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return {
        status: error.status,
        body: new RawContent(HTML, renderErrorPage(error.error, error.description)),
      };
    }
  }

  /** The submitted login form. */
  submit(form: URLSearchParams, cookieHeader: string | undefined): RestResponse {
    const requestId = form.get('request') ?? '';
    const request = this.pending.get(requestId);
    if (!request || cookieValue(cookieHeader, COOKIE) !== requestId) {
      const page = renderErrorPage(
        'invalid_request',
        'this login form has expired; start again from the application',
      );
      return { status: 400, body: new RawContent(HTML, page) };
    }
    const username = form.get('username') ?? '';
    const user = this.deps.org.users.authenticate(username, form.get('pw') ?? '');
    if (!user) return this.showLogin(requestId, request, username, WRONG_PASSWORD);
    this.pending.delete(requestId);
    const code = this.codes.issue({
      clientId: request.client.clientId,
      userId: user.id,
      redirectUri: request.redirectUri,
      scopes: request.scopes,
      codeChallenge: request.codeChallenge,
    });
    return redirect(request, { code });
  }

  /** @throws OAuthError when there is no client to redirect to */
  private readRequest(query: URLSearchParams): PendingRequest {
    const client = requireClient(query.get('client_id'), this.deps);
    const redirectUri = query.get('redirect_uri') ?? '';
    if (!client.callbackUrls.includes(redirectUri)) {
      throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
    }
    const scopes =
      query
        .get('scope')
        ?.split(/[\s+]+/)
        .filter((scope) => scope !== '') ?? client.scopes;
    return {
      client,
      redirectUri,
      scopes,
      state: query.get('state'),
      codeChallenge: query.get('code_challenge'),
    };
  }

  private remember(request: PendingRequest): string {
    const requestId = randomBytes(24).toString('base64url');
    this.pending.set(requestId, request);
    const [oldest] = this.pending.keys();
    if (this.pending.size > MAX_PENDING_REQUESTS && oldest !== undefined) this.pending.delete(oldest);
    return requestId;
  }

  private showLogin(
    requestId: string,
    { client, scopes }: PendingRequest,
    username: string,
    problem: string | null,
  ): RestResponse {
    const page = renderLoginPage({ clientLabel: client.label, requestId, username, scopes, problem });
    return {
      status: 200,
      body: new RawContent(HTML, page),
      headers: {
        'set-cookie': `${COOKIE}=${requestId}; Path=/services/oauth2; HttpOnly; SameSite=Lax`,
        'cache-control': 'no-store',
        'x-frame-options': 'DENY',
      },
    };
  }
}

/** Why the client gets an error instead of a login page; undefined when it does not. */
function refusalOf(query: URLSearchParams, { client, scopes }: PendingRequest): OAuthError | undefined {
  if (query.get('response_type') !== 'code') {
    return new OAuthError('unsupported_response_type', 'response type not supported');
  }
  if (query.has('code_challenge_method') && query.get('code_challenge_method') !== 'S256') {
    return new OAuthError('invalid_request', 'code challenge method must be S256');
  }
  const allowed = client.scopes.includes('full') || scopes.every((scope) => client.scopes.includes(scope));
  return allowed ? undefined : new OAuthError('invalid_scope', 'the requested scope is not allowed');
}

function redirect(request: PendingRequest, parameters: Readonly<Record<string, string>>): RestResponse {
  const target = new URL(request.redirectUri);
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  if (request.state !== null) target.searchParams.set('state', request.state);
  return { status: 302, headers: { location: target.toString(), 'cache-control': 'no-store' } };
}
