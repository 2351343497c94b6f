import type { ApiDeps } from '../api-deps';
import type { RestResponse } from '../http/responses';
import type { AuthorizationCodes } from './authorization-codes';
import { authorizationCodeGrant } from './grants/authorization-code';
import { clientCredentialsGrant } from './grants/client-credentials';
import type { Grant, GrantRequest } from './grants/grant';
import { jwtBearerGrant } from './grants/jwt-bearer';
import { refreshTokenGrant } from './grants/refresh-token';
import { invalidGrant, OAuthError } from './oauth-error';

/** Every `grant_type` the token endpoint answers. */
export class TokenEndpoint {
  private readonly grants: ReadonlyMap<string, Grant>;

  constructor(codes: AuthorizationCodes, deps: ApiDeps) {
    this.grants = new Map<string, Grant>([
      ['urn:ietf:params:oauth:grant-type:jwt-bearer', (request) => jwtBearerGrant(request, deps)],
      ['authorization_code', (request) => authorizationCodeGrant(request, codes, deps)],
      ['refresh_token', (request) => refreshTokenGrant(request, deps)],
      ['client_credentials', (request) => clientCredentialsGrant(request, deps)],
      ['password', refusePassword],
    ]);
  }

  /** @throws OAuthError */
  answer(request: GrantRequest): RestResponse {
    const grant = this.grants.get(request.form.get('grant_type') ?? '');
    if (!grant) throw new OAuthError('unsupported_grant_type', 'grant type not supported');
    return grant(request);
  }
}

/**
 * The username-password flow is blocked, as it is in orgs made since Summer '23.
 * @see https://help.salesforce.com/s/articleView?id=release-notes.rn_security_username-password_flow_blocked_by_default.htm
 */
function refusePassword(): never {
  throw invalidGrant('authentication failure');
}
