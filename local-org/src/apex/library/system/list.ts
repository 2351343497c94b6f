import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ClassApexType } from '../../types/apex-type';
import { ApexIterator } from '../../runtime/values/apex-iterator';
import { ApexList } from '../../runtime/values/apex-list';
import type { ApexSet } from '../../runtime/values/apex-set';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOfSize } from '../../runtime/values/list-of-size';
import { cloneRecord } from '../../runtime/data/clone-record';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { elementsOf } from '../elements-of';
import { method, type PlatformClass } from '../platform-class';

type Elements = Maybe<ApexList | ApexSet>;

/** `new List<T>(other)`: a null list gives an empty one. */
function copyOf(_runtime: ApexRuntime, type: ClassApexType, source: Elements): ApexList {
  if (source === null) return new ApexList(type);
  return new ApexList(type, source instanceof ApexList ? source.items.slice() : [...source.values()]);
}

/** `new List<T>(size)`. */
const ofSize = (runtime: ApexRuntime, type: ClassApexType, size: Maybe<number>): ApexList =>
  listOfSize(runtime, type, required(runtime, size));

function addAll(runtime: ApexRuntime, self: ApexList, elements: Elements): void {
  self.addAll(runtime, elementsOf(runtime, required(runtime, elements)));
}

/** Copies of the records of a list; other elements stay what they are. */
export function deepClone(
  runtime: ApexRuntime,
  value: ApexValue,
  ...preserve: readonly Maybe<boolean>[]
): ApexValue {
  if (value instanceof ApexList) return deepCloneList(runtime, value, ...preserve);
  if (!(value instanceof ApexSObject)) return value;
  const [id = false, timestamps = false, autonumber = false] = preserve;
  return cloneRecord(runtime, value, id ?? false, true, timestamps ?? false, autonumber ?? false);
}

function deepCloneList(
  runtime: ApexRuntime,
  self: ApexList,
  ...preserve: readonly Maybe<boolean>[]
): ApexList {
  return new ApexList(
    self.type,
    self.items.map((item) => deepClone(runtime, item, ...preserve)),
  );
}

function sort(runtime: ApexRuntime, self: ApexList): void {
  self.sort(runtime, (left, right) => runtime.compare(left, right));
}

function sortBy(runtime: ApexRuntime, self: ApexList, comparator: ApexValue): void {
  const order = required(runtime, comparator);
  self.sort(runtime, (left, right) => Number(runtime.call(order, 'compare', [left, right])));
}

/** Type of the elements: `T` of `List<T>`. */
export function elementType(runtime: ApexRuntime, type: ClassApexType): ReturnType<ApexRuntime['typeOf']> {
  return type.arguments[0] ?? runtime.types.platform('Object');
}

function sobjectTypeOf(runtime: ApexRuntime, { type }: ApexList): ApexValue {
  const element = elementType(runtime, type);
  return element.kind === 'sobject' && element.objectName !== null
    ? runtime.objectToken(element.objectName)
    : null;
}

/** System.List. */
export const listClass: PlatformClass = {
  name: 'System.List',
  kind: 'class',
  documentation: referencePage('apex_methods_system_list'),
  typeParameters: ['T'],
  interfaces: ['Iterable<T>'],
  members: [
    method('new()', (_runtime: ApexRuntime, type: ClassApexType) => new ApexList(type)),
    method('new(List<T> source)', copyOf),
    method('new(Set<T> source)', copyOf),
    method('new(Integer size)', ofSize),
    method('void add(T element)', (runtime: ApexRuntime, self: ApexList, element: ApexValue) => {
      self.add(runtime, element);
    }),
    method(
      'void add(Integer index, T element)',
      (runtime: ApexRuntime, self: ApexList, index: Maybe<number>, element: ApexValue) => {
        self.insert(runtime, required(runtime, index), element);
      },
    ),
    method('void addAll(List<T> elements)', addAll),
    method('void addAll(Set<T> elements)', addAll),
    method('void clear()', (runtime: ApexRuntime, self: ApexList) => {
      self.clear(runtime);
    }),
    method('List<T> clone()', (runtime: ApexRuntime, self: ApexList) => copyOf(runtime, self.type, self)),
    method(
      'Boolean contains(T element)',
      (runtime: ApexRuntime, self: ApexList, element: ApexValue) => self.indexOf(runtime, element) >= 0,
    ),
    method('List<T> deepClone()', deepCloneList),
    method('List<T> deepClone(Boolean preserveId)', deepCloneList),
    method('List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)', deepCloneList),
    method(
      'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)',
      deepCloneList,
    ),
    method('T get(Integer index)', (runtime: ApexRuntime, self: ApexList, index: Maybe<number>) =>
      self.get(runtime, required(runtime, index)),
    ),
    method('Schema.SObjectType getSObjectType()', sobjectTypeOf),
    method('Integer indexOf(T element)', (runtime: ApexRuntime, self: ApexList, element: ApexValue) =>
      self.indexOf(runtime, element),
    ),
    method('Boolean isEmpty()', (_runtime: ApexRuntime, self: ApexList) => self.items.length === 0),
    method('Iterator<T> iterator()', (runtime: ApexRuntime, self: ApexList) =>
      ApexIterator.over(runtime, elementType(runtime, self.type), self.items),
    ),
    method('T remove(Integer index)', (runtime: ApexRuntime, self: ApexList, index: Maybe<number>) =>
      self.remove(runtime, required(runtime, index)),
    ),
    method(
      'void set(Integer index, T element)',
      (runtime: ApexRuntime, self: ApexList, index: Maybe<number>, element: ApexValue) => {
        self.set(runtime, required(runtime, index), element);
      },
    ),
    method('Integer size()', (_runtime: ApexRuntime, self: ApexList) => self.items.length),
    method('void sort()', sort),
    method('void sort(Comparator<T> comparator)', sortBy),
  ],
};
