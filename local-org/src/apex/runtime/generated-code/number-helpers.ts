import type { ApexRuntime } from '../apex-runtime';
import { heapException } from '../exceptions';
import { ApexDecimal } from '../values/apex-decimal';
import { ApexDouble } from '../values/apex-double';

type Maybe<T> = T | null;

const long = (value: bigint): bigint => BigInt.asIntN(64, value);
const SHIFT_MASK = 63n;

/** A number with more digits than any sum of money; from here on multiplications count as work. */
const MANY_DIGITS = 1n << 4_096n;
const BITS_PER_DIGIT = 4;
const BITS_PER_BYTE = 8;

/** Counts the work of making a large number. @throws LimitException for one that alone exceeds the heap */
function countDigits(runtime: ApexRuntime, big: bigint): void {
  if (big < MANY_DIGITS && big > -MANY_DIGITS) return;
  const bits = big.toString(16).length * BITS_PER_DIGIT;
  const bytes = Math.ceil(bits / BITS_PER_BYTE);
  if (bytes > runtime.execution.limits.heapSize) throw heapException(runtime, bytes) as unknown as Error;
  runtime.work(bits);
}

/**
 * Arithmetic of numbers beyond what JavaScript's operators do; null throws NullPointerException. Comparisons give a
 * number that is below, at or above 0, and NaN when an operand is null, so that every order with null is false.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm
 */
