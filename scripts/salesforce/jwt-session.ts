import { stringify } from 'node:querystring';
import { AuthenticationError, type Clock } from '../shared';
import { ObservedTransport, toConnectionError } from './http-transport';
import { readPrivateKey, signJwtAssertion } from './jwt-assertion';
import type { Session, SessionSource } from './session';

/** How to sign in by the JWT bearer flow. */
export interface JwtSettings {
  /** `https://login.salesforce.com`, or the address of another org. Also the audience of the assertion. */
  readonly loginUrl: string;
  readonly clientId: string;
  readonly username: string;
  /** PEM file with the private key; only its path is ever kept. */
  readonly jwtKeyFile: string;
}

/** Next steps by the `error` of a refused token request. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  invalid_grant: [
    'Check that the user is active and pre-authorised for the External Client App by a permission set',
    "Check that the login URL is the org's own, or login/test.salesforce.com",
  ],
  invalid_client: ['Check that the certificate of the key is the one registered in the External Client App'],
  invalid_client_id: ['Check the consumer key of the External Client App'],
};

/** Signs in by the OAuth 2.0 JWT bearer flow. The key is read at each login, so it can be rotated. */
export class JwtSession implements SessionSource {
  constructor(
    private readonly settings: JwtSettings,
    private readonly clock: Clock,
    private readonly onCall: () => void = () => undefined,
  ) {}

  get description(): string {
    return `${this.settings.username} at ${this.settings.loginUrl}`;
  }

  async open(): Promise<Session> {
    const { clientId, username, jwtKeyFile } = this.settings;
    const loginUrl = this.settings.loginUrl.replace(/\/+$/, '');
    const claims = { clientId, username, audience: loginUrl, nowMs: this.clock.now() };
    const assertion = signJwtAssertion(claims, readPrivateKey(jwtKeyFile));
    const url = `${loginUrl}/services/oauth2/token`;
    this.onCall();
    const { status, body } = await this.post(url, assertion);
    const answer = parseAnswer(body);
    if (status >= 400 || !answer.access_token || !answer.instance_url) throw this.refusal(status, answer);
    return { accessToken: answer.access_token, instanceUrl: answer.instance_url.replace(/\/+$/, '') };
  }

  private async post(url: string, assertion: string): Promise<{ status: number; body: string }> {
    const body = stringify({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    try {
      const transport = new ObservedTransport(() => undefined);
      const answer = await transport.httpRequest({ method: 'POST', url, headers, body });
      return { status: answer.statusCode, body: answer.body };
    } catch (error) {
      // An org that does not answer at all at the start is not running: waiting would only hide it.
      throw toConnectionError(error, url, 'when-sent');
    }
  }

  private refusal(status: number, answer: TokenAnswer): AuthenticationError {
    const error = answer.error ?? `HTTP_${status}`;
    const text = answer.error_description ?? 'no description';
    return new AuthenticationError('LOGIN_REFUSED', `${this.description}: ${error} (${text})`, {
      actions: ACTIONS[error] ?? ['Check login URL, user, consumer key and key file'],
    });
  }
}

interface TokenAnswer {
  readonly access_token?: string;
  readonly instance_url?: string;
  readonly error?: string;
  readonly error_description?: string;
}

function parseAnswer(body: string): TokenAnswer {
  try {
    return JSON.parse(body) as TokenAnswer;
  } catch {
    return {};
  }
}
