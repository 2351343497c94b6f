import { Connection } from 'jsforce/lib/connection';
import {
  ConnectionError,
  RequestLimitError,
  RequestRejectedError,
  SessionExpiredError,
  type Logger,
} from '../shared';
import type { ApiUsage } from './api-usage';
import { type Lane } from './api-usage';
import type { CallCounter } from './call-counter';
import { type CallKind } from './call-counter';
import { isRetryableCode, NOT_STARTED_HTTP_STATUSES, RETRYABLE_HTTP_STATUSES } from './error-taxonomy';
import { ObservedTransport, toConnectionError, type AnswerHead } from './http-transport';
import type { RetryPolicy } from './retry-policy';
import type { SessionSource } from './session';

/** API version that every call names. */
export const API_VERSION = '67.0';

/** One call to the REST API of an org. */
export interface ApiRequest {
  readonly kind: CallKind;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the version (`/query?q=...`), or from the root of the host (`/services/...`). */
  readonly path: string;
  readonly body?: unknown;
  /** Content type of a body that is already text; without it the body is sent as JSON. */
  readonly contentType?: string;
  /** True when sending it twice has the effect of once; only then a doubtful failure is repeated. */
  readonly idempotent: boolean;
  /** Give the body of the answer as text, whatever its content type. */
  readonly rawText?: boolean;
  readonly signal?: AbortSignal;
}

/** An answer of an org. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What an API client is made of. */
export interface ApiClientParts {
  readonly session: SessionSource;
  readonly retry: RetryPolicy;
  readonly counter: CallCounter;
  readonly usage: ApiUsage;
  readonly lane: Lane;
  readonly logger: Logger;
}

/** Sends calls to an org: counts them, follows the limit, repeats what may be repeated, renews the session once. */
export class ApiClient {
  private connection: Connection | null = null;
  private renewal: Promise<void> | null = null;

  constructor(private readonly parts: ApiClientParts) {}

  /** Opens the session. @throws AuthenticationError, ConnectionError */
  async open(): Promise<void> {
    const session = await this.parts.retry.run(
      () => this.parts.session.open(),
      () => this.parts.counter.countRetry(),
    );
    this.connection = new Connection({ ...session, version: API_VERSION });
  }

  close(): void {
    this.connection = null;
  }

  /** Root of the versioned REST API: `/services/data/v67.0`. */
  get versionPath(): string {
    return `/services/data/v${API_VERSION}`;
  }

  /** Address of the org; empty before `open`. */
  get instanceUrl(): string {
    return this.connection?.instanceUrl ?? '';
  }

  /**
   * Sends one call and gives its answer.
   * @throws RequestRejectedError, RequestLimitError, SessionExpiredError, ConnectionError
   */
  async send(request: ApiRequest): Promise<ApiAnswer> {
    return this.parts.retry.run(
      () => this.sendRenewing(request),
      () => {
        this.parts.logger.info({ path: pathOnly(request.path) }, 'call is repeated');
        this.parts.counter.countRetry();
      },
      request.signal,
    );
  }

  /** One attempt; an expired session is renewed exactly once. */
  private async sendRenewing(request: ApiRequest): Promise<ApiAnswer> {
    const connection = await this.ready();
    const token = connection.accessToken;
    try {
      return await this.sendOnce(connection, request);
    } catch (error) {
      if (!isExpired(error)) throw error;
    }
    await this.renew(token);
    try {
      return await this.sendOnce(await this.ready(), request);
    } catch (error) {
      if (!isExpired(error)) throw error;
      throw new SessionExpiredError(
        'SESSION_REFUSED',
        `A new session for ${this.parts.session.description} is refused too`,
        {
          cause: error,
          actions: ['Check session policies and IP ranges of the user in Setup', 'Log in again'],
        },
      );
    }
  }

  /** Calls that expire together share one login. */
  private async renew(expiredToken: string | null | undefined): Promise<void> {
    if (this.connection && this.connection.accessToken !== expiredToken) return;
    this.renewal ??= this.open().finally(() => {
      this.renewal = null;
    });
    await this.renewal;
  }

