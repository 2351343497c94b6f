import { callerOf, valueRuntime } from '../../testing-support/value-runtime';
import { ApexDate } from '../../runtime/values/apex-date';
import { ApexDecimal } from '../../runtime/values/apex-decimal';
import { hashCodeOf } from '../../runtime/values/hash-code';
import { ApexMap } from '../../runtime/values/apex-map';
import type { ApexSet } from '../../runtime/values/apex-set';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf, mapOf } from '../../runtime/values/make-collections';
import { listClass } from './list';
import { mapClass } from './map';
import { setClass } from './set';

const runtime = valueRuntime();
const { types } = runtime;
const list = callerOf(runtime, listClass);
const set = callerOf(runtime, setClass);
const map = callerOf(runtime, mapClass);
const text = (value: ApexValue): string => runtime.toText(value);
const setOf = (...elements: ApexValue[]): ApexSet =>
  set('new(List<T>', types.set(types.platform('Object')), listOf(runtime, 'Object', elements)) as ApexSet;

describe('System.List', () => {
  it('text: elements in parentheses, null as null, and itself only once', () => {
    const inner = listOf(runtime, 'Object', [1, null]);
    inner.items.push(inner);
    expect(text(inner)).toBe('(1, null, (this Collection))');
  });

  it('get, set, insert, remove: check the index', () => {
    const numbers = listOf(runtime, 'Integer', [1]);
    expect(() => list('T get', numbers, 1)).toThrow('System.ListException: List index out of bounds: 1');
    expect(() => list('void set', numbers, -1, 5)).toThrow('List index out of bounds: -1');
    expect(() => list('T remove', numbers, 1)).toThrow('List index out of bounds: 1');
    list('void add(Integer index', numbers, 1, 2);
    expect(text(numbers)).toBe('(1, 2)');
  });

  it('add: is refused while a loop runs, and allowed when it was left', () => {
    const numbers = listOf(runtime, 'Integer', [1, 2]);
    for (const number of numbers) {
      expect(() => list('void add(T', numbers, number)).toThrow(
        'System.FinalException: Cannot modify a collection while it is being iterated.',
      );
      break;
    }
    list('void add(T', numbers, 3);
    expect(numbers.items).toEqual([1, 2, 3]);
  });

  it('indexOf: compares by value', () => {
    const days = listOf(runtime, 'Date', [null, ApexDate.of(2024, 1, 31)]);
    expect(list('Integer indexOf', days, ApexDate.of(2024, 1, 31))).toBe(1);
    expect(list('Boolean contains', days, null)).toBe(true);
  });

  it('sort: null first, then by value', () => {
    const amounts = listOf(runtime, 'Decimal', [ApexDecimal.fromInteger(10), null, ApexDecimal.parse('9.5')]);
    list('void sort()', amounts);
    expect(text(amounts)).toBe('(null, 9.5, 10)');
  });

  it('sort: values without order are refused', () => {
    expect(() => list('void sort()', listOf(runtime, 'Object', [setOf(), setOf()]))).toThrow(
      'System.ListException',
    );
  });

  it('new: a null list gives an empty one', () => {
    expect(text(list('new(List<T>', types.list(types.platform('String')), null))).toBe('()');
  });

  it('hashCode: is that of Java', () => {
    expect(hashCodeOf(runtime, listOf(runtime, 'Object', [1, 2]))).toBe(994);
    expect(hashCodeOf(runtime, 'hello')).toBe(99162322);
  });
});

describe('System.Set', () => {
  it('elements: are kept once, by value, in the order in which they came', () => {
    const elements = setOf('b', 'a', 'b', ApexDecimal.parse('1.0'), ApexDecimal.parse('1.00'), null);
    expect(text(elements)).toBe('{b, a, 1.0, null}');
    expect(set('Boolean contains(', elements, 1n)).toBe(true);
  });

  it('retainAll, removeAll: tell whether something changed', () => {
    const elements = setOf(1, 2, 3);
    expect(set('Boolean retainAll(List', elements, listOf(runtime, 'Integer', [2, 3, 4]))).toBe(true);
    expect(set('Boolean removeAll(List', elements, listOf(runtime, 'Integer', [9]))).toBe(false);
    expect(set('Boolean removeAll(Set', elements, elements)).toBe(true);
    expect(text(elements)).toBe('{}');
  });

  it('equality: is by elements, in any order, also as elements', () => {
    expect(runtime.equal(setOf(1, 2), setOf(2, 1))).toBe(true);
    expect(setOf(setOf(1, 2), setOf(2, 1)).size).toBe(1);
    expect(setOf(setOf('1'), setOf(1)).size).toBe(2);
  });

  it('new: null is refused', () => {
    expect(() => set('new(Set<T>', types.set(types.platform('String')), null)).toThrow(
      'System.NullPointerException: Attempt to de-reference a null object',
    );
  });
});

describe('System.Map', () => {
  it('put: gives the value before', () => {
    const counts = mapOf(runtime, 'String', 'Integer', [['a', 1]]);
    expect([map('V put', counts, 'a', 2), map('V put', counts, 'b', 3), map('V get', counts, 'x')]).toEqual([
      1,
      null,
      null,
    ]);
    expect(text(counts)).toBe('{a=2, b=3}');
  });

  it('keySet: is the map’s own; keys can be taken out but none added', () => {
    const days = mapOf(runtime, 'Date', 'Integer', [[ApexDate.of(2024, 1, 31), 1]]);
    const keys = map('Set<K> keySet', days) as ApexSet;
    expect(text(keys)).toBe('{2024-01-31 00:00:00}');
    expect(() => set('Boolean add(', keys, ApexDate.of(2024, 1, 1))).toThrow(
      'System.FinalException: Collection is read-only',
    );
    set('Boolean remove(', keys, ApexDate.of(2024, 1, 31));
    expect(days.size).toBe(0);
  });

  it('put: a loop over the keys allows new values, not new keys', () => {
    const counts = mapOf(runtime, 'String', 'Integer', [['a', 1]]);
    for (const key of map('Set<K> keySet', counts) as ApexSet) {
      map('V put', counts, key, 2);
      expect(() => map('V put', counts, 'b', 2)).toThrow('System.FinalException');
    }
    expect(text(counts)).toBe('{a=2}');
  });

  it('equality: is by keys and values', () => {
    const [left, right] = [
      mapOf(runtime, 'String', 'Integer', [
        ['a', 1],
        ['b', 2],
      ]),
      mapOf(runtime, 'String', 'Integer', [
        ['b', 2],
        ['a', 1],
      ]),
    ];
    expect(runtime.equal(left, right)).toBe(true);
    expect(runtime.keyOf(left)).toBe(runtime.keyOf(right));
    expect(runtime.equal(left, new ApexMap(left.type))).toBe(false);
  });

  it('clone: is apart from the original', () => {
    const counts = mapOf(runtime, 'String', 'Integer', [['a', 1]]);
    map('void clear', map('Map<K, V> clone', counts));
    expect(counts.size).toBe(1);
  });
});
