import { Decimal as DecimalBase } from 'decimal.js';
import { FormulaError } from '../errors';

/** Significant digits that the platform keeps while it computes. */
const INTERNAL_PRECISION_DIGITS = 39;
/** Significant digits that are left before FLOOR and CEILING look at a number, so that 1/3*3 counts as 1. */
const EXTERNAL_PRECISION_DIGITS = 33;
/** Digits of the result of `^`. */
const POWER_PRECISION_DIGITS = 18;
/** Powers above 10^64 are out of range; those below 10^-39 are zero. */
const MAX_POWER_EXPONENT = 64;
const SMALLEST_POWER = '1e-39';

const Decimal = DecimalBase.clone({
  precision: INTERNAL_PRECISION_DIGITS,
  rounding: DecimalBase.ROUND_HALF_UP,
  toExpNeg: -1e9,
  toExpPos: 1e9,
});

/**
 * A number as formulas compute it: a JavaScript number stands for the decimal it prints as, so whole numbers and
 * stored doubles cost nothing; anything else is a decimal of 39 digits.
 */
export type ExactNumber = number | DecimalBase;

/** Reads digits as written, without losing any: `exactNumber('0.10')`. */
export function exactNumber(text: string): ExactNumber {
  const number = Number(text);
  if (Number.isSafeInteger(number) && /^[-+]?\d{1,15}$/.test(text)) return number;
  return simplify(new Decimal(text));
}

/** The nearest double. */
export function toDouble(value: ExactNumber): number {
  return typeof value === 'number' ? value : value.toNumber();
}

/** Digits without an exponent and without trailing zeroes: `0.00001`. */
export function plainText(value: ExactNumber): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
  return new Decimal(value).toFixed();
}

/** `left + right`. */
export function add(left: ExactNumber, right: ExactNumber): ExactNumber {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(sum)) return sum;
  }
  return simplify(Decimal.add(left, right));
}

/** `left - right`. */
export function subtract(left: ExactNumber, right: ExactNumber): ExactNumber {
  return add(left, negate(right));
}

/** `left * right`. */
export function multiply(left: ExactNumber, right: ExactNumber): ExactNumber {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(product)) {
      return product + 0;
    }
  }
  return simplify(Decimal.mul(left, right));
}

/**
 * `left / right`, to 39 digits.
 * @throws FormulaError when `right` is zero
 */
export function divide(left: ExactNumber, right: ExactNumber): ExactNumber {
  if (isZero(right)) throw new FormulaError('Division by zero');
  if (typeof left === 'number' && typeof right === 'number' && Number.isSafeInteger(left)) {
    const quotient = left / right;
    if (Number.isSafeInteger(right) && Number.isSafeInteger(quotient) && quotient * right === left)
      return quotient + 0;
  }
  return simplify(Decimal.div(left, right));
}

/**
 * The remainder of `left / right`, with the sign of `left`.
 * @throws FormulaError when `right` is zero
 */
export function remainder(left: ExactNumber, right: ExactNumber): ExactNumber {
  if (isZero(right)) throw new FormulaError('Division by zero');
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) {
    return ((left as number) % (right as number)) + 0;
  }
  return simplify(Decimal.mod(left, right));
}

/** `-value`. */
export function negate(value: ExactNumber): ExactNumber {
  return typeof value === 'number' ? 0 - value : value.negated();
}

/** Below zero, zero or above zero, as `left` is smaller, equal or larger. */
export function compare(left: ExactNumber, right: ExactNumber): number {
  if (typeof left === 'number') {
    return typeof right === 'number' ? left - right : -right.comparedTo(left);
  }
  return left.comparedTo(right);
}

/** Drops the digits after the point: `-1.7` is `-1`. Saturates at the largest doubles. */
export function toInteger(value: ExactNumber): number {
  return typeof value === 'number' ? Math.trunc(value) + 0 : value.trunc().toNumber();
}

