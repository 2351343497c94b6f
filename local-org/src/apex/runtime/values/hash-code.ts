import type { ApexRuntime } from '../apex-runtime';
import { ApexDouble } from './apex-double';
import { ApexEnumValue } from './apex-enum';
import { ApexInstance } from './apex-instance';
import { ApexList } from './apex-list';
import type { ApexValue } from './apex-value';
import { identityOf, textOfKey } from './structural-key';

/**
 * `hashCode()` of a value: that of Java for texts, numbers and lists, so that sums which classes build of them agree;
 * equal values of other types have equal codes.
 * @returns a 32-bit whole number
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_collections_maps_keys_userdefined.htm
 */
export function hashCodeOf(runtime: ApexRuntime, value: ApexValue): number {
  if (value === null) return 0;
  switch (typeof value) {
    case 'number':
      return value;
    case 'string':
      return textHash(value);
    case 'boolean':
      return value ? 1231 : 1237;
    case 'bigint':
      return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
    default:
      return objectHash(runtime, value);
  }
}

function objectHash(
  runtime: ApexRuntime,
  value: Exclude<ApexValue, null | string | number | boolean | bigint>,
): number {
  runtime.work(1);
  if (value instanceof ApexInstance) {
    const own = value.platformSlot('hashCode', 0);
    return own ? Number(own.call(value)) : identityOf(value);
  }
  if (value instanceof ApexDouble) return doubleHash(value.value);
  if (value instanceof ApexEnumValue) return textHash(value.name);
  if (value instanceof ApexList) {
    return value.items.reduce<number>(
      (hash, item) => (Math.imul(31, hash) + hashCodeOf(runtime, item)) | 0,
      1,
    );
  }
  return textHash(textOfKey(value.key(runtime)));
}

/** The hash code of a text in Java. */
export function textHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}

function doubleHash(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  return bits.getInt32(0) ^ bits.getInt32(4);
}
