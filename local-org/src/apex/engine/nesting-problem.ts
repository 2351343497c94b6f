import { isNativeError } from 'node:util/types';
import type { CompileProblem } from '../semantics/compile-error';
import { TOO_LONG_MESSAGE } from '../syntax/source-limits';

const TOO_LONG: CompileProblem = { line: 1, column: 1, message: TOO_LONG_MESSAGE };

/** Runs a step of the compiler; `refuse` makes its result when the code is nested too deeply for it. */
export function withinNesting<T>(work: () => T, refuse: (problem: CompileProblem) => T): T {
  try {
    return work();
  } catch (error) {
    if (isNativeError(error) && error.name === 'RangeError' && /call stack/i.test(error.message)) {
      return refuse(TOO_LONG);
    }
    throw error;
  }
}