/** Up, down, away from zero or towards zero. */
export type WholeRounding = 'ceiling' | 'floor' | 'awayFromZero' | 'towardsZero';

/**
 * Rounds to a whole number after the value is cut to 33 digits, so that an endless fraction that was multiplied back
 * counts as whole.
 */
export function toWhole(value: ExactNumber, rounding: WholeRounding): ExactNumber {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  const upwards = rounding === 'ceiling' || rounding === 'awayFromZero';
  const cut = new Decimal(value).toSignificantDigits(
    EXTERNAL_PRECISION_DIGITS,
    upwards ? Decimal.ROUND_HALF_DOWN : Decimal.ROUND_HALF_UP,
  );
  const modes = {
    ceiling: Decimal.ROUND_CEIL,
    floor: Decimal.ROUND_FLOOR,
    awayFromZero: Decimal.ROUND_UP,
    towardsZero: Decimal.ROUND_DOWN,
  } as const;
  return simplify(cut.toDecimalPlaces(0, modes[rounding]));
}

/**
 * Rounds to digits after the point (before it, when negative): half away from zero, or towards zero.
 * When no digit is left the result is 0, so `round(5, -1)` is 0 and `round(50, -1)` is 50.
 */
export function roundTo(value: ExactNumber, scale: number, mode: 'halfUp' | 'down'): ExactNumber {
  if (typeof value === 'number' && Number.isSafeInteger(value) && scale >= 0) return value;
  const decimal = new Decimal(value);
  const digitsBeforePoint = decimal.abs().lt(1) ? 1 : decimal.e + 1;
  if (digitsBeforePoint + scale <= 0) return 0;
  const rounding = mode === 'halfUp' ? Decimal.ROUND_HALF_UP : Decimal.ROUND_DOWN;
  if (scale >= decimal.decimalPlaces()) return value;
  if (scale >= 0) return simplify(decimal.toDecimalPlaces(scale, rounding));
  const unit = new Decimal(10).pow(-scale);
  return simplify(decimal.div(unit).toDecimalPlaces(0, rounding).mul(unit));
}

/**
 * `base ^ exponent`, to 18 digits.
 *
 * UNVERIFIED: an exponent with a fraction is computed in doubles; the published engine refuses it in rules.
 * @throws FormulaError when the result is out of range
 */
export function power(base: ExactNumber, exponent: ExactNumber): ExactNumber {
  const outOfRange = 'Out of range argument to POWER() function';
  const exponentDouble = toDouble(exponent);
  if (Math.log10(Math.abs(toDouble(base))) * exponentDouble > MAX_POWER_EXPONENT)
    throw new FormulaError(outOfRange);
  if (!Number.isInteger(exponentDouble))
    return fromDouble(Math.pow(toDouble(base), exponentDouble), outOfRange);
  if (isZero(base) && exponentDouble < 0) throw new FormulaError(outOfRange);
  const result = new Decimal(base).pow(exponentDouble).toSignificantDigits(POWER_PRECISION_DIGITS);
  return result.abs().lt(SMALLEST_POWER) ? 0 : simplify(result);
}

/**
 * Takes the result of a function that is computed in doubles.
 * @throws FormulaError with `message` when it is not a finite number
 */
export function fromDouble(result: number, message: string): number {
  if (!Number.isFinite(result)) throw new FormulaError(message);
  return result + 0;
}

/** A percent field's display value as the fraction that formulas read: 50 is 0.5. */
export function percentToFraction(value: ExactNumber): ExactNumber {
  // A whole number of few digits divides into a double that prints as exactly that decimal.
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1e13) return value / 100;
  return simplify(Decimal.div(value, 100));
}

/** Whether the number is zero. */
export function isZero(value: ExactNumber): boolean {
  return typeof value === 'number' ? value === 0 : value.isZero();
}

/** Plain numbers where nothing is lost, because they are much faster to go on with. */
function simplify(value: DecimalBase): ExactNumber {
  if (value.e < 15 && value.isInteger()) return value.toNumber() + 0;
  return value;
}
