import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import { PlatformObject } from './platform-object';
import type { RoundingModeName } from './rounding';
import { roundsAway } from './rounding';

/** Significant digits of a quotient that does not end. */
export const DIVISION_PRECISION_DIGITS = 33;
/** Digits after which a quotient is no longer looked for with plain numbers. */
const SHORT_QUOTIENT_DIGITS = 4;
/** Exponents beyond this are refused when text is read, so that no text makes a number of a million digits. */
const MAX_EXPONENT = 1000;
const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const POWERS: readonly number[] = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
/** Decimals of up to this many digits have a double of their own, so the double can stand for them as a key. */
const EXACT_KEY_LIMIT = 1e15;
const EXACT_KEY_SCALE = 22;

/**
 * A Decimal: an unscaled whole number and a scale, as java.math.BigDecimal. `1.50` is 150 with scale 2. Unscaled numbers
 * within 53 bits are kept in `small`, which arithmetic of everyday amounts never leaves; others in `big`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_decimal.htm
 */
export class ApexDecimal extends PlatformObject {
  /** 0 with scale 0. */
  static readonly ZERO = new ApexDecimal(0, null, 0);

  private constructor(
    /** The unscaled number when `big` is null. */
    private readonly small: number,
    /** The unscaled number when it is beyond what a JavaScript number holds exactly; else null. */
    readonly big: bigint | null,
    /** Digits after the decimal point; negative for multiples of powers of ten. */
    readonly scale: number,
  ) {
    super();
  }

  override get typeName(): string {
    return 'Decimal';
  }

  /** From an Integer, or any whole number of up to 53 bits: scale 0. */
  static fromInteger(value: number): ApexDecimal {
    return new ApexDecimal(value, null, 0);
  }

  /** From a Long: scale 0. */
  static fromLong(value: bigint): ApexDecimal {
    return ApexDecimal.of(value, 0);
  }

  /** From an unscaled number and a scale: `of(150n, 2)` is 1.50. */
  static of(unscaled: bigint, scale: number): ApexDecimal {
    return unscaled <= MAX_SAFE && unscaled >= -MAX_SAFE
      ? new ApexDecimal(Number(unscaled), null, scale)
      : new ApexDecimal(0, unscaled, scale);
  }

  /** From a finite double, with the digits that it prints: 1.5 is 1.5 and 3 is 3.0. Null for what is not finite. */
  static fromDouble(value: number): ApexDecimal | null {
    if (Number.isSafeInteger(value) && Math.abs(value) < 1e14)
      return new ApexDecimal(value * 10 + 0, null, 1);
    return ApexDecimal.parse(String(value));
  }

  /** Reads `-12.50`, `.5`, `1e3`; null when the text is no number. */
  static parse(text: string): ApexDecimal | null {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
    if (!match) return null;
    const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match;
    const exponent = Number(exponentText);
    const digits = whole + fraction;
    if (digits === '' || Math.abs(exponent) > MAX_EXPONENT) return null;
    const scale = fraction.length - exponent;
    if (digits.length <= 15) return new ApexDecimal(Number(sign + digits) + 0, null, scale);
    const unscaled = BigInt(digits);
    return ApexDecimal.of(sign === '-' ? -unscaled : unscaled, scale);
  }

  /** The unscaled number: 150 for 1.50. */
  get unscaled(): bigint {
    return this.big ?? BigInt(this.small);
  }

  /** `this + other`, with the greater scale. */
  add(other: ApexDecimal): ApexDecimal {
    if (this.big === null && other.big === null) {
      const difference = this.scale - other.scale;
      if (difference === 0) {
        const sum = this.small + other.small;
        if (sum <= MAX_SAFE && sum >= -MAX_SAFE) return new ApexDecimal(sum, null, this.scale);
      } else if (difference > -16 && difference < 16) {
        const left = difference > 0 ? this.small : this.small * (POWERS[-difference] as number);
        const right = difference > 0 ? other.small * (POWERS[difference] as number) : other.small;
        const sum = left + right;
        if (isSafe(left) && isSafe(right) && isSafe(sum)) {
          return new ApexDecimal(sum, null, difference > 0 ? this.scale : other.scale);
        }
      }
    }
    const scale = Math.max(this.scale, other.scale);
    return ApexDecimal.of(this.unscaledAt(scale) + other.unscaledAt(scale), scale);
  }

