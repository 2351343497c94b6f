import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ClassApexType } from '../../types/apex-type';
import { ApexIterator } from '../../runtime/values/apex-iterator';
import type { ApexList } from '../../runtime/values/apex-list';
import { ApexSet } from '../../runtime/values/apex-set';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { elementsOf } from '../elements-of';
import { method, type PlatformClass } from '../platform-class';
import { elementType } from './list';

type Elements = Maybe<ApexList | ApexSet>;

/** `new Set<T>(other)`. @throws NullPointerException for null */
function copyOf(runtime: ApexRuntime, type: ClassApexType, source: Elements): ApexSet {
  const set = new ApexSet(type);
  // UNVERIFIED: the text of the exception for a copy of null.
  for (const element of elementsOf(runtime, source ?? runtime.throwNull())) set.add(runtime, element);
  return set;
}

/** Adds all; whether one was new. */
function addAll(runtime: ApexRuntime, self: ApexSet, elements: Elements): boolean {
  let changed = false;
  for (const element of [...elementsOf(runtime, required(runtime, elements))]) {
    changed = self.add(runtime, element) || changed;
  }
  return changed;
}

function containsAll(runtime: ApexRuntime, self: ApexSet, elements: Elements): boolean {
  for (const element of elementsOf(runtime, required(runtime, elements))) {
    if (!self.has(runtime, element)) return false;
  }
  return true;
}

/** Takes all out; whether one was there. */
function removeAll(runtime: ApexRuntime, self: ApexSet, elements: Elements): boolean {
  let changed = false;
  for (const element of [...elementsOf(runtime, required(runtime, elements))]) {
    changed = self.delete(runtime, element) || changed;
  }
  return changed;
}

/** Takes out what is not among the elements; whether something was. */
function retainAll(runtime: ApexRuntime, self: ApexSet, elements: Elements): boolean {
  const kept = copyOf(runtime, self.type, elements ?? required(runtime, elements));
  const rest = [...self.values()].filter((element) => !kept.has(runtime, element));
  for (const element of rest) self.delete(runtime, element);
  return rest.length > 0;
}

/** System.Set. */
export const setClass: PlatformClass = {
  name: 'System.Set',
  kind: 'class',
  documentation: referencePage('apex_methods_system_set'),
  typeParameters: ['T'],
  interfaces: ['Iterable<T>'],
  members: [
    method('new()', (_runtime: ApexRuntime, type: ClassApexType) => new ApexSet(type)),
    method('new(Set<T> source)', copyOf),
    method('new(List<T> source)', copyOf),
    method('Boolean add(T element)', (runtime: ApexRuntime, self: ApexSet, element: ApexValue) =>
      self.add(runtime, element),
    ),
    method('Boolean addAll(List<T> elements)', addAll),
    method('Boolean addAll(Set<T> elements)', addAll),
    method('void clear()', (runtime: ApexRuntime, self: ApexSet) => {
      self.clear(runtime);
    }),
    method('Set<T> clone()', (runtime: ApexRuntime, self: ApexSet) => copyOf(runtime, self.type, self)),
    method('Boolean contains(T element)', (runtime: ApexRuntime, self: ApexSet, element: ApexValue) =>
      self.has(runtime, element),
    ),
    method('Boolean containsAll(List<T> elements)', containsAll),
    method('Boolean containsAll(Set<T> elements)', containsAll),
    method('Boolean isEmpty()', (_runtime: ApexRuntime, self: ApexSet) => self.size === 0),
    method('Iterator<T> iterator()', (runtime: ApexRuntime, self: ApexSet) =>
      ApexIterator.over(runtime, elementType(runtime, self.type), self.values()),
    ),
    method('Boolean remove(T element)', (runtime: ApexRuntime, self: ApexSet, element: ApexValue) =>
      self.delete(runtime, element),
    ),
    method('Boolean removeAll(List<T> elements)', removeAll),
    method('Boolean removeAll(Set<T> elements)', removeAll),
    method('Boolean retainAll(List<T> elements)', retainAll),
    method('Boolean retainAll(Set<T> elements)', retainAll),
    method('Integer size()', (_runtime: ApexRuntime, self: ApexSet) => self.size),
  ],
};
