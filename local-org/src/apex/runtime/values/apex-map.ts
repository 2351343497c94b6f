import type { ClassApexType } from '../../types/apex-type';
import type { ApexRuntime } from '../apex-runtime';
import { ApexObject } from './apex-value';
import type { ApexValue } from './apex-value';
import { refuseChange } from './collection-guard';
import { enclosed } from './collection-text';
import { KeyedEntries, keyOf } from './keyed-entries';
import { keyOfParts, textOfKey } from './structural-key';

/**
 * A Map; keys stay in the order in which they came.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_map.htm
 */
export class ApexMap extends ApexObject {
  readonly entries = new KeyedEntries();

  constructor(
    /** `Map<K, V>`. */
    readonly type: ClassApexType,
  ) {
    super();
  }

  get size(): number {
    return this.entries.values.size;
  }

  has(runtime: ApexRuntime, key: ApexValue): boolean {
    return this.entries.values.has(keyOf(runtime, key));
  }

  /** The value of a key, or null. */
  get(runtime: ApexRuntime, key: ApexValue): ApexValue {
    return this.entries.values.get(keyOf(runtime, key)) ?? null;
  }

  /** Files a value and gives the one before, or null. @throws FinalException while a loop runs over the keys */
  put(runtime: ApexRuntime, key: ApexValue, value: ApexValue): ApexValue {
    const { entries } = this;
    if (entries.readOnly) refuseChange(runtime, entries);
    const before = entries.values.get(keyOf(runtime, key));
    // A key that is there already may get another value while a loop runs.
    if (entries.iterating !== 0 && before === undefined) refuseChange(runtime, entries);
    entries.put(runtime, key, value);
    return before ?? null;
  }

  /** Takes a key out and gives its value, or null. @throws FinalException while a loop runs over the keys */
  delete(runtime: ApexRuntime, key: ApexValue): ApexValue {
    this.checkChange(runtime);
    const before = this.get(runtime, key);
    this.entries.delete(runtime, key);
    return before;
  }

  /** @throws FinalException while a loop runs over the keys */
  clear(runtime: ApexRuntime): void {
    this.checkChange(runtime);
    this.entries.clear();
  }

  keys(): Iterable<ApexValue> {
    return this.entries.elements();
  }

  values(): Iterable<ApexValue> {
    return this.entries.values.values();
  }

  /** Keys with their values. */
  *pairs(): IterableIterator<[ApexValue, ApexValue]> {
    const { entries } = this;
    for (const [key, value] of entries.values) yield [entries.elementOf(key), value];
  }

  override toText(runtime: ApexRuntime): string {
    return enclosed('{', '}', this, (visit) => {
      for (const [key, value] of this.pairs()) visit(() => `${runtime.toText(key)}=${runtime.toText(value)}`);
    });
  }

  override equalTo(runtime: ApexRuntime, other: ApexValue): boolean {
    if (!(other instanceof ApexMap) || other.size !== this.size) return false;
    return [...this.pairs()].every(
      ([key, value]) => other.has(runtime, key) && runtime.equal(value, other.get(runtime, key)),
    );
  }

  /** Equal maps have the same keys with the same values, in any order. */
  override key(runtime: ApexRuntime): unknown {
    const keys = [...this.entries.values].map(
      ([key, value]) => `${textOfKey(key)}=${textOfKey(keyOf(runtime, value))}`,
    );
    return keyOfParts('map', keys, false);
  }

  private checkChange(runtime: ApexRuntime): void {
    if (this.entries.iterating !== 0 || this.entries.readOnly) refuseChange(runtime, this.entries);
  }
}