  /** `this - other`, with the greater scale. */
  subtract(other: ApexDecimal): ApexDecimal {
    return this.add(other.negate());
  }

  /** `this * other`; scales add up. */
  multiply(other: ApexDecimal): ApexDecimal {
    if (this.big === null && other.big === null) {
      const product = this.small * other.small;
      if (product <= MAX_SAFE && product >= -MAX_SAFE) {
        return new ApexDecimal(product + 0, null, this.scale + other.scale);
      }
    }
    return ApexDecimal.of(this.unscaled * other.unscaled, this.scale + other.scale);
  }

  /**
   * `this / other`: exact when it ends within 33 significant digits, else rounded half up to as many. An exact quotient
   * has at least the dividend's scale less the divisor's.
   * @throws MathException `Divide by 0`
   */
  divide(runtime: ApexRuntime, other: ApexDecimal): ApexDecimal {
    const preferred = Math.max(0, this.scale - other.scale);
    const exact = this.big === null && other.big === null ? this.shortQuotient(other, preferred) : null;
    if (exact) return exact;
    if (other.isZero()) return runtime.throwNew('System.MathException', 'Divide by 0');
    return this.quotient(other, preferred);
  }

  /**
   * `this / other` with a given scale.
   * @throws MathException `Divide by 0`, or when UNNECESSARY rounding would lose digits
   */
  divideToScale(
    runtime: ApexRuntime,
    other: ApexDecimal,
    scale: number,
    mode: RoundingModeName,
  ): ApexDecimal {
    if (other.isZero()) return runtime.throwNew('System.MathException', 'Divide by 0');
    const shift = scale - this.scale + other.scale;
    const dividend = shift > 0 ? this.unscaled * 10n ** BigInt(shift) : this.unscaled;
    const divisor = shift < 0 ? other.unscaled * 10n ** BigInt(-shift) : other.unscaled;
    return ApexDecimal.of(divideRounded(runtime, dividend, divisor, mode), scale);
  }

  /** `-this`. */
  negate(): ApexDecimal {
    return this.big === null
      ? new ApexDecimal(0 - this.small, null, this.scale)
      : ApexDecimal.of(-this.big, this.scale);
  }

  /** The value without its sign. */
  abs(): ApexDecimal {
    return this.signum() < 0 ? this.negate() : this;
  }

  /** -1, 0 or 1. */
  signum(): number {
    if (this.big === null) return Math.sign(this.small);
    return this.big < 0n ? -1 : 1;
  }

  isZero(): boolean {
    return this.big === null && this.small === 0;
  }

  /** Negative, 0 or positive by value: 1.0 and 1.00 are equal. */
  compareTo(other: ApexDecimal): number {
    if (this.scale === other.scale && this.big === null && other.big === null) {
      return this.small < other.small ? -1 : this.small > other.small ? 1 : 0;
    }
    const difference = this.scale - other.scale;
    if (this.big === null && other.big === null && difference > -16 && difference < 16) {
      const left = difference < 0 ? this.small * (POWERS[-difference] as number) : this.small;
      const right = difference > 0 ? other.small * (POWERS[difference] as number) : other.small;
      if (isSafe(left) && isSafe(right)) return left < right ? -1 : left > right ? 1 : 0;
    }
    return this.compareScaled(other);
  }

  /** Equal by value, as `==` sees it. */
  equals(other: ApexDecimal): boolean {
    return this.compareTo(other) === 0;
  }

  /**
   * The same value with another scale, rounded when digits are lost.
   * @throws MathException when UNNECESSARY rounding would lose digits
   */
  setScale(runtime: ApexRuntime, scale: number, mode: RoundingModeName): ApexDecimal {
    const dropped = this.scale - scale;
    if (dropped === 0) return this;
    if (dropped < 0) return ApexDecimal.of(this.unscaledAt(scale), scale);
    if (this.big === null && dropped < 16) return this.droppingDigits(runtime, dropped, mode);
    return ApexDecimal.of(divideRounded(runtime, this.unscaled, 10n ** BigInt(dropped), mode), scale);
  }

