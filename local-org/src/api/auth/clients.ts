import { createHash, timingSafeEqual } from 'node:crypto';
import type { OAuthClient } from '../../org';
import type { ApiDeps } from '../api-deps';
import { OAuthError } from './oauth-error';

/** What a client says about itself in a token request. */
export interface ClientCredentials {
  readonly clientId: string | null;
  readonly clientSecret: string | null;
}

/** Client id and secret of a request: from an `Authorization: Basic` header, else from the form. */
export function clientCredentials(
  form: URLSearchParams,
  authorization: string | undefined,
): ClientCredentials {
  const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (basic === undefined)
    return { clientId: form.get('client_id'), clientSecret: form.get('client_secret') };
  const [clientId = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return { clientId, clientSecret: secret.join(':') };
}

/** The registered client of a consumer key. @throws OAuthError invalid_client_id */
export function requireClient(clientId: string | null, deps: ApiDeps): OAuthClient {
  const client = clientId === null ? undefined : deps.org.findOAuthClient(clientId);
  if (!client) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  return client;
}

/** @throws OAuthError invalid_client when a secret is given, or needed, and does not match */
export function checkSecret(client: OAuthClient, secret: string | null, required: boolean): void {
  if (secret === null && !required) return;
  if (secret === null || client.secretHash === null || !equalHex(sha256Hex(secret), client.secretHash)) {
    throw new OAuthError('invalid_client', 'invalid client credentials');
  }
}

/** Hex SHA-256 of a text. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function equalHex(a: string, b: string): boolean {
  const left = Buffer.from(a, 'hex');
  const right = Buffer.from(b, 'hex');
  return left.length === right.length && timingSafeEqual(left, right);
}
