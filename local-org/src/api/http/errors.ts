import { ApiError, LocalOrgError, UnsupportedFeatureError } from '../../core';
import type { RestResponse } from './responses';

/** One entry of a REST error answer. */
export interface RestErrorEntry {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
  /** With DUPLICATES_DETECTED. */
  readonly duplicateResult?: unknown;
}

/**
 * Thrown for an answer that is more than one error: a save that failed (its errors always name the fields, even when
 * there are none), or the addresses of several matching records.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export class RestError extends Error {
  constructor(
    readonly status: number,
    /** Error entries; addresses for status 300. */
    readonly entries: readonly RestErrorEntry[] | readonly string[],
  ) {
    super(`REST status ${status}`);
    this.name = 'RestError';
  }
}

/** Thrown for an error whose answer has a shape of its own, not a list of entries. */
export class ErrorAnswer extends Error {
  constructor(
    readonly status: number,
    readonly body: Readonly<Record<string, unknown>>,
  ) {
    super(`REST status ${status}`);
    this.name = 'ErrorAnswer';
  }
}

/** 404, for a resource, an object or a record that is not there. */
export function notFound(): ApiError {
  return new ApiError('NOT_FOUND', 'The requested resource does not exist');
}

/**
 * 405, naming what the resource does answer.
 * @param allowed methods in the resource's order: `['GET', 'PATCH']`
 */
export function methodNotAllowed(method: string, allowed: readonly string[]): ApiError {
  const listed = allowed.includes('GET') ? ['HEAD', ...allowed] : allowed;
  return new ApiError(
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. Allowed are ${listed.join(',')}`,
  );
}

/** 401, for a request without a live session. */
export function invalidSession(): ApiError {
  return new ApiError('INVALID_SESSION_ID', 'Session expired or invalid');
}

/** 400, for a body that is JSON but not of the shape the resource reads. */
export function malformedBody(message: string): ApiError {
  return new ApiError('JSON_PARSER_ERROR', message);
}

/** Turns anything that a resource throws into the answer a client sees. */
export function errorResponse(error: unknown): RestResponse {
  if (error instanceof RestError) {
    return { status: error.status, body: error.entries };
  }
  if (error instanceof ErrorAnswer) return { status: error.status, body: error.body };
  if (error instanceof ApiError) return { status: error.httpStatus, body: [apiErrorEntry(error)] };
  if (error instanceof UnsupportedFeatureError) return { status: 501, body: [ownErrorEntry(error)] };
  if (error instanceof LocalOrgError) return { status: 500, body: [ownErrorEntry(error)] };
  return { status: 500, body: [unexpectedEntry(error)] };
}

function apiErrorEntry(error: ApiError): RestErrorEntry {
  const entry = { message: error.message, errorCode: error.errorCode };
  return error.fields.length === 0 ? entry : { ...entry, fields: error.fields };
}

function ownErrorEntry(error: LocalOrgError): RestErrorEntry & { readonly actions: readonly string[] } {
  return { message: error.message, errorCode: error.code, actions: error.actions };
}

/** A defect of the local org. Its stack goes to the log, not to the client. */
function unexpectedEntry(error: unknown): RestErrorEntry {
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    message: `An unexpected error occurred in the local org. ${cause}`,
    errorCode: 'UNKNOWN_EXCEPTION',
  };
}

/** Whether an error is a defect that belongs in the log. */
export function isUnexpected(error: unknown): boolean {
  return ![RestError, ErrorAnswer, ApiError, LocalOrgError].some((known) => error instanceof known);
}
