import type { ApexException } from '../runtime/values/apex-exception';
import type { CompileProblem } from '../semantics/compile-error';

/** What nothing caught. */
export interface UncaughtException {
  readonly exception: ApexException;
  /** `System.ListException: List index out of bounds: 3`. */
  readonly description: string;
  readonly lineNumber: number;
  /** A line per call, innermost first. */
  readonly stackTrace: string;
}

/** What became of an anonymous block: it did not compile, it threw, or it ran. */
export interface AnonymousResult {
  readonly problems: readonly CompileProblem[];
  readonly exception: UncaughtException | null;
}