  /** `this` to the power of a whole number from 0; the scale is multiplied. */
  pow(exponent: number): ApexDecimal {
    return ApexDecimal.of(this.unscaled ** BigInt(exponent), this.scale * exponent);
  }

  /** Number of digits of the unscaled number: 4 for 34.00. */
  precision(): number {
    return this.big === null ? String(Math.abs(this.small)).length : digitCount(this.big);
  }

  /** The same value with the smallest scale: 1.500 is 1.5, 100 is 1E+2. */
  stripTrailingZeros(): ApexDecimal {
    if (this.isZero()) return ApexDecimal.ZERO;
    return stripped(this.unscaled, this.scale, -Infinity);
  }

  /** The nearest double. */
  toNumber(): number {
    if (this.big === null && this.scale >= 0 && this.scale <= EXACT_KEY_SCALE)
      return this.small / 10 ** this.scale;
    return Number(`${this.unscaled}e${-this.scale}`);
  }

  /** The whole part, without limit of bits. */
  toBigInt(): bigint {
    return this.scale > 0 ? this.unscaled / 10n ** BigInt(this.scale) : this.unscaledAt(0);
  }

  /** Digits without an exponent: `0.0000001`, `1200`. */
  toPlainString(): string {
    const negative = this.signum() < 0 ? '-' : '';
    const digits = digitsOf(this.unscaled);
    if (this.scale <= 0) return digits === '0' ? '0' : negative + digits + '0'.repeat(-this.scale);
    const padded = digits.padStart(this.scale + 1, '0');
    return `${negative}${padded.slice(0, -this.scale)}.${padded.slice(-this.scale)}`;
  }

  /** Digits as BigDecimal prints them: with an exponent for negative scales and values below 0.000001. */
  override toString(): string {
    if (this.scale === 0) return this.big === null ? String(this.small) : this.big.toString();
    const digits = digitsOf(this.unscaled);
    const exponent = digits.length - 1 - this.scale;
    if (this.scale > 0 && exponent >= -6) return this.toPlainString();
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    const sign = this.signum() < 0 ? '-' : '';
    return `${sign}${digits[0] ?? ''}${fraction}E${exponent >= 0 ? '+' : ''}${exponent}`;
  }

