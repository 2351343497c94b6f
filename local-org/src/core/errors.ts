import { httpStatusOf } from './status-codes';

/** What a local-org error carries beside its message. */
export interface LocalOrgErrorOptions {
  /** What the reader can do next, one step each. */
  readonly actions?: readonly string[];
  readonly cause?: unknown;
}

/** An error of the local org itself (not of the platform it stands for): a bad option, a port in use. */
export class LocalOrgError extends Error {
  readonly actions: readonly string[];

  constructor(
    /** Stable, upper-case: `PORT_IN_USE`. Listed in docs/errors.md. */
    readonly code: string,
    message: string,
    options: LocalOrgErrorOptions = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'LocalOrgError';
    this.actions = options.actions ?? [];
  }
}

/** Thrown for a platform feature that the local org does not execute. Answered with HTTP 501. */
export class UnsupportedFeatureError extends LocalOrgError {
  constructor(
    /** The feature's name in Salesforce's terms: `SOQL: GROUP BY CUBE`. */
    readonly feature: string,
  ) {
    super('LOCAL_ORG_UNSUPPORTED', `${feature} is not supported by the local org`, {
      actions: ['See docs/parity for what is supported', 'Run this part against a Salesforce org'],
    });
    this.name = 'UnsupportedFeatureError';
  }
}

/**
 * An error that the platform itself reports to API clients.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export class ApiError extends Error {
  readonly httpStatus: number;

  constructor(
    /** `INVALID_FIELD`, `MALFORMED_QUERY`, ... */
    readonly errorCode: string,
    message: string,
    options: { readonly fields?: readonly string[]; readonly httpStatus?: number } = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.fields = options.fields ?? [];
    this.httpStatus = options.httpStatus ?? httpStatusOf(errorCode);
  }

  readonly fields: readonly string[];
}
