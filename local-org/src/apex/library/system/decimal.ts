import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexDecimal } from '../../runtime/values/apex-decimal';
import { ApexDouble } from '../../runtime/values/apex-double';
import type { ApexEnumValue } from '../../runtime/values/apex-enum';
import type { RoundingModeName } from '../../runtime/values/rounding';
import type { Maybe } from '../arguments';
import { required, requiredValue } from '../arguments';
import { referencePage } from '../documentation';
import { formatNumber } from '../locale-format';
import { method, type PlatformClass } from '../platform-class';

const MAX_EXPONENT = 32_767;

function modeOf(runtime: ApexRuntime, mode: Maybe<ApexEnumValue>, position: number): RoundingModeName {
  return required(runtime, mode, position).name as RoundingModeName;
}

/** @throws TypeException `Invalid decimal: x` */
export function parseDecimal(runtime: ApexRuntime, text: string): ApexDecimal {
  return (
    ApexDecimal.parse(text.trim()) ?? runtime.throwNew('System.TypeException', `Invalid decimal: ${text}`)
  );
}

function fromDouble(runtime: ApexRuntime, given: Maybe<ApexDouble>): ApexDecimal {
  const { value } = requiredValue(runtime, given);
  return (
    ApexDecimal.fromDouble(value) ??
    runtime.throwNew('System.TypeException', `Invalid decimal: ${runtime.toText(given)}`)
  );
}

function divide(
  runtime: ApexRuntime,
  self: ApexDecimal,
  divisor: Maybe<ApexDecimal>,
  scale: Maybe<number>,
  mode?: Maybe<ApexEnumValue>,
): ApexDecimal {
  return self.divideToScale(
    runtime,
    required(runtime, divisor),
    required(runtime, scale, 2),
    mode === undefined ? 'HALF_EVEN' : modeOf(runtime, mode, 3),
  );
}

function setScale(
  runtime: ApexRuntime,
  self: ApexDecimal,
  scale: Maybe<number>,
  mode?: Maybe<ApexEnumValue>,
): ApexDecimal {
  return self.setScale(
    runtime,
    required(runtime, scale),
    mode === undefined ? 'HALF_EVEN' : modeOf(runtime, mode, 2),
  );
}

function round(runtime: ApexRuntime, self: ApexDecimal, mode?: Maybe<ApexEnumValue>): bigint {
  const rounded = self.setScale(runtime, 0, mode === undefined ? 'HALF_EVEN' : modeOf(runtime, mode, 1));
  return BigInt.asIntN(64, rounded.toBigInt());
}

function pow(runtime: ApexRuntime, self: ApexDecimal, exponent: Maybe<number>): ApexDecimal {
  const power = required(runtime, exponent);
  if (power >= 0 && power <= MAX_EXPONENT) return self.pow(power);
  // UNVERIFIED: the text of the exception of Decimal.pow for an exponent out of range, which is Java's.
  return runtime.throwNew('System.MathException', 'Invalid operation');
}

/** System.Decimal: numbers of any number of digits with a scale. */
export const decimalClass: PlatformClass = {
  name: 'System.Decimal',
  kind: 'class',
  documentation: referencePage('apex_methods_system_decimal'),
  members: [
    method('Decimal abs()', (_runtime: ApexRuntime, self: ApexDecimal) => self.abs()),
    method('Decimal divide(Decimal divisor, Integer scale)', divide),
    method('Decimal divide(Decimal divisor, Integer scale, System.RoundingMode mode)', divide),
    method(
      'Double doubleValue()',
      (_runtime: ApexRuntime, self: ApexDecimal) => new ApexDouble(self.toNumber()),
    ),
    method('String format()', (runtime: ApexRuntime, self: ApexDecimal) =>
      formatNumber(self.toPlainString(), runtime.user.locale),
    ),
    method('Integer intValue()', (_runtime: ApexRuntime, self: ApexDecimal) =>
      Number(BigInt.asIntN(32, self.toBigInt())),
    ),
    method('Long longValue()', (_runtime: ApexRuntime, self: ApexDecimal) =>
      BigInt.asIntN(64, self.toBigInt()),
    ),
    method('Decimal pow(Integer exponent)', pow),
    method('Integer precision()', (_runtime: ApexRuntime, self: ApexDecimal) => self.precision()),
    method('Long round()', round),
    method('Long round(System.RoundingMode mode)', round),
    method('Integer scale()', (_runtime: ApexRuntime, self: ApexDecimal) => self.scale),
    method('Decimal setScale(Integer scale)', setScale),
    method('Decimal setScale(Integer scale, System.RoundingMode mode)', setScale),
    method('Decimal stripTrailingZeros()', (_runtime: ApexRuntime, self: ApexDecimal) =>
      self.stripTrailingZeros(),
    ),
    method('String toPlainString()', (_runtime: ApexRuntime, self: ApexDecimal) => self.toPlainString()),
    method('static Decimal valueOf(Double value)', fromDouble),
    method('static Decimal valueOf(Long value)', (runtime: ApexRuntime, value: Maybe<bigint>) =>
      ApexDecimal.fromLong(requiredValue(runtime, value)),
    ),
    method('static Decimal valueOf(String text)', (runtime: ApexRuntime, text: Maybe<string>) =>
      parseDecimal(runtime, requiredValue(runtime, text)),
    ),
  ],
};

/** System.RoundingMode. */
export const roundingModeEnum: PlatformClass = {
  name: 'System.RoundingMode',
  kind: 'enum',
  documentation: referencePage('apex_methods_system_decimal'),
  members: [],
  constants: ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UNNECESSARY', 'UP'],
};
