import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { Maybe } from '../arguments';
import { requiredValue } from '../arguments';
import { referencePage } from '../documentation';
import { formatNumber } from '../locale-format';
import { method, type PlatformClass } from '../platform-class';

/** @throws TypeException `Invalid long: x` */
export function parseLong(runtime: ApexRuntime, text: string): bigint {
  const trimmed = text.trim();
  if (/^[+-]?\d{1,20}$/.test(trimmed)) {
    const value = BigInt(trimmed.replace('+', ''));
    if (BigInt.asIntN(64, value) === value) return value;
  }
  return runtime.throwNew('System.TypeException', `Invalid long: ${text}`);
}

/** System.Long: whole numbers of 64 bits. */
export const longClass: PlatformClass = {
  name: 'System.Long',
  kind: 'class',
  documentation: referencePage('apex_methods_system_long'),
  members: [
    method('String format()', (runtime: ApexRuntime, self: bigint) =>
      formatNumber(String(self), runtime.user.locale),
    ),
    method('Integer intValue()', (_runtime: ApexRuntime, self: bigint) => Number(BigInt.asIntN(32, self))),
    method('static Long valueOf(String text)', (runtime: ApexRuntime, text: Maybe<string>) =>
      parseLong(runtime, requiredValue(runtime, text)),
    ),
  ],
};
