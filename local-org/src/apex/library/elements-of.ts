import type { ApexRuntime } from '../runtime/apex-runtime';
import { ApexList } from '../runtime/values/apex-list';
import { ApexSet } from '../runtime/values/apex-set';
import type { ApexValue } from '../runtime/values/apex-value';

/** The elements of a list or set, or what the iterator of a user's Iterable gives. */
export function elementsOf(runtime: ApexRuntime, iterable: ApexValue): Iterable<ApexValue> {
  if (iterable instanceof ApexList) return iterable.items;
  if (iterable instanceof ApexSet) return iterable.values();
  return iterated(runtime, iterable);
}

function* iterated(runtime: ApexRuntime, iterable: ApexValue): IterableIterator<ApexValue> {
  const iterator = runtime.call(iterable, 'iterator', []);
  while (runtime.call(iterator, 'hasNext', []) === true) yield runtime.call(iterator, 'next', []);
}
