import type { ApiDeps } from '../../api-deps';
import type { RestResponse } from '../../http/responses';
import { checkSecret, requireClient } from '../clients';
import { invalidGrant } from '../oauth-error';
import { tokenAnswer } from '../token-answer';
import type { GrantRequest } from './grant';

/**
 * A new session for a refresh token, which stays valid.
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_refresh_token_flow.htm
 */
export function refreshTokenGrant(request: GrantRequest, deps: ApiDeps): RestResponse {
  const client = requireClient(request.client.clientId, deps);
  checkSecret(client, request.client.clientSecret, false);
  const refreshToken = request.form.get('refresh_token') ?? '';
  const grant = deps.sessions.findRefreshToken(refreshToken);
  const user = grant && deps.org.users.findById(grant.userId);
  if (!grant || !user || grant.clientId !== client.clientId)
    throw invalidGrant('expired access/refresh token');
  const session = deps.sessions.create(user, client, { scopes: grant.scopes, refreshToken });
  return tokenAnswer(session, client, { baseUrl: request.baseUrl, signed: true }, deps);
}
