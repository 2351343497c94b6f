import type { FieldType } from '../../schema';

/** Field types whose values always have a decimal point in JSON. */
const DECIMAL_TYPES: ReadonlySet<FieldType> = new Set(['double', 'currency', 'percent']);

/** Whether numbers of that field type are written with a decimal point: `12000.0`. */
export function isDecimalType(type: FieldType): boolean {
  return DECIMAL_TYPES.has(type);
}

/**
 * Writes a decimal as the platform's JSON does, which is Java's notation of a double:
 * `12000` is `12000.0`, ten million is `1.0E7`, `0.0001` is `1.0E-4`.
 * @see https://docs.oracle.com/javase/8/docs/api/java/lang/Double.html#toString-double-
 */
export function decimalText(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0.0';
  if (size >= 1e7 || size < 1e-3) return scientific(value);
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function scientific(value: number): string {
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}
