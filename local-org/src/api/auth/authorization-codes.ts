import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../core';

/** A code lives for 15 minutes. @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm */
const CODE_LIFETIME_MS = 15 * 60 * 1000;
/** Codes nobody redeems are dropped beyond this number, oldest first. */
const MAX_OPEN_CODES = 1_000;

/** What a code was given for. */
export interface AuthorizedRequest {
  readonly clientId: string;
  readonly userId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** PKCE: base64url SHA-256 of the verifier; null when the client sent none. */
  readonly codeChallenge: string | null;
}

/** Outcome of redeeming a code. */
export type Redeemed = AuthorizedRequest | 'unknown' | 'expired';

/** Authorization codes between the login page and the token endpoint. Each can be redeemed once. */
export class AuthorizationCodes {
  private readonly codes = new Map<
    string,
    { readonly request: AuthorizedRequest; readonly expiresAt: number }
  >();

  constructor(private readonly clock: Clock) {}

  issue(request: AuthorizedRequest): string {
    const code = `aPrx${randomBytes(48).toString('base64url').replace(/-/g, '.')}`;
    this.codes.set(code, { request, expiresAt: this.clock.now() + CODE_LIFETIME_MS });
    const [oldest] = this.codes.keys();
    if (this.codes.size > MAX_OPEN_CODES && oldest !== undefined) this.codes.delete(oldest);
    return code;
  }

  redeem(code: string): Redeemed {
    const entry = this.codes.get(code);
    this.codes.delete(code);
    if (!entry) return 'unknown';
    return this.clock.now() < entry.expiresAt ? entry.request : 'expired';
  }
}

/** Whether a PKCE verifier belongs to a challenge (method S256). */
export function matchesChallenge(verifier: string, challenge: string): boolean {
  return createHash('sha256').update(verifier).digest('base64url') === challenge.replace(/=+$/, '');
}
