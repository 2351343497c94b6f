/** What an integration error carries beside code and message. */
export interface IntegrationErrorOptions {
  /** What the reader can do next, one step each. */
  readonly actions?: readonly string[];
  /** The error this one was made from. */
  readonly cause?: unknown;
  /** True when the same call may succeed later without a change. Default false. */
  readonly retryable?: boolean;
}

/**
 * An error of the integration that a caller can act on: a stable code, a sentence, and the next steps.
 * @example `SOURCE_MISSING: /data/deals.xlsx does not exist`
 */
export class IntegrationError extends Error {
  readonly actions: readonly string[];
  readonly retryable: boolean;

  constructor(
    /** Stable, upper-case: `SOURCE_MISSING`. Listed in docs/errors.md. */
    readonly code: string,
    message: string,
    options: IntegrationErrorOptions = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.actions = options.actions ?? [];
    this.retryable = options.retryable ?? false;
  }
}
