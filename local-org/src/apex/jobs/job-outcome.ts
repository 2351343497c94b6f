import type { ApexRuntime } from '../runtime/apex-runtime';
import { asApexException } from '../runtime/exceptions';
import type { ApexException } from '../runtime/values/apex-exception';

/** What became of a job: the exception that ended it, or null. */
export interface JobOutcome {
  readonly error: ApexException | null;
}

/** Runs work and keeps its exception; errors of the engine go on. */
export function outcomeOf(runtime: ApexRuntime, work: () => void): JobOutcome {
  try {
    work();
    return { error: null };
  } catch (thrown) {
    const error = asApexException(runtime, thrown);
    if (!error) throw thrown;
    return { error };
  }
}
