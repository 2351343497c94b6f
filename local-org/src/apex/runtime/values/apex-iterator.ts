import type { ApexType } from '../../types/apex-type';
import type { ApexRuntime } from '../apex-runtime';
import { ApexObject } from './apex-value';
import type { ApexValue } from './apex-value';

/**
 * What `iterator()` of lists and sets gives. The methods bear the names under which objects carry those of platform
 * interfaces.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_iterable.htm
 */
export class ApexIterator extends ApexObject {
  private upcoming: IteratorResult<ApexValue> | null = null;

  constructor(
    private readonly runtime: ApexRuntime,
    /** `Iterator<T>`. */
    readonly type: ApexType,
    private readonly elements: Iterator<ApexValue>,
  ) {
    super();
  }

  /** `Iterator<element>` over elements. */
  static over(runtime: ApexRuntime, element: ApexType, elements: Iterable<ApexValue>): ApexIterator {
    const symbol = runtime.types.symbol('System.Iterator');
    const type = symbol ? runtime.types.of(symbol, [element]) : runtime.types.platform('Object');
    return new ApexIterator(runtime, type, elements[Symbol.iterator]());
  }

  /** `hasNext()`. */
  p_hasnext_0(): boolean {
    this.upcoming ??= this.elements.next();
    return this.upcoming.done !== true;
  }

  /** `next()`. @throws NoSuchElementException behind the last element */
  p_next_0(): ApexValue {
    const { done, value } = this.upcoming ?? this.elements.next();
    this.upcoming = null;
    // UNVERIFIED: the text of the exception behind the last element of an iterator.
    if (done === true)
      return this.runtime.throwNew('System.NoSuchElementException', 'Iterator has no more elements');
    return value;
  }

  override toText(): string {
    return 'Iterator';
  }
}
