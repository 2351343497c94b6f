import type { ApiDeps } from '../api-deps';
import { ok, type RestResponse } from '../http/responses';
import { checkSecret, requireClient, type ClientCredentials } from './clients';
import { OAuthError } from './oauth-error';
import { identityUrl } from './token-answer';

/**
 * Ends a session or a refresh token.
 * @throws OAuthError invalid_token when the token is not alive
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm
 */
export function revokeToken(token: string | null, deps: ApiDeps): RestResponse {
  if (token === null || !deps.sessions.revoke(token)) {
    throw new OAuthError('invalid_token', 'token is invalid/not active');
  }
  return { status: 200 };
}

/**
 * Says what a token stands for, to a client that knows its secret.
 * @throws OAuthError invalid_client_id, invalid_client
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oidc_token_introspection.htm
 */
export function introspectToken(
  form: URLSearchParams,
  credentials: ClientCredentials,
  baseUrl: string,
  deps: ApiDeps,
): RestResponse {
  const client = requireClient(credentials.clientId, deps);
  checkSecret(client, credentials.clientSecret, client.secretHash !== null);
  const token = form.get('token') ?? '';
  const session = deps.sessions.find(token);
  if (session) {
    const issued = Math.floor(session.issuedAt / 1000);
    return ok({
      active: true,
      scope: session.scopes.join(' '),
      client_id: session.clientId,
      username: session.user.username,
      sub: identityUrl(baseUrl, session.user.id, deps),
      token_type: 'access_token',
      exp: Math.floor(session.expiresAt / 1000),
      iat: issued,
      nbf: issued,
    });
  }
  const grant = deps.sessions.findRefreshToken(token);
  const user = grant && deps.org.users.findById(grant.userId);
  if (!grant || !user) return ok({ active: false });
  return ok({
    active: true,
    scope: grant.scopes.join(' '),
    client_id: grant.clientId,
    username: user.username,
    sub: identityUrl(baseUrl, user.id, deps),
    token_type: 'refresh_token',
  });
}
