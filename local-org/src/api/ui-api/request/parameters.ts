import { ApiError } from '../../../core';

/** Reads parameters that hold several values, separated by commas or repeated: `?fields=Account.Name,Account.Phone`. */
export function listParameter(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** Reads a parameter that is `true` or `false`; false when absent. */
export function booleanParameter(query: URLSearchParams, name: string): boolean {
  return query.get(name)?.toLowerCase() === 'true';
}

/** What a number in a request may be. */
export interface NumberRange {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

/** Reads a whole number. @throws ApiError ILLEGAL_QUERY_PARAMETER_VALUE when it is none, or out of its range */
export function numberParameter(query: URLSearchParams, name: string, range: NumberRange): number {
  return numberInRange(query.get(name), name, range);
}

/** A whole number of a request's parameter or body. @throws ApiError ILLEGAL_QUERY_PARAMETER_VALUE */
export function numberInRange(value: unknown, name: string, { fallback, min, max }: NumberRange): number {
  if (value === null || value === undefined || value === '') return fallback;
  const number = Number(value);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw illegalParameter(`The value of ${name} must be a whole number from ${min} to ${max}.`);
}

/**
 * Reads a parameter that takes one of some values, in any case.
 * @throws ApiError ILLEGAL_QUERY_PARAMETER_VALUE for another value
 */
export function choiceParameter<T extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly T[],
  fallback: T,
): T {
  return choiceOf(query.get(name) ?? fallback, name, choices);
}

/** One of some values, in any case. @throws ApiError ILLEGAL_QUERY_PARAMETER_VALUE */
export function choiceOf<T extends string>(text: string, name: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
  if (chosen !== undefined) return chosen;
  throw illegalParameter(`${name} must be one of ${choices.join(', ')}, not '${text}'.`);
}

/** 400 for a parameter that the resource does not take. UNVERIFIED: the text. */
export function illegalParameter(message: string): ApiError {
  return new ApiError('ILLEGAL_QUERY_PARAMETER_VALUE', message);
}
