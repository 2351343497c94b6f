import type { OAuthClient } from '../../../org';
import type { RunningUser } from '../../../execution';
import type { ApiDeps } from '../../api-deps';
import type { RestResponse } from '../../http/responses';
import { requireClient } from '../clients';
import { invalidGrant, OAuthError } from '../oauth-error';
import { tokenAnswer } from '../token-answer';
import type { GrantRequest } from './grant';
import { decodeJwt, isSignedBy, type Jwt, type JwtClaims } from './jwt';

/** Audiences the platform accepts besides the org's own address. */
const PLATFORM_AUDIENCES: readonly string[] = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/**
 * JWT bearer: a signed assertion in exchange for a session, without a refresh token. The client app needs a registered
 * certificate, and the user must be pre-authorised or have approved it before.
 *
 * UNVERIFIED: the order in which the platform checks an assertion that is wrong in several ways, and its answer for a
 * client without a certificate.
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_jwt_flow.htm
 */
export function jwtBearerGrant(request: GrantRequest, deps: ApiDeps): RestResponse {
  const jwt = decodeJwt(request.form.get('assertion') ?? '');
  if (!jwt) throw invalidGrant('invalid assertion');
  const client = requireClient(jwt.claims.iss, deps);
  checkAssertion(jwt, client, request, deps);
  const user = requireApprovedUser(jwt.claims, client, deps);
  const session = deps.sessions.create(user, client);
  return tokenAnswer(session, client, { baseUrl: request.baseUrl, signed: false }, deps);
}

function checkAssertion(jwt: Jwt, client: OAuthClient, request: GrantRequest, deps: ApiDeps): void {
  if (client.certificate === null)
    throw new OAuthError('invalid_client', 'client certificate is not registered');
  if (!isSignedBy(jwt, client.certificate)) throw invalidGrant('invalid assertion');
  const accepted = [...request.ownUrls, ...PLATFORM_AUDIENCES];
  const fits = jwt.claims.aud.some((audience) => accepted.includes(audience.replace(/\/$/, '')));
  if (!fits) throw invalidGrant('audience is invalid');
  const inTime = jwt.claims.expiresAt > deps.clientClock.now();
  if (!inTime) throw invalidGrant('expired authorization code');
}

/** An unknown user gets the same answer as one who has not approved, so usernames cannot be tried out. */
function requireApprovedUser(claims: JwtClaims, client: OAuthClient, deps: ApiDeps): RunningUser {
  const user = claims.sub === null ? undefined : deps.org.users.findByUsername(claims.sub);
  if (!user || !(client.isPreauthorized(user) || deps.sessions.hasApproved(user, client))) {
    throw invalidGrant("user hasn't approved this consumer");
  }
  return user;
}
