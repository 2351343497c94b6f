import { createHash, randomBytes } from 'node:crypto';
import type { RunningUser } from '../../execution';
import type { LocalOrg, OAuthClient } from '../../org';

/** Sessions end when they have not been used for this long. @see https://help.salesforce.com/s/articleView?id=sf.admin_sessions.htm */
export const SESSION_TIMEOUT_MS = 2 * 60 * 60 * 1000;
const ACCESS_TOKEN_BYTES = 66;
const REFRESH_TOKEN_BYTES = 60;
/** First characters of every refresh token. */
const REFRESH_TOKEN_PREFIX = '5Aep861';

/** A live session: who, through which client, until when. */
export interface Session {
  readonly user: RunningUser;
  /** Consumer key; null for a session that no client app opened (SOAP login). */
  readonly clientId: string | null;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970 on the org's clock. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** A session's token beside the session. The token is shown once; the store keeps its hash. */
export interface NewSession extends Session {
  /** `00Dxx0000001gER!AQ...` */
  readonly token: string;
}

/** A refresh token's grant. */
export interface RefreshGrant {
  readonly userId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

interface SessionRow {
  readonly kind: 'access' | 'refresh';
  readonly user_id: string;
  readonly client_id: string | null;
  readonly scopes: string;
  readonly issued_ms: number;
  readonly used_ms: number;
}

/**
 * Sessions and refresh tokens of an org. They live in its database, so a restarted org still knows them;
 * of each token only the SHA-256 is kept.
 */
export class SessionStore {
  constructor(
    private readonly org: LocalOrg,
    readonly timeoutMs: number = SESSION_TIMEOUT_MS,
  ) {
    org.store.database.exec(
      `CREATE TABLE IF NOT EXISTS "_session" (
         token_hash TEXT PRIMARY KEY, kind TEXT NOT NULL, user_id TEXT NOT NULL, client_id TEXT,
         scopes TEXT NOT NULL, issued_ms INTEGER NOT NULL, used_ms INTEGER NOT NULL, grant_hash TEXT
       ) WITHOUT ROWID`,
    );
  }

  /**
   * Opens a session.
   * @param client  the app that logs in; null for a login without one, as over SOAP
   * @param options `refreshToken` ties it to that grant, so that revoking the grant ends it
   */
  create(
    user: RunningUser,
    client: OAuthClient | null,
    options: { readonly scopes?: readonly string[]; readonly refreshToken?: string } = {},
  ): NewSession {
    const token = `${this.org.info.id.slice(0, 15)}!AQ${randomText(ACCESS_TOKEN_BYTES)}`;
    const scopes = options.scopes ?? client?.scopes ?? ['api'];
    const issuedAt = this.org.clock.now();
    const grantHash = options.refreshToken === undefined ? null : hashOf(options.refreshToken);
    this.insert(token, 'access', user.id, client?.clientId ?? null, scopes, grantHash);
    return {
      token,
      user,
      clientId: client?.clientId ?? null,
      scopes,
      issuedAt,
      expiresAt: issuedAt + this.timeoutMs,
    };
  }

  /** The live session of a token; undefined when it is unknown, expired, or its user is gone. Using it prolongs it. */
  find(token: string): Session | undefined {
    const row = this.row(token, 'access');
    if (!row) return undefined;
    const now = this.org.clock.now();
    if (now >= row.used_ms + this.timeoutMs) return undefined;
    const user = this.org.users.findById(row.user_id);
    if (!user) return undefined;
    return {
      user,
      clientId: row.client_id,
      scopes: row.scopes.split(' '),
      issuedAt: row.issued_ms,
      expiresAt: this.prolong(token, row.used_ms, now) + this.timeoutMs,
    };
  }

  /** Issues a refresh token, which also records that the user approved the client. */
  createRefreshToken(user: RunningUser, client: OAuthClient, scopes: readonly string[]): string {
    const token = `${REFRESH_TOKEN_PREFIX}${randomText(REFRESH_TOKEN_BYTES)}`;
    this.insert(token, 'refresh', user.id, client.clientId, scopes, null);
    return token;
  }

  findRefreshToken(token: string): RefreshGrant | undefined {
    const row = this.row(token, 'refresh');
    if (!row || row.client_id === null) return undefined;
    return { userId: row.user_id, clientId: row.client_id, scopes: row.scopes.split(' ') };
  }

  /** Whether the user holds a refresh token of the client, which is what counts as approval. */
  hasApproved(user: RunningUser, client: OAuthClient): boolean {
    return (
      this.org.store
        .prepare(`SELECT 1 FROM "_session" WHERE kind = 'refresh' AND user_id = ? AND client_id = ? LIMIT 1`)
        .get(user.id, client.clientId) !== undefined
    );
  }

  /** Ends a session, or a refresh token with all sessions that came from it. Returns whether there was one. */
  revoke(token: string): boolean {
    const hash = hashOf(token);
    const { changes } = this.org.store
      .prepare('DELETE FROM "_session" WHERE token_hash = ? OR grant_hash = ?')
      .run(hash, hash);
    return Number(changes) > 0;
  }

  private insert(
    token: string,
    kind: SessionRow['kind'],
    userId: string,
    clientId: string | null,
    scopes: readonly string[],
    grantHash: string | null,
  ): void {
    const now = this.org.clock.now();
    this.org.store
      .prepare('INSERT INTO "_session" VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(hashOf(token), kind, userId, clientId, scopes.join(' '), now, now, grantHash);
    this.org.store
      .prepare(`DELETE FROM "_session" WHERE kind = 'access' AND used_ms <= ?`)
      .run(now - this.timeoutMs);
  }

  private row(token: string, kind: SessionRow['kind']): SessionRow | undefined {
    return this.org.store
      .prepare('SELECT * FROM "_session" WHERE token_hash = ? AND kind = ?')
      .get(hashOf(token), kind) as SessionRow | undefined;
  }

  /** Like the platform, writes the last use only once half the timeout is over. */
  private prolong(token: string, usedMs: number, now: number): number {
    if (now < usedMs + this.timeoutMs / 2) return usedMs;
    this.org.store.prepare('UPDATE "_session" SET used_ms = ? WHERE token_hash = ?').run(now, hashOf(token));
    return now;
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Random text of word characters and dots, which is what clients take for a session id. */
function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url').replace(/-/g, '.');
}
