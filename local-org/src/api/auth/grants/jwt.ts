import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { LocalOrgError } from '../../../core';

/** The claims of a JWT bearer assertion, not yet checked. */
export interface JwtClaims {
  /** Consumer key. */
  readonly iss: string | null;
  /** Username; older clients send it as `prn`. */
  readonly sub: string | null;
  readonly aud: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** An assertion taken apart. */
export interface Jwt {
  readonly algorithm: string;
  readonly claims: JwtClaims;
  readonly signedText: string;
  readonly signature: Buffer;
}

/** Expiry times beyond this are milliseconds; as seconds it would be the year 5138. */
const FIRST_MILLISECONDS = 1e11;

/** Takes a JWT apart without trusting it; undefined when it is not one. */
export function decodeJwt(assertion: string): Jwt | undefined {
  const [header = '', payload = '', signature = '', ...rest] = assertion.split('.');
  const head = decodePart(header);
  const claims = decodePart(payload);
  if (rest.length > 0 || !head || !claims) return undefined;
  return {
    algorithm: String(head['alg'] ?? 'none'),
    claims: readClaims(claims),
    signedText: `${header}.${payload}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

/**
 * Whether the JWT was signed, by RS256 alone, with the key of that certificate (PEM).
 * @throws LocalOrgError OAUTH_CERTIFICATE when the certificate cannot be read
 */
export function isSignedBy(jwt: Jwt, certificate: string): boolean {
  if (jwt.algorithm !== 'RS256') return false;
  return verify('RSA-SHA256', Buffer.from(jwt.signedText), publicKeyOf(certificate), jwt.signature);
}

function publicKeyOf(certificate: string): KeyObject {
  try {
    return createPublicKey(certificate);
  } catch (cause) {
    throw new LocalOrgError('OAUTH_CERTIFICATE', "The client app's certificate cannot be read", {
      actions: ['Deploy the external client app with its certificate or public key in PEM form'],
      cause,
    });
  }
}

function readClaims(claims: Record<string, unknown>): JwtClaims {
  const { aud } = claims;
  const exp = Number(claims['exp']);
  return {
    iss: textOf(claims['iss']),
    sub: textOf(claims['sub'] ?? claims['prn']),
    aud: (Array.isArray(aud) ? aud : [aud]).map(String),
    expiresAt: exp < FIRST_MILLISECONDS ? exp * 1000 : exp,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function decodePart(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
