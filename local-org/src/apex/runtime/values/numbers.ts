import type { ApexRuntime } from '../apex-runtime';
import { ApexDecimal } from './apex-decimal';
import { ApexDouble } from './apex-double';
import type { ApexValue } from './apex-value';

/** A number of any type as Decimal; null for other values and for doubles that are not finite. */
export function decimalOf(value: ApexValue): ApexDecimal | null {
  if (value instanceof ApexDecimal) return value;
  if (typeof value === 'number') return ApexDecimal.fromInteger(value);
  if (typeof value === 'bigint') return ApexDecimal.fromLong(value);
  return value instanceof ApexDouble ? ApexDecimal.fromDouble(value.value) : null;
}

/**
 * Equality of `System.assertEquals`, for which 5, 5L and 5.00 are the same number.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_system.htm
 */
export function equalNumbersToo(runtime: ApexRuntime, left: ApexValue, right: ApexValue): boolean {
  const [leftNumber, rightNumber] = [decimalOf(left), decimalOf(right)];
  if (leftNumber && rightNumber) return leftNumber.equals(rightNumber);
  return runtime.equal(left, right);
}
