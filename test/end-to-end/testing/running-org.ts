import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Connection } from 'jsforce';
import { hub, type ProjectProcess } from './project-process';

/** API version of the tests' own requests. */
export const API_VERSION = '67.0';

const JWT_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The line that a started org prints. */
export interface ReadyLine {
  readonly url: string;
  readonly username: string;
  readonly accessToken: string;
  readonly orgId: string;
  readonly clientId: string;
  readonly jwtKeyFile: string;
}

/** Claims of an assertion; `exp` in seconds. */
export interface Claims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
  readonly exp: number;
}

/** An org that was started as a process of its own. */
export class RunningOrg {
  private constructor(
    readonly process: ProjectProcess,
    readonly ready: ReadyLine,
  ) {}

  /** Starts an org from a state folder on a free port. */
  static async start(state: string, ...options: readonly string[]): Promise<RunningOrg> {
    const started = hub('local-org', 'start', '--json', '--port', '0', '--state', state, ...options);
    const [line] = await started.says(/^\{.*\}$/m);
    return new RunningOrg(started, JSON.parse(line) as ReadyLine);
  }

  get url(): string {
    return this.ready.url;
  }

  /** jsforce as the administrator. */
  connect(): Connection {
    const { url: instanceUrl, accessToken } = this.ready;
    return new Connection({ instanceUrl, accessToken, version: API_VERSION });
  }

  /** Claims that the org's own client may log the administrator in with. */
  claims(changes: Partial<Claims> = {}): Claims {
    const { clientId: iss, username: sub, url: aud } = this.ready;
    return { iss, sub, aud, exp: Math.floor(Date.now() / 1000) + 120, ...changes };
  }

  /** Sends an assertion to the token endpoint. */
  async logIn(assertion: string): Promise<{ readonly status: number; readonly body: unknown }> {
    const response = await fetch(`${this.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: JWT_GRANT, assertion }),
    });
    return { status: response.status, body: await response.json() };
  }

  /** A request with the administrator's session. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.ready.accessToken}`, ...init.headers };
    return fetch(this.url + path, { ...init, headers });
  }
}

/** Signs a JWT with the private key of a PEM file. */
export function signJwt(claims: Claims, keyFile: string): string {
  const content = unsignedJwt(claims, 'RS256');
  return `${content}.${createSign('RSA-SHA256').update(content).sign(readFileSync(keyFile), 'base64url')}`;
}

/** Header and claims of a JWT, without a signature. */
export function unsignedJwt(claims: Claims, alg: string): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({ alg, typ: 'JWT' })}.${encode(claims)}`;
}
