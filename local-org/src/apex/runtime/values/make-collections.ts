import type { ApexType } from '../../types/apex-type';
import type { ApexRuntime } from '../apex-runtime';
import { ApexList } from './apex-list';
import { ApexMap } from './apex-map';
import type { ApexValue } from './apex-value';

/** A list of a platform type, or of any type: `listOf(runtime, 'String', ['a'])`. */
export function listOf(
  runtime: ApexRuntime,
  element: string | ApexType,
  items: Iterable<ApexValue>,
): ApexList {
  const list = new ApexList(runtime.types.list(typeOf(runtime, element)));
  for (const item of items) list.items.push(item);
  return list;
}

/** A map with texts or other values as keys: `mapOf(runtime, 'String', 'Object', [['a', 1]])`. */
export function mapOf(
  runtime: ApexRuntime,
  key: string | ApexType,
  value: string | ApexType,
  entries: Iterable<readonly [ApexValue, ApexValue]>,
): ApexMap {
  const map = new ApexMap(runtime.types.map(typeOf(runtime, key), typeOf(runtime, value)));
  for (const [name, item] of entries) map.put(runtime, name, item);
  return map;
}

function typeOf(runtime: ApexRuntime, type: string | ApexType): ApexType {
  return typeof type === 'string' ? runtime.types.platform(type) : type;
}
