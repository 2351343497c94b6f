import { createHmac } from 'node:crypto';
import type { OAuthClient } from '../../org';
import type { ApiDeps } from '../api-deps';
import type { RestResponse } from '../http/responses';
import type { NewSession } from './session-store';

/** What differs between grants in the answer of the token endpoint. */
export interface TokenAnswerOptions {
  readonly baseUrl: string;
  readonly refreshToken?: string;
  /** JWT bearer answers carry neither `issued_at` nor `signature`. */
  readonly signed: boolean;
}

/**
 * The answer to a granted token request.
 *
 * DEVIATION: `signature` is an HMAC keyed with the hash of the consumer secret, as the secret itself is not kept.
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm
 */
export function tokenAnswer(
  session: NewSession,
  client: OAuthClient,
  options: TokenAnswerOptions,
  deps: ApiDeps,
): RestResponse {
  const { baseUrl, refreshToken, signed } = options;
  const id = identityUrl(baseUrl, session.user.id, deps);
  const issuedAt = String(session.issuedAt);
  const body = {
    access_token: session.token,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...(signed ? { signature: signatureOf(id + issuedAt, client) } : {}),
    scope: session.scopes.join(' '),
    instance_url: baseUrl,
    id,
    token_type: 'Bearer',
    ...(signed ? { issued_at: issuedAt } : {}),
  };
  return { status: 200, body, headers: { 'cache-control': 'no-store' } };
}

/** `http://127.0.0.1:8080/id/00D.../005...` */
export function identityUrl(baseUrl: string, userId: string, deps: ApiDeps): string {
  return `${baseUrl}/id/${deps.org.info.id}/${userId}`;
}

function signatureOf(text: string, client: OAuthClient): string {
  return createHmac('sha256', client.secretHash ?? client.clientId)
    .update(text)
    .digest('base64');
}
