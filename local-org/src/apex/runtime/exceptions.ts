import { isNativeError } from 'node:util/types';
import { ApiError } from '../../core';
import type { ApexRuntime } from './apex-runtime';
import { beganInApex } from './apex-stack';
import { limitMessage, MAX_STACK_DEPTH } from './limits';
import type { Exceeded } from './meter';
import { ApexException } from './values/apex-exception';

/** Message of the exception of a null that is used as an object. */
export const NULL_MESSAGE = 'Attempt to de-reference a null object';

/** Message when calls nest too deeply. */
export const STACK_DEPTH_MESSAGE = `Maximum stack depth has been reached: ${MAX_STACK_DEPTH + 1}`;

/** Exceptions that no `catch` clause catches. */
const UNCATCHABLE: ReadonlySet<string> = new Set(['System.LimitException', 'System.AssertException']);

/** Makes an exception of a class of the platform or of a user, with the calls that led here. */
export function makeException(runtime: ApexRuntime, typeName: string, message: string | null): ApexException {
  const type = runtime.types.find(typeName);
  if (type?.kind !== 'class') throw new Error(`No exception type ${typeName}`);
  if (type.symbol.origin === 'user') {
    const made = runtime.construct(type, [message]);
    if (made instanceof ApexException) return made;
  }
  const exception = new ApexException();
  Object.defineProperty(exception, 'type', { value: type });
  exception.message = message;
  exception.uncatchable = UNCATCHABLE.has(type.symbol.qualifiedName);
  return exception;
}

/** API errors that queries report, which Apex sees as QueryException. */
const QUERY_ERRORS: ReadonlySet<string> = new Set([
  'MALFORMED_QUERY',
  'MALFORMED_SEARCH',
  'INVALID_FIELD',
  'INVALID_TYPE',
  'INVALID_QUERY_FILTER_OPERATOR',
]);

/**
 * What JavaScript threw as the exception that Apex code sees: a null that was used as an object, calls without end, texts
 * beyond measure, and errors of the org. Undefined for errors of the engine itself, which no code catches.
 */
export function asApexException(runtime: ApexRuntime, thrown: unknown): ApexException | undefined {
  if (thrown instanceof ApexException) return thrown;
  if (thrown instanceof ApiError) {
    const type = QUERY_ERRORS.has(thrown.errorCode) ? 'System.QueryException' : 'System.UnexpectedException';
    return makeException(runtime, type, thrown.message).adoptStack(thrown);
  }
  if (!isNativeError(thrown)) return undefined;
  if (thrown.name === 'TypeError' && isNullAccess(thrown)) {
    return makeException(runtime, 'System.NullPointerException', NULL_MESSAGE).adoptStack(thrown);
  }
  if (thrown.name === 'RangeError') return rangeException(runtime, thrown);
  return undefined;
}

/** V8 reports the use of null so; in code of the engine it is an error of the engine. */
function isNullAccess({ message, stack }: Error): boolean {
  return /^Cannot (read|set) properties of null/.test(message) && beganInApex(stack ?? '');
}

function rangeException(runtime: ApexRuntime, error: Error): ApexException | undefined {
  if (/call stack/i.test(error.message)) {
    return makeException(runtime, 'System.LimitException', STACK_DEPTH_MESSAGE).adoptStack(error);
  }
  if (/^Invalid (string|array) length|BigInt size exceeded/.test(error.message)) {
    return heapException(runtime, runtime.execution.limits.heapSize + 1).adoptStack(error);
  }
  return undefined;
}

/** Throws what a look of the meter found to be exceeded. @throws LimitException */
export function throwExceeded(runtime: ApexRuntime, exceeded: Exceeded): void {
  if (exceeded === 'cpuTime') runtime.throwNew('System.LimitException', limitMessage('cpuTime', 0));
  if (exceeded === 'heapSize') {
    throw heapException(runtime, runtime.execution.limits.heapSize + 1) as unknown as Error;
  }
}

/** LimitException `Apex heap size too large: 6291457`. */
export function heapException(runtime: ApexRuntime, bytes: number): ApexException {
  return makeException(runtime, 'System.LimitException', `Apex heap size too large: ${bytes}`);
}
