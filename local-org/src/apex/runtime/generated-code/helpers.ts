import type { ApexRuntime } from '../apex-runtime';
import { makeException, STACK_DEPTH_MESSAGE, throwExceeded } from '../exceptions';
import type { Meter } from '../meter';
import { narrowingHelpers } from './narrowing-helpers';
import { numberHelpers } from './number-helpers';
import { objectHelpers } from './object-helpers';
import { valueHelpers } from './value-helpers';

/** Rounds of a loop in the time that it takes to remember as many calls as there may be. */
const ROUNDS_PER_DEEP_STACK = 1_000;

/** The functions that generated code calls by name; it sees no others. */
export type Helpers = Readonly<Record<string, unknown>>;

export function createHelpers(runtime: ApexRuntime, meter: Meter): Helpers {
  return {
    ...numberHelpers(runtime),
    ...narrowingHelpers(runtime),
    ...valueHelpers(runtime, meter),
    ...objectHelpers(runtime),
    imul: Math.imul,
    /** Called now and then by loops. @throws LimitException when time or memory is used up */
    tick: (): void => throwExceeded(runtime, meter.look()),
    /** Called as a method begins. @throws LimitException: calls nest too deeply */
    deep(): never {
      // Blocks of `finally` may call on and on at this depth.
      runtime.work(ROUNDS_PER_DEEP_STACK);
      const exception = makeException(runtime, 'System.LimitException', STACK_DEPTH_MESSAGE);
      throw exception.withoutInnermostCall() as unknown as Error;
    },
  };
}
