import type { ApiDeps } from '../../api-deps';
import type { RestResponse } from '../../http/responses';
import { matchesChallenge, type AuthorizationCodes, type AuthorizedRequest } from '../authorization-codes';
import { checkSecret, requireClient } from '../clients';
import { invalidGrant, OAuthError } from '../oauth-error';
import { tokenAnswer } from '../token-answer';
import type { GrantRequest } from './grant';

/** Scopes that bring a refresh token. */
const REFRESH_SCOPES: readonly string[] = ['refresh_token', 'offline_access'];

/**
 * Web server flow: the code of the login page in exchange for a session. A client without a secret must prove itself
 * by PKCE.
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm
 */
export function authorizationCodeGrant(
  request: GrantRequest,
  codes: AuthorizationCodes,
  deps: ApiDeps,
): RestResponse {
  const client = requireClient(request.client.clientId, deps);
  const redeemed = codes.redeem(request.form.get('code') ?? '');
  if (redeemed === 'expired') throw invalidGrant('expired authorization code');
  if (redeemed === 'unknown' || redeemed.clientId !== client.clientId) {
    throw invalidGrant('invalid authorization code');
  }
  if (request.form.get('redirect_uri') !== redeemed.redirectUri) {
    throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  }
  checkProof(request, redeemed);
  checkSecret(
    client,
    request.client.clientSecret,
    client.secretHash !== null && redeemed.codeChallenge === null,
  );
  const user = deps.org.users.findById(redeemed.userId);
  if (!user) throw invalidGrant('inactive user');
  const { scopes } = redeemed;
  const refreshToken = scopes.some((scope) => REFRESH_SCOPES.includes(scope))
    ? deps.sessions.createRefreshToken(user, client, scopes)
    : undefined;
  const grant = refreshToken === undefined ? {} : { refreshToken };
  const session = deps.sessions.create(user, client, { scopes, ...grant });
  return tokenAnswer(session, client, { baseUrl: request.baseUrl, signed: true, ...grant }, deps);
}

function checkProof(request: GrantRequest, { codeChallenge }: AuthorizedRequest): void {
  const verifier = request.form.get('code_verifier');
  if (codeChallenge === null) return;
  if (verifier === null || !matchesChallenge(verifier, codeChallenge))
    throw invalidGrant('invalid code verifier');
}
