import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexDecimal } from '../../runtime/values/apex-decimal';
import { ApexDouble } from '../../runtime/values/apex-double';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { Maybe } from '../arguments';
import { requiredValue } from '../arguments';
import { referencePage } from '../documentation';
import { formatNumber } from '../locale-format';
import { method, type PlatformClass } from '../platform-class';

const MAX_INTEGER = 2_147_483_647;
const MIN_INTEGER = -2_147_483_648;

/** @throws TypeException `Invalid integer: x` */
function parseInteger(runtime: ApexRuntime, text: string): number {
  const trimmed = text.trim();
  const value = /^[+-]?\d{1,11}$/.test(trimmed) ? Number(trimmed) + 0 : Number.NaN;
  if (value >= MIN_INTEGER && value <= MAX_INTEGER) return value;
  return runtime.throwNew('System.TypeException', `Invalid integer: ${text}`);
}

function valueOf(runtime: ApexRuntime, given: Maybe<ApexValue>): number {
  const value = requiredValue(runtime, given);
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  if (value instanceof ApexDecimal) return Number(BigInt.asIntN(32, value.toBigInt()));
  if (value instanceof ApexDouble) return doubleToInteger(value.value);
  return parseInteger(runtime, runtime.toText(value));
}

/** A double without its fraction, kept within the range of Integer as Java does. */
export function doubleToInteger(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.max(MIN_INTEGER, Math.min(MAX_INTEGER, Math.trunc(value))) + 0;
}

/** System.Integer: whole numbers of 32 bits. */
export const integerClass: PlatformClass = {
  name: 'System.Integer',
  kind: 'class',
  documentation: referencePage('apex_methods_system_integer'),
  members: [
    method('String format()', (runtime: ApexRuntime, self: number) =>
      formatNumber(String(self), runtime.user.locale),
    ),
    method('static Integer valueOf(String text)', (runtime: ApexRuntime, text: Maybe<string>) =>
      parseInteger(runtime, requiredValue(runtime, text)),
    ),
    method('static Integer valueOf(Object value)', valueOf),
  ],
};
