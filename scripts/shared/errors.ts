import { IntegrationError, type IntegrationErrorOptions } from './integration-error';

/** Thrown when an option, a mapping, a plan or an environment value is wrong; the caller corrects it. */
export class ConfigurationError extends IntegrationError {}

/** Thrown when a source file is missing, empty, encrypted or not readable as a table. */
export class SourceError extends IntegrationError {}

/** Thrown when nobody could log in: unknown user, unregistered certificate, wrong audience, expired key. */
export class AuthenticationError extends IntegrationError {}

/** Thrown when the session ended and one new login did not help. */
export class SessionExpiredError extends IntegrationError {}

/** Thrown when the org cannot be reached at all: refused connection, unknown host, time-out. */
export class ConnectionError extends IntegrationError {
  constructor(code: string, message: string, options: IntegrationErrorOptions = {}) {
    super(code, message, { retryable: true, ...options });
  }
}

/** Thrown when the daily API limit is used up, or the reserve for critical calls is reached. */
export class RequestLimitError extends IntegrationError {}

/** Thrown when the org answers a whole request with an error (not single rows). */
export class RequestRejectedError extends IntegrationError {
  constructor(
    code: string,
    message: string,
    /** HTTP status of the answer, 0 when there was none. */
    readonly httpStatus: number,
    options: IntegrationErrorOptions & {
      /** Seconds from the answer's `Retry-After` header. */
      readonly retryAfterSeconds?: number;
      readonly fields?: readonly string[];
    } = {},
  ) {
    super(code, message, options);
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.fields = options.fields ?? [];
  }

  readonly retryAfterSeconds: number | undefined;
  readonly fields: readonly string[];
}

/** Thrown when a Bulk API 2.0 job ends in `Failed` or `Aborted`. */
export class BulkJobError extends IntegrationError {}

/** Thrown when the caller stopped the work (Ctrl-C). What was finished before is kept. */
export class InterruptedError extends IntegrationError {
  constructor(message = 'Stopped by the user', options: IntegrationErrorOptions = {}) {
    super('INTERRUPTED', message, { actions: ['Run the same command again: it continues'], ...options });
  }
}
