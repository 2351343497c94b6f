import { isNativeError } from 'node:util/types';
import type { CompileProblem } from '../semantics/compile-error';

/**
 * What is reported for code that is nested too deeply for the compiler.
 *
 * UNVERIFIED: the platform has this text for expressions; for statements it is assumed.
 */
const TOO_LONG: CompileProblem = {
  line: 1,
  column: 1,
  message: 'Expression is too long, please split this expression into multiple statements',
};

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