export function numberHelpers(runtime: ApexRuntime) {
  const need = <T>(value: Maybe<T>): T => (value === null ? runtime.throwNull() : value);
  const divideByZero = (): never => runtime.throwNew('System.MathException', 'Divide by 0');
  const shiftBy = (by: Maybe<bigint | number>): bigint => BigInt(need(by)) & SHIFT_MASK;
  const double = (value: number): ApexDouble => new ApexDouble(value);
  return {
    divideInteger: (a: number, b: number): number => (b === 0 ? divideByZero() : (a / b) | 0),

    addLong: (a: Maybe<bigint>, b: Maybe<bigint>): bigint => long(need(a) + need(b)),
    subtractLong: (a: Maybe<bigint>, b: Maybe<bigint>): bigint => long(need(a) - need(b)),
    multiplyLong: (a: Maybe<bigint>, b: Maybe<bigint>): bigint => long(need(a) * need(b)),
    divideLong: (a: Maybe<bigint>, b: Maybe<bigint>): bigint =>
      b === 0n ? divideByZero() : long(need(a) / need(b)),
    andLong: (a: Maybe<bigint>, b: Maybe<bigint>): bigint => need(a) & need(b),
    orLong: (a: Maybe<bigint>, b: Maybe<bigint>): bigint => need(a) | need(b),
    xorLong: (a: Maybe<bigint>, b: Maybe<bigint>): bigint => need(a) ^ need(b),
    shiftLeftLong: (a: Maybe<bigint>, b: Maybe<bigint | number>): bigint => long(need(a) << shiftBy(b)),
    shiftRightLong: (a: Maybe<bigint>, b: Maybe<bigint | number>): bigint => need(a) >> shiftBy(b),
    shiftRightUnsignedLong: (a: Maybe<bigint>, b: Maybe<bigint | number>): bigint =>
      long(BigInt.asUintN(64, need(a)) >> shiftBy(b)),
    negateLong: (a: Maybe<bigint>): bigint => long(-need(a)),
    complementLong: (a: Maybe<bigint>): bigint => ~need(a),
    stepLong: (a: Maybe<bigint>, by: number): bigint => long(need(a) + BigInt(by)),

    addDouble: (a: Maybe<ApexDouble>, b: Maybe<ApexDouble>): ApexDouble =>
      double(need(a).value + need(b).value),
    subtractDouble: (a: Maybe<ApexDouble>, b: Maybe<ApexDouble>): ApexDouble =>
      double(need(a).value - need(b).value),
    multiplyDouble: (a: Maybe<ApexDouble>, b: Maybe<ApexDouble>): ApexDouble =>
      double(need(a).value * need(b).value),
    divideDouble: (a: Maybe<ApexDouble>, b: Maybe<ApexDouble>): ApexDouble =>
      need(b).value === 0 ? divideByZero() : double(need(a).value / need(b).value),
    negateDouble: (a: Maybe<ApexDouble>): ApexDouble => double(-need(a).value),
    stepDouble: (a: Maybe<ApexDouble>, by: number): ApexDouble => double(need(a).value + by),

    addDecimal: (a: Maybe<ApexDecimal>, b: Maybe<ApexDecimal>): ApexDecimal => need(a).add(need(b)),
    subtractDecimal: (a: Maybe<ApexDecimal>, b: Maybe<ApexDecimal>): ApexDecimal => need(a).subtract(need(b)),
    multiplyDecimal(a: Maybe<ApexDecimal>, b: Maybe<ApexDecimal>): ApexDecimal {
      const product = need(a).multiply(need(b));
      if (product.big !== null) countDigits(runtime, product.big);
      return product;
    },
    divideDecimal: (a: Maybe<ApexDecimal>, b: Maybe<ApexDecimal>): ApexDecimal =>
      need(a).divide(runtime, need(b)),
    negateDecimal: (a: Maybe<ApexDecimal>): ApexDecimal => need(a).negate(),
    stepDecimal: (a: Maybe<ApexDecimal>, by: number): ApexDecimal => need(a).add(ApexDecimal.fromInteger(by)),

    andInteger: (a: Maybe<number>, b: Maybe<number>): number => need(a) & need(b),
    andBoolean: (a: Maybe<boolean>, b: Maybe<boolean>): boolean => need(a) && need(b),
    orBoolean: (a: Maybe<boolean>, b: Maybe<boolean>): boolean => need(a) || need(b),
    xorBoolean: (a: Maybe<boolean>, b: Maybe<boolean>): boolean => need(a) !== need(b),

    compareInteger: (a: Maybe<number>, b: Maybe<number>): number => (a === null || b === null ? NaN : a - b),
    compareLong: (a: Maybe<bigint>, b: Maybe<bigint>): number =>
      a === null || b === null ? NaN : a < b ? -1 : a > b ? 1 : 0,
    compareDouble: (a: Maybe<ApexDouble>, b: Maybe<ApexDouble>): number =>
      a === null || b === null ? NaN : a.value - b.value,
    compareDecimal: (a: Maybe<ApexDecimal>, b: Maybe<ApexDecimal>): number =>
      a === null || b === null ? NaN : a.compareTo(b),
    equalDouble: (a: Maybe<ApexDouble>, b: Maybe<ApexDouble>): boolean =>
      a === null || b === null ? a === b : a.value === b.value,
    equalDecimal: (a: Maybe<ApexDecimal>, b: Maybe<ApexDecimal>): boolean =>
      a === null || b === null ? a === b : a.equals(b),

    toLong: (a: number): bigint => BigInt(a),
    integerToLong: (a: Maybe<number>): Maybe<bigint> => (a === null ? null : BigInt(a)),
    integerToDouble: (a: Maybe<number>): Maybe<ApexDouble> => (a === null ? null : double(a)),
    integerToDecimal: (a: Maybe<number>): Maybe<ApexDecimal> =>
      a === null ? null : ApexDecimal.fromInteger(a),
    longToDouble: (a: Maybe<bigint>): Maybe<ApexDouble> => (a === null ? null : double(Number(a))),
    longToDecimal: (a: Maybe<bigint>): Maybe<ApexDecimal> => (a === null ? null : ApexDecimal.fromLong(a)),
    doubleToDecimal: (a: Maybe<ApexDouble>): Maybe<ApexDecimal> =>
      a === null ? null : (ApexDecimal.fromDouble(a.value) ?? divideByZero()),
    decimalToDouble: (a: Maybe<ApexDecimal>): Maybe<ApexDouble> => (a === null ? null : double(a.toNumber())),
  };
}
