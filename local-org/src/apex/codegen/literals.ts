import type { ApexType } from '../types/apex-type';
import type { UnitScope } from './unit-scope';

type LiteralValue = string | number | bigint | boolean | null;

/** Decimals and doubles are made once and linked; all else is a literal of JavaScript. */
export function literalText(type: ApexType, value: LiteralValue, unit: UnitScope): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint') return negativeSafe(`${value}n`);
  if (typeof value === 'string' && (type.name === 'Decimal' || type.name === 'Double')) {
    return unit.link({ kind: type.name === 'Decimal' ? 'decimal' : 'double', text: value });
  }
  return typeof value === 'number' ? negativeSafe(String(value)) : JSON.stringify(value);
}

const negativeSafe = (text: string): string => (text.startsWith('-') ? `(${text})` : text);
