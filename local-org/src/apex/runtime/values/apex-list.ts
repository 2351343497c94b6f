import type { ClassApexType } from '../../types/apex-type';
import type { ApexRuntime } from '../apex-runtime';
import { ApexObject } from './apex-value';
import type { ApexValue } from './apex-value';
import { checkSize, MAX_ELEMENTS, refuseChange } from './collection-guard';
import { enclosed } from './collection-text';
import { keyOf } from './keyed-entries';
import { keyOfParts } from './structural-key';

/** Elements that are moved in the time of a round of a loop. */
const MOVES_PER_ROUND = 32;

/**
 * A List. `items` is read freely; code of Apex changes it through the methods, which watch over loops.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_list.htm
 */
export class ApexList extends ApexObject {
  /** Loops that run over the list now. */
  iterating = 0;
  readOnly = false;

  constructor(
    /** `List<T>`. */
    readonly type: ClassApexType,
    readonly items: ApexValue[] = [],
  ) {
    super();
  }

  /** The element at an index. @throws ListException `List index out of bounds: 3` */
  get(runtime: ApexRuntime, index: number): ApexValue {
    const item = this.items[index];
    return item === undefined ? this.outOfBounds(runtime, index) : item;
  }

  /** Replaces an element. @throws ListException */
  set(runtime: ApexRuntime, index: number, value: ApexValue): void {
    if (this.readOnly) refuseChange(runtime, this);
    if (index < 0 || index >= this.items.length) this.outOfBounds(runtime, index);
    this.items[index] = value;
  }

  /** Appends. @throws FinalException while a loop runs over the list */
  add(runtime: ApexRuntime, value: ApexValue): void {
    if (this.iterating !== 0 || this.readOnly) refuseChange(runtime, this);
    if (this.items.push(value) > MAX_ELEMENTS) checkSize(runtime, this.items.length);
  }

  /** Puts an element before the one at an index. @throws ListException, FinalException */
  insert(runtime: ApexRuntime, index: number, value: ApexValue): void {
    this.checkChange(runtime);
    if (index < 0 || index > this.items.length) this.outOfBounds(runtime, index);
    checkSize(runtime, this.items.length + 1);
    this.countMoved(runtime, index);
    this.items.splice(index, 0, value);
  }

  /** Appends all. @throws FinalException */
  addAll(runtime: ApexRuntime, values: Iterable<ApexValue>): void {
    this.checkChange(runtime);
    // A list may be added to itself.
    const added = [...values];
    checkSize(runtime, this.items.length + added.length);
    runtime.work(added.length);
    for (const value of added) this.items.push(value);
  }

  /** Takes out the element at an index. @throws ListException, FinalException */
  remove(runtime: ApexRuntime, index: number): ApexValue {
    this.checkChange(runtime);
    if (index < 0 || index >= this.items.length) this.outOfBounds(runtime, index);
    this.countMoved(runtime, index);
    return this.items.splice(index, 1)[0] ?? null;
  }

  /** @throws FinalException */
  clear(runtime: ApexRuntime): void {
    this.checkChange(runtime);
    this.items.length = 0;
  }

  /** Position of the first equal element, or -1. */
  indexOf(runtime: ApexRuntime, value: ApexValue): number {
    if (value === null || typeof value !== 'object') return this.items.indexOf(value);
    return this.items.findIndex((item) => item !== null && runtime.equal(item, value));
  }

  /** Sorts with null first. @throws ListException when elements cannot be compared */
  sort(runtime: ApexRuntime, compare: (left: ApexValue, right: ApexValue) => number): void {
    this.checkChange(runtime);
    this.items.sort(compare);
  }

  /** The elements, of which none can be added or taken out until the loop ends. */
  *[Symbol.iterator](): IterableIterator<ApexValue> {
    this.iterating++;
    try {
      for (const item of this.items) yield item;
    } finally {
      this.iterating--;
    }
  }

  override toText(runtime: ApexRuntime): string {
    return enclosed('(', ')', this, (visit) => {
      for (const item of this.items) visit(() => runtime.toText(item));
    });
  }

  override equalTo(runtime: ApexRuntime, other: ApexValue): boolean {
    if (!(other instanceof ApexList) || other.items.length !== this.items.length) return false;
    return this.items.every((item, index) => runtime.equal(item, other.items[index] ?? null));
  }

  /** Equal lists have elements with equal keys, in order. */
  override key(runtime: ApexRuntime): unknown {
    return keyOfParts(
      'list',
      this.items.map((item) => keyOf(runtime, item)),
      true,
    );
  }

  /** Elements behind one that comes or goes move. */
  private countMoved(runtime: ApexRuntime, index: number): void {
    runtime.work((this.items.length - index) / MOVES_PER_ROUND);
  }

  private checkChange(runtime: ApexRuntime): void {
    if (this.iterating !== 0 || this.readOnly) refuseChange(runtime, this);
  }

  private outOfBounds(runtime: ApexRuntime, index: number): never {
    return runtime.throwNew('System.ListException', `List index out of bounds: ${index}`);
  }
}
