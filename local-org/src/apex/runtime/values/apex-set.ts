import type { ClassApexType } from '../../types/apex-type';
import type { ApexRuntime } from '../apex-runtime';
import { ApexObject } from './apex-value';
import type { ApexValue } from './apex-value';
import { refuseChange } from './collection-guard';
import { enclosed } from './collection-text';
import { KeyedEntries, keyOf } from './keyed-entries';
import { keyOfParts } from './structural-key';

/**
 * A Set; elements stay in the order in which they came.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_set.htm
 */
export class ApexSet extends ApexObject {
  constructor(
    /** `Set<T>`. */
    readonly type: ClassApexType,
    /** Shared with a map when the set is its `keySet()`. */
    readonly entries: KeyedEntries = new KeyedEntries(),
    /** A map's keys can be taken out, but none can be added. */
    private readonly additionsRefused = false,
  ) {
    super();
  }

  get size(): number {
    return this.entries.values.size;
  }

  has(runtime: ApexRuntime, value: ApexValue): boolean {
    return this.entries.values.has(keyOf(runtime, value));
  }

  /** Adds an element; whether it was new. @throws FinalException for a map's keys, or while a loop runs over the set */
  add(runtime: ApexRuntime, value: ApexValue): boolean {
    const { entries } = this;
    if (entries.iterating !== 0 || this.additionsRefused || entries.readOnly) this.refuse(runtime);
    const before = entries.values.size;
    entries.put(runtime, value, true);
    return entries.values.size !== before;
  }

  /** Takes an element out; whether it was there. @throws FinalException while a loop runs over the set */
  delete(runtime: ApexRuntime, value: ApexValue): boolean {
    this.checkChange(runtime);
    return this.entries.delete(runtime, value);
  }

  /** @throws FinalException while a loop runs over the set */
  clear(runtime: ApexRuntime): void {
    this.checkChange(runtime);
    this.entries.clear();
  }

  /** The elements in the order in which they came. */
  values(): Iterable<ApexValue> {
    return this.entries.elements();
  }

  /** The elements, of which none can be added or taken out until the loop ends. */
  *[Symbol.iterator](): IterableIterator<ApexValue> {
    this.entries.iterating++;
    try {
      yield* this.entries.elements();
    } finally {
      this.entries.iterating--;
    }
  }

  override toText(runtime: ApexRuntime): string {
    return enclosed('{', '}', this, (visit) => {
      for (const element of this.values()) visit(() => runtime.toText(element));
    });
  }

  override equalTo(runtime: ApexRuntime, other: ApexValue): boolean {
    if (!(other instanceof ApexSet) || other.size !== this.size) return false;
    return [...this.values()].every((element) => other.has(runtime, element));
  }

  /** Equal sets have the same keys, in any order. */
  override key(runtime: ApexRuntime): unknown {
    return keyOfParts(
      'set',
      [...this.values()].map((element) => keyOf(runtime, element)),
      false,
    );
  }

  private checkChange(runtime: ApexRuntime): void {
    if (this.entries.iterating !== 0 || this.entries.readOnly) refuseChange(runtime, this.entries);
  }

  private refuse(runtime: ApexRuntime): void {
    refuseChange(runtime, {
      iterating: this.entries.iterating,
      readOnly: this.additionsRefused || this.entries.readOnly,
    });
  }
}