  override toText(): string {
    return this.toString();
  }

  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexDecimal && this.equals(other);
  }

  override key(): unknown {
    return this.big === null && Math.abs(this.small) < EXACT_KEY_LIMIT && this.scale >= 0
      ? this.toNumber()
      : keyOfStripped(this.stripTrailingZeros());
  }

  /** A small number without its last digits, rounded. */
  private droppingDigits(runtime: ApexRuntime, dropped: number, mode: RoundingModeName): ApexDecimal {
    const divisor = POWERS[dropped] as number;
    const remainder = this.small % divisor;
    const cut = (this.small - remainder) / divisor;
    const scale = this.scale - dropped;
    if (remainder === 0) return new ApexDecimal(cut + 0, null, scale);
    if (mode === 'UNNECESSARY') return refuseRounding(runtime);
    const negative = this.small < 0;
    const half = Math.sign(2 * Math.abs(remainder) - divisor);
    const away = roundsAway(mode, { negative, half, odd: cut % 2 !== 0 });
    return new ApexDecimal(away ? (negative ? cut - 1 : cut + 1) : cut + 0, null, scale);
  }

  private compareScaled(other: ApexDecimal): number {
    const scale = Math.max(this.scale, other.scale);
    const left = this.unscaledAt(scale);
    const right = other.unscaledAt(scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** The unscaled number when the scale is made `scale`, which is not below the present one. */
  private unscaledAt(scale: number): bigint {
    return scale === this.scale ? this.unscaled : this.unscaled * 10n ** BigInt(scale - this.scale);
  }

  /** The quotient of small numbers that ends after a few digits, else null. */
  private shortQuotient(other: ApexDecimal, preferred: number): ApexDecimal | null {
    const least = preferred - (this.scale - other.scale);
    for (let shift = least; shift <= least + SHORT_QUOTIENT_DIGITS; shift++) {
      const dividend = this.small * (POWERS[shift] ?? Infinity);
      if (!isSafe(dividend)) return null;
      if (dividend % other.small === 0) {
        return new ApexDecimal(dividend / other.small + 0, null, this.scale - other.scale + shift);
      }
    }
    return null;
  }

  private quotient(other: ApexDecimal, preferred: number): ApexDecimal {
    const [dividend, divisor] = [this.unscaled, other.unscaled];
    // One digit more than needed, so that rounding sees what follows.
    const shift = DIVISION_PRECISION_DIGITS + 1 - this.precision() + other.precision();
    const scaledDividend = shift > 0 ? dividend * 10n ** BigInt(shift) : dividend;
    const scaledDivisor = shift < 0 ? divisor * 10n ** BigInt(-shift) : divisor;
    const quotient = scaledDividend / scaledDivisor;
    const scale = this.scale - other.scale + shift;
    if (quotient * scaledDivisor === scaledDividend)
      return roundedToPrecision(stripped(quotient, scale, preferred));
    return roundedToPrecision(ApexDecimal.of(quotient, scale));
  }
}

function isSafe(value: number): boolean {
  return value <= MAX_SAFE && value >= -MAX_SAFE;
}

function digitsOf(value: bigint): string {
  return (value < 0n ? -value : value).toString();
}

function digitCount(value: bigint): number {
  return digitsOf(value).length;
}

/** UNVERIFIED: the text of the exception for UNNECESSARY rounding that would lose digits, which is Java's. */
function refuseRounding(runtime: ApexRuntime): never {
  return runtime.throwNew('System.MathException', 'Rounding necessary');
}

/** A quotient of whole numbers, rounded. */
function divideRounded(
  runtime: ApexRuntime,
  dividend: bigint,
  divisor: bigint,
  mode: RoundingModeName,
): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend - quotient * divisor;
  if (remainder === 0n) return quotient;
  const negative = dividend < 0n !== divisor < 0n;
  const doubled = 2n * (remainder < 0n ? -remainder : remainder);
  const size = divisor < 0n ? -divisor : divisor;
  const half = doubled < size ? -1 : doubled > size ? 1 : 0;
  if (mode === 'UNNECESSARY') return refuseRounding(runtime);
  if (!roundsAway(mode, { negative, half, odd: quotient % 2n !== 0n })) return quotient;
  return negative ? quotient - 1n : quotient + 1n;
}

/** Cuts a number of more than 33 digits to 33, half up; digits beyond the cut only decide the last one. */
function roundedToPrecision(value: ApexDecimal): ApexDecimal {
  const excess = digitCount(value.unscaled) - DIVISION_PRECISION_DIGITS;
  if (excess <= 0) return value;
  const power = 10n ** BigInt(excess);
  const half = value.unscaled < 0n ? -power / 2n : power / 2n;
  const rounded = (value.unscaled + half) / power;
  const scale = value.scale - excess;
  return scale < 0 ? ApexDecimal.of(rounded * 10n ** BigInt(-scale), 0) : ApexDecimal.of(rounded, scale);
}

function stripped(unscaled: bigint, scale: number, least: number): ApexDecimal {
  let [rest, left] = [unscaled, scale];
  while (left > least && rest % 10n === 0n) {
    rest /= 10n;
    left--;
  }
  return ApexDecimal.of(rest, left);
}

function keyOfStripped(value: ApexDecimal): unknown {
  const small = Number(value.unscaled);
  const exact = Math.abs(small) < EXACT_KEY_LIMIT && value.scale >= 0 && value.scale <= EXACT_KEY_SCALE;
  // The leading NUL keeps such a key apart from those of texts.
  return exact ? value.toNumber() : `\0decimal${value.toString()}`;
}
