import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexDouble, doubleText } from '../../runtime/values/apex-double';
import { decimalOf } from '../../runtime/values/numbers';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { Maybe } from '../arguments';
import { requiredValue } from '../arguments';
import { referencePage } from '../documentation';
import { formatNumber } from '../locale-format';
import { method, type PlatformClass } from '../platform-class';
import { doubleToInteger } from './integer';

const MAX_LONG = 9_223_372_036_854_775_807n;
const MIN_LONG = -9_223_372_036_854_775_808n;

/** @throws TypeException `Invalid double: x` */
export function parseDouble(runtime: ApexRuntime, text: string): ApexDouble {
  const trimmed = text.trim();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?$/.test(trimmed)) {
    return new ApexDouble(Number(trimmed.replace(/[dDfF]$/, '')));
  }
  return runtime.throwNew('System.TypeException', `Invalid double: ${text}`);
}

function valueOf(runtime: ApexRuntime, given: Maybe<ApexValue>): ApexDouble {
  const value = requiredValue(runtime, given);
  if (value instanceof ApexDouble) return value;
  const number = decimalOf(value);
  return number ? new ApexDouble(number.toNumber()) : parseDouble(runtime, runtime.toText(value));
}

/** A double without its fraction, kept within the range of Long as Java does. */
export function doubleToLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (!Number.isFinite(value)) return value > 0 ? MAX_LONG : MIN_LONG;
  const whole = BigInt(Math.trunc(value));
  return whole > MAX_LONG ? MAX_LONG : whole < MIN_LONG ? MIN_LONG : whole;
}

/** System.Double: floating point numbers of 64 bits. */
export const doubleClass: PlatformClass = {
  name: 'System.Double',
  kind: 'class',
  documentation: referencePage('apex_methods_system_double'),
  members: [
    method('String format()', (runtime: ApexRuntime, self: ApexDouble) =>
      formatNumber(decimalOf(self)?.toPlainString() ?? doubleText(self.value), runtime.user.locale),
    ),
    method('Integer intValue()', (_runtime: ApexRuntime, self: ApexDouble) => doubleToInteger(self.value)),
    method('Long longValue()', (_runtime: ApexRuntime, self: ApexDouble) => doubleToLong(self.value)),
    method('Long round()', (_runtime: ApexRuntime, self: ApexDouble) =>
      doubleToLong(Math.floor(self.value + 0.5)),
    ),
    method('static Double valueOf(String text)', (runtime: ApexRuntime, text: Maybe<string>) =>
      parseDouble(runtime, requiredValue(runtime, text)),
    ),
    method('static Double valueOf(Object value)', valueOf),
  ],
};
