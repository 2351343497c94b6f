const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, mio: 1e6, b: 1e9, bn: 1e9 };

/**
 * Reads a number from text: currency signs and codes, thousands separators of any custom, `(1,200)` for
 * negative, `25k`, `1.2M`.
 * @param value `1.234,50 €`, `$1,234.50`, `USD 25k`
 * @returns null when it is no number
 */
export function parseNumber(value: string | number | boolean | Date): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const negative = /^\(.*\)$/.test(value.trim());
  const text = value
    .replace(/[()]/g, '')
    .replace(/^\s*[A-Z]{3}\b|\b[A-Z]{3}\s*$/g, '')
    .replace(/[\p{Sc}\s'’_]/gu, '')
    .toLowerCase();
  const match = /^([-+]?)([\d.,]*\d)([.,]?)(k|mn|mio|m|bn|b)?([-.]*)$/.exec(text);
  if (!match) return null;
  const digits = toPlainDigits(match[2] ?? '');
  if (digits === null) return null;
  const sign = negative || match[1] === '-' ? -1 : 1;
  return sign * round(Number(digits) * (SUFFIXES[match[4] ?? ''] ?? 1));
}

/** Decides which of comma and point is the decimal mark. */
function toPlainDigits(text: string): string | null {
  const lastComma = text.lastIndexOf(',');
  const lastPoint = text.lastIndexOf('.');
  if (lastComma >= 0 && lastPoint >= 0) {
    const decimal = lastComma > lastPoint ? ',' : '.';
    const plain = text.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.');
    return isPlain(plain) ? plain : null;
  }
  const mark = lastComma >= 0 ? ',' : '.';
  const parts = text.split(mark);
  if (parts.length === 1) return text;
  const grouped = parts.slice(1).every((part) => part.length === 3) && (parts[0] ?? '').length <= 3;
  // One comma before three digits is a thousands separator; one point before three digits is a decimal mark.
  if (parts.length > 2 || (mark === ',' && grouped)) return grouped ? parts.join('') : null;
  return parts.join('.');
}

const isPlain = (text: string): boolean => /^\d*\.?\d*$/.test(text);

/** Removes the noise of binary fractions: `0.07 * 100` is 7. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}

/**
 * Reads a percentage as the platform stores it (70 for 70 %): `70 %`, `70`, and from a cell with percent
 * format `0.7`.
 */
export function parsePercent(value: string | number | boolean | Date): number | null {
  if (typeof value === 'number') return value !== 0 && Math.abs(value) <= 1 ? round(value * 100) : value;
  if (typeof value !== 'string') return null;
  const hasSign = value.includes('%');
  const number = parseNumber(value.replaceAll('%', ''));
  if (number === null) return null;
  return !hasSign && number !== 0 && Math.abs(number) < 1 ? round(number * 100) : number;
}
