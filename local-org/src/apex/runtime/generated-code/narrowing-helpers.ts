import type { ApexRuntime } from '../apex-runtime';
import type { ApexDecimal } from '../values/apex-decimal';
import type { ApexDouble } from '../values/apex-double';

type Maybe<T> = T | null;

const INTEGER_BITS = 32;
const LONG_BITS = 64;
const MAX_INTEGER = 2_147_483_647;
const MIN_INTEGER = -2_147_483_648;
const MAX_LONG = 9_223_372_036_854_775_807n;
const MIN_LONG = -9_223_372_036_854_775_808n;

/**
 * Casts to a narrower number: what `intValue()` and `longValue()` give; null throws NullPointerException.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_conversion.htm
 */
export function narrowingHelpers(runtime: ApexRuntime) {
  const need = <T>(value: Maybe<T>): T => (value === null ? runtime.throwNull() : value);
  return {
    longToInteger: (a: Maybe<bigint>): number => Number(BigInt.asIntN(INTEGER_BITS, need(a))),
    decimalToInteger: (a: Maybe<ApexDecimal>): number =>
      Number(BigInt.asIntN(INTEGER_BITS, need(a).toBigInt())),
    decimalToLong: (a: Maybe<ApexDecimal>): bigint => BigInt.asIntN(LONG_BITS, need(a).toBigInt()),
    doubleToInteger(a: Maybe<ApexDouble>): number {
      const { value } = need(a);
      return Number.isNaN(value) ? 0 : Math.trunc(Math.min(MAX_INTEGER, Math.max(MIN_INTEGER, value)));
    },
    doubleToLong(a: Maybe<ApexDouble>): bigint {
      const { value } = need(a);
      if (Number.isNaN(value)) return 0n;
      if (value >= Number(MAX_LONG)) return MAX_LONG;
      return value <= Number(MIN_LONG) ? MIN_LONG : BigInt(Math.trunc(value));
    },
  };
}
