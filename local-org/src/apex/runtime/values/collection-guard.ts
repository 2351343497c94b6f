import type { ApexRuntime } from '../apex-runtime';

/** What stands against changes of a collection. */
export interface ChangeGuard {
  /** Number of loops that run over the collection now. */
  iterating: number;
  /** Whether code may never change it: `Map.keySet()` against additions, `Trigger.new`. */
  readOnly: boolean;
}

/** Bytes of an element of a collection at least. */
const BYTES_PER_ELEMENT = 4;
/** Elements with which a collection alone fills the largest heap there is, that of asynchronous Apex. */
export const MAX_ELEMENTS = (12 * 1_048_576) / BYTES_PER_ELEMENT;

/** Refuses a collection of more elements than a heap holds. @throws LimitException `Apex heap size too large: 12582916` */
export function checkSize(runtime: ApexRuntime, size: number): void {
  if (size <= MAX_ELEMENTS) return;
  runtime.throwNew('System.LimitException', `Apex heap size too large: ${size * BYTES_PER_ELEMENT}`);
}

/**
 * Throws for a collection that must not change now. Call it when `iterating` or `readOnly` is set.
 * @throws FinalException
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_loops_lists_sets.htm
 */
export function refuseChange(runtime: ApexRuntime, guard: ChangeGuard): void {
  if (guard.readOnly) runtime.throwNew('System.FinalException', 'Collection is read-only');
  if (guard.iterating > 0) {
    runtime.throwNew('System.FinalException', 'Cannot modify a collection while it is being iterated.');
  }
}
