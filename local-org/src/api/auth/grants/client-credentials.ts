import type { ApiDeps } from '../../api-deps';
import type { RestResponse } from '../../http/responses';
import { checkSecret, requireClient } from '../clients';
import { invalidGrant } from '../oauth-error';
import { tokenAnswer } from '../token-answer';
import type { GrantRequest } from './grant';

/**
 * Client credentials: a client's id and secret in exchange for a session of its run-as user.
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_client_credentials_flow.htm
 */
export function clientCredentialsGrant(request: GrantRequest, deps: ApiDeps): RestResponse {
  const client = requireClient(request.client.clientId, deps);
  checkSecret(client, request.client.clientSecret, true);
  const runAs = client.clientCredentialsUser;
  const user =
    runAs === null ? undefined : (deps.org.users.findById(runAs) ?? deps.org.users.findByUsername(runAs));
  if (!user) throw invalidGrant('no client credentials user enabled');
  const session = deps.sessions.create(user, client);
  return tokenAnswer(session, client, { baseUrl: request.baseUrl, signed: true }, deps);
}
