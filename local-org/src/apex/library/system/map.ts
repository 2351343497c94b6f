import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ClassApexType } from '../../types/apex-type';
import type { ApexList } from '../../runtime/values/apex-list';
import { ApexMap } from '../../runtime/values/apex-map';
import { ApexSet } from '../../runtime/values/apex-set';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf } from '../../runtime/values/make-collections';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';
import { deepClone } from './list';

const keyType = (runtime: ApexRuntime, { type }: ApexMap) =>
  type.arguments[0] ?? runtime.types.platform('Object');
const valueType = (runtime: ApexRuntime, { type }: ApexMap) =>
  type.arguments[1] ?? runtime.types.platform('Object');

/** `new Map<K, V>(other)`. @throws NullPointerException for null */
function copyOf(runtime: ApexRuntime, type: ClassApexType, source: Maybe<ApexMap>): ApexMap {
  const map = new ApexMap(type);
  putAll(runtime, map, source ?? runtime.throwNull());
  return map;
}

/** `new Map<Id, Account>(records)`. @throws ListException for a record without id, or with that of another */
function byId(runtime: ApexRuntime, type: ClassApexType, records: Maybe<ApexList>): ApexMap {
  const map = new ApexMap(type);
  (records ?? runtime.throwNull()).items.forEach((record, index) => {
    const id = record instanceof ApexSObject ? record.id : null;
    if (id === null) runtime.throwNew('System.ListException', `Row with null Id at index: ${index}`);
    if (map.has(runtime, id))
      runtime.throwNew('System.ListException', `Row with duplicate Id at index: ${index}`);
    map.put(runtime, id, record);
  });
  return map;
}

function putAll(runtime: ApexRuntime, self: ApexMap, source: Maybe<ApexMap>): void {
  for (const [key, value] of [...required(runtime, source).pairs()]) self.put(runtime, key, value);
}

/** Files records under their ids. */
function putRecords(runtime: ApexRuntime, self: ApexMap, records: Maybe<ApexList>): void {
  for (const record of required(runtime, records).items) {
    self.put(runtime, record instanceof ApexSObject ? record.id : null, record);
  }
}

/** The keys; those taken out of the set are taken out of the map. */
function keySet(runtime: ApexRuntime, self: ApexMap): ApexSet {
  return new ApexSet(runtime.types.set(keyType(runtime, self)), self.entries, true);
}

function deepCloneMap(runtime: ApexRuntime, self: ApexMap): ApexMap {
  const map = new ApexMap(self.type);
  for (const [key, value] of self.pairs()) map.put(runtime, key, deepClone(runtime, value));
  return map;
}

function sobjectTypeOf(runtime: ApexRuntime, self: ApexMap): ApexValue {
  const type = valueType(runtime, self);
  return type.kind === 'sobject' && type.objectName !== null ? runtime.objectToken(type.objectName) : null;
}

/** System.Map. */
export const mapClass: PlatformClass = {
  name: 'System.Map',
  kind: 'class',
  documentation: referencePage('apex_methods_system_map'),
  typeParameters: ['K', 'V'],
  members: [
    method('new()', (_runtime: ApexRuntime, type: ClassApexType) => new ApexMap(type)),
    method('new(Map<K, V> source)', copyOf),
    method('new(List<SObject> records)', byId),
    method('void clear()', (runtime: ApexRuntime, self: ApexMap) => {
      self.clear(runtime);
    }),
    method('Map<K, V> clone()', (runtime: ApexRuntime, self: ApexMap) => copyOf(runtime, self.type, self)),
    method('Boolean containsKey(K key)', (runtime: ApexRuntime, self: ApexMap, key: ApexValue) =>
      self.has(runtime, key),
    ),
    method('Map<K, V> deepClone()', deepCloneMap),
    method('V get(K key)', (runtime: ApexRuntime, self: ApexMap, key: ApexValue) => self.get(runtime, key)),
    method('Schema.SObjectType getSObjectType()', sobjectTypeOf),
    method('Boolean isEmpty()', (_runtime: ApexRuntime, self: ApexMap) => self.size === 0),
    method('Set<K> keySet()', keySet),
    method('V put(K key, V value)', (runtime: ApexRuntime, self: ApexMap, key: ApexValue, value: ApexValue) =>
      self.put(runtime, key, value),
    ),
    method('void putAll(Map<K, V> source)', putAll),
    method('void putAll(List<SObject> records)', putRecords),
    method('V remove(K key)', (runtime: ApexRuntime, self: ApexMap, key: ApexValue) =>
      self.delete(runtime, key),
    ),
    method('Integer size()', (_runtime: ApexRuntime, self: ApexMap) => self.size),
    method('List<V> values()', (runtime: ApexRuntime, self: ApexMap) =>
      listOf(runtime, valueType(runtime, self), self.values()),
    ),
  ],
};
