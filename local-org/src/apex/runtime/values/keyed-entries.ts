import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import { checkSize, MAX_ELEMENTS, type ChangeGuard } from './collection-guard';

/**
 * What a set or a map files its elements in: by key, in the order in which they came. Most keys are the elements
 * themselves; `originals` holds those that are not.
 */
export class KeyedEntries implements ChangeGuard {
  /** Key to value; sets have `true`. */
  readonly values = new Map<unknown, ApexValue>();
  /** Key to element, for elements that are not their own key. */
  readonly originals = new Map<unknown, ApexValue>();
  iterating = 0;
  readOnly = false;

  get size(): number {
    return this.values.size;
  }

  /** Files a value. An element that is there already stays as it is. */
  put(runtime: ApexRuntime, element: ApexValue, value: ApexValue): void {
    if (this.values.size >= MAX_ELEMENTS) checkSize(runtime, this.values.size + 1);
    if (typeof element === 'string' || typeof element === 'number') {
      this.values.set(element, value);
      return;
    }
    const key = runtime.keyOf(element);
    if (key !== element && !this.originals.has(key)) this.originals.set(key, element);
    this.values.set(key, value);
  }

  /** Takes an element out; whether it was there. */
  delete(runtime: ApexRuntime, element: ApexValue): boolean {
    const key = keyOf(runtime, element);
    this.originals.delete(key);
    return this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
    this.originals.clear();
  }

  /** The elements in the order in which they came. */
  elements(): Iterable<ApexValue> {
    const keys = this.values.keys() as Iterable<ApexValue>;
    return this.originals.size === 0 ? keys : this.restored(keys);
  }

  /** The element that is filed under a key. */
  elementOf(key: unknown): ApexValue {
    return this.originals.get(key) ?? (key as ApexValue);
  }

  private *restored(keys: Iterable<ApexValue>): IterableIterator<ApexValue> {
    for (const key of keys) yield this.elementOf(key);
  }
}

/** The key of an element; texts and Integers are their own. */
export function keyOf(runtime: ApexRuntime, element: ApexValue): unknown {
  return typeof element === 'string' || typeof element === 'number' ? element : runtime.keyOf(element);
}
