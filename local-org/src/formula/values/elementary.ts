import { Decimal as DecimalBase } from 'decimal.js';

/**
 * Digits to which logarithms and powers of e are computed before they are rounded to a double, so that the last digit
 * is the true one; Math.log and Math.exp are off by one there now and then, differently on each machine.
 */
const WORKING_DIGITS = 35;

const Decimal = DecimalBase.clone({ precision: WORKING_DIGITS, rounding: DecimalBase.ROUND_HALF_EVEN });

/** Above this exponent e^x is no double; below its opposite it is 0. */
const MAX_EXPONENT = 750;

/** The natural logarithm, rounded correctly; not finite for 0 and below. */
export function naturalLogarithm(value: number): number {
  if (value <= 0 || !Number.isFinite(value)) return Math.log(value);
  return exactDecimal(value).ln().toNumber();
}

/** e to the power of a number, rounded correctly. */
export function exponential(value: number): number {
  if (Math.abs(value) > MAX_EXPONENT || value === 0) return Math.exp(value);
  return exactDecimal(value).exp().toNumber();
}

/** All digits of a double: 0.1 is 0.1000000000000000055..., not the shortest text that reads back as it. */
function exactDecimal(value: number): DecimalBase {
  return new Decimal(value.toPrecision(WORKING_DIGITS));
}
