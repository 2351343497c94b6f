import { createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigurationError } from '../shared';

/** Who signs in, for whom, and where. */
export interface JwtClaims {
  /** Consumer key of the External Client App. */
  readonly clientId: string;
  readonly username: string;
  /** Login URL, e.g. `https://login.salesforce.com`. */
  readonly audience: string;
  /** Now, in milliseconds since 1970. */
  readonly nowMs: number;
}

/** Life of an assertion in seconds; the platform refuses more than about five minutes. */
const LIFETIME_SECONDS = 180;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Signs the assertion of the OAuth 2.0 JWT bearer flow (RS256).
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_jwt_flow.htm
 */
export function signJwtAssertion(claims: JwtClaims, key: KeyObject): string {
  const header = { alg: 'RS256', typ: 'JWT' };
  const payload = {
    iss: claims.clientId,
    sub: claims.username,
    aud: claims.audience,
    exp: Math.floor(claims.nowMs / 1000) + LIFETIME_SECONDS,
  };
  const content = `${encode(header)}.${encode(payload)}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
}

/**
 * Reads a private RSA key in PEM form.
 * @throws ConfigurationError `JWT_KEY_UNREADABLE` when the file is missing or holds no private key
 */
export function readPrivateKey(path: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(path));
  } catch (cause) {
    throw new ConfigurationError('JWT_KEY_UNREADABLE', `${path} holds no readable private key`, {
      cause,
      actions: [
        'Point jwtKeyFile at the PEM file whose certificate is registered in the External Client App',
      ],
    });
  }
}
