/**
 * Codes and words by which an org says that the user may not see or do something. GraphQL has a schema for each user: an
 * object or field that the user may not see is one that its type does not have.
 */
const DENIED =
  /INSUFFICIENT_ACCESS|INSUFFICIENT_PRIVILEGES|NO_ACCESS|FieldUndefined|cannot query field|you have no access|insufficient (?:access|privileges)|don't have access|not (?:have )?permission/i;
const DENIED_STATUS = 403;

interface ErrorShape {
  readonly message?: unknown;
  readonly statusText?: unknown;
  readonly body?: unknown;
  readonly output?: unknown;
  readonly errors?: unknown;
  readonly fieldErrors?: unknown;
  readonly pageErrors?: unknown;
}

/**
 * What went wrong, in a sentence or more, for a person to read. Takes what a wire, an Apex call, a GraphQL query, a
 * save and JavaScript itself give as errors.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/data-error
 */
export function errorText(error: unknown): string {
  return [...new Set(messagesOf(error))].join(' ');
}

/** Whether an error says that the user may not see or do what was asked. */
export function isAccessError(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return status === DENIED_STATUS || DENIED.test(codesOf(error)) || DENIED.test(errorText(error));
}

function messagesOf(error: unknown): string[] {
  if (typeof error === 'string') return [error];
  if (Array.isArray(error)) return error.flatMap(messagesOf);
  if (typeof error !== 'object' || error === null) return [];
  const { body, output, errors, fieldErrors, pageErrors, message, statusText } = error as ErrorShape;
  const nested = [body, output, errors, pageErrors, ...listsOf(fieldErrors)].flatMap(messagesOf);
  if (nested.length > 0) return nested;
  return [message, statusText]
    .filter((text) => typeof text === 'string' && text !== '')
    .slice(0, 1) as string[];
}

/** Errors of fields are lists by field name. */
function listsOf(fieldErrors: unknown): unknown[] {
  return typeof fieldErrors === 'object' && fieldErrors !== null ? Object.values(fieldErrors) : [];
}

function codesOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if (Array.isArray(error)) return error.map(codesOf).join(' ');
  const own = 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : '';
  return 'body' in error ? `${own} ${codesOf(error.body)}` : own;
}