  private async ready(): Promise<Connection> {
    if (!this.connection) await this.renew(undefined);
    if (!this.connection)
      throw new ConnectionError('NOT_CONNECTED', 'No session is open', { retryable: false });
    return this.connection;
  }

  private async sendOnce(connection: Connection, request: ApiRequest): Promise<ApiAnswer> {
    this.parts.usage.assertOpen(this.parts.lane);
    this.parts.counter.count(request.kind);
    const answers: AnswerHead[] = [];
    const transport = new ObservedTransport((head) => answers.push(head));
    const url = `${connection.instanceUrl}${this.fullPath(request.path)}`;
    try {
      const body = await connection.request<unknown>(
        { method: request.method, url, headers: headersOf(request), ...bodyOf(request) },
        { transport, ...(request.rawText ? { responseType: 'text/plain' } : {}) },
      );
      const head = answers.at(-1) ?? { status: 0, headers: {} };
      return { ...head, body };
    } catch (error) {
      throw toIntegrationError(error, answers.at(-1), request, url);
    } finally {
      this.parts.usage.readHeader(answers.at(-1)?.headers['sforce-limit-info']);
    }
  }

  private fullPath(path: string): string {
    return path.startsWith('/services/') ? path : `${this.versionPath}${path}`;
  }
}

function headersOf(request: ApiRequest): Record<string, string> {
  if (request.body === undefined) return {};
  return { 'content-type': request.contentType ?? 'application/json' };
}

function bodyOf(request: ApiRequest): { body?: string } {
  if (request.body === undefined) return {};
  return { body: typeof request.body === 'string' ? request.body : JSON.stringify(request.body) };
}

const pathOnly = (path: string): string => path.split('?')[0] ?? path;

const isExpired = (error: unknown): boolean =>
  error instanceof RequestRejectedError && (error.httpStatus === 401 || error.code === 'INVALID_SESSION_ID');

/** Turns what jsforce throws into the taxonomy. */
function toIntegrationError(
  error: unknown,
  head: AnswerHead | undefined,
  request: ApiRequest,
  url: string,
): Error {
  if (!head) return toConnectionError(error, url, request.idempotent ? 'always' : 'when-not-sent');
  const { errorCode, message, fields } = firstError(error);
  const code = errorCode.startsWith('ERROR_HTTP_') ? `HTTP_${head.status}` : errorCode;
  if (code === 'REQUEST_LIMIT_EXCEEDED') return limitExceeded(message, error);
  const retryAfter = Number(head.headers['retry-after']);
  return new RequestRejectedError(
    code,
    `${request.method} ${pathOnly(request.path)}: ${message}`,
    head.status,
    {
      cause: error,
      retryable: mayRepeat(code, head.status, request.idempotent),
      fields,
      ...(Number.isFinite(retryAfter) && head.headers['retry-after']
        ? { retryAfterSeconds: retryAfter }
        : {}),
    },
  );
}

function mayRepeat(code: string, status: number, idempotent: boolean): boolean {
  if (NOT_STARTED_HTTP_STATUSES.has(status)) return true;
  return idempotent && (RETRYABLE_HTTP_STATUSES.has(status) || isRetryableCode(code));
}

function limitExceeded(message: string, cause: unknown): RequestLimitError {
  return new RequestLimitError('REQUEST_LIMIT_EXCEEDED', message, {
    cause,
    actions: [
      'Run the same command again in 24 hours: it continues',
      'Setup, Company Information shows the calls used',
    ],
  });
}

interface PlatformError {
  readonly errorCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

function firstError(error: unknown): PlatformError {
  const raw = error as { errorCode?: string; message?: string; data?: unknown };
  const rows = Array.isArray(raw.data)
    ? (raw.data as Partial<PlatformError>[])
    : [raw.data as Partial<PlatformError>];
  const first = rows[0];
  const errorCode = first?.errorCode ?? raw.errorCode ?? 'UNKNOWN_EXCEPTION';
  return {
    errorCode,
    message: String(first?.message ?? raw.message ?? error).slice(0, 500),
    fields: first?.fields ?? [],
  };
}
