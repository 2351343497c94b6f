import { randomBytes } from 'node:crypto';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexDecimal } from '../../runtime/values/apex-decimal';
import { ApexDouble } from '../../runtime/values/apex-double';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { method, property, type PlatformClass, type PlatformMember } from '../platform-class';
import { doubleToLong } from './double';
import { doubleToInteger } from './integer';

type Num = number | bigint | ApexDecimal | ApexDouble;

const double = (value: number): ApexDouble => new ApexDouble(value);

/** The Decimal of a result. @throws MathException when it is no finite number */
function decimal(runtime: ApexRuntime, value: number): ApexDecimal {
  // UNVERIFIED: the text of the exception for results that are no finite Decimal.
  return (
    ApexDecimal.fromDouble(value) ?? runtime.throwNew('System.MathException', `Invalid decimal: ${value}`)
  );
}

/** A function of a double that exists for Decimal too. */
function ofDouble(name: string, compute: (value: number) => number): PlatformMember[] {
  return [
    method(`static Decimal ${name}(Decimal x)`, (runtime: ApexRuntime, x: Maybe<ApexDecimal>) =>
      decimal(runtime, compute(required(runtime, x).toNumber())),
    ),
    method(`static Double ${name}(Double x)`, (runtime: ApexRuntime, x: Maybe<ApexDouble>) =>
      double(compute(required(runtime, x).value)),
    ),
  ];
}

/** The greater (`sign` 1) or smaller (-1) of two numbers, as it is. */
function extreme(name: string, sign: 1 | -1): PlatformMember[] {
  const pick = <T extends Num>(
    runtime: ApexRuntime,
    x: Maybe<T>,
    y: Maybe<T>,
    compare: (x: T, y: T) => number,
  ): T => {
    const [left, right] = [required(runtime, x), required(runtime, y, 2)];
    return compare(left, right) * sign >= 0 ? left : right;
  };
  const pickDecimal = (runtime: ApexRuntime, x: Maybe<ApexDecimal>, y: Maybe<ApexDecimal>): ApexDecimal =>
    pick(runtime, x, y, (left, right) => left.compareTo(right));
  const bySize = <T extends number | bigint>(x: T, y: T): number => (x < y ? -1 : x > y ? 1 : 0);
  return [
    method(
      `static Integer ${name}(Integer x, Integer y)`,
      (runtime: ApexRuntime, x: Maybe<number>, y: Maybe<number>) => pick(runtime, x, y, bySize),
    ),
    method(
      `static Long ${name}(Long x, Long y)`,
      (runtime: ApexRuntime, x: Maybe<bigint>, y: Maybe<bigint>) => pick(runtime, x, y, bySize),
    ),
    method(`static Decimal ${name}(Decimal x, Decimal y)`, pickDecimal),
    method(
      `static Decimal ${name}(Decimal x, Double y)`,
      (runtime: ApexRuntime, x: Maybe<ApexDecimal>, y: Maybe<ApexDouble>) =>
        pickDecimal(runtime, x, decimal(runtime, required(runtime, y, 2).value)),
    ),
    method(
      `static Double ${name}(Double x, Double y)`,
      (runtime: ApexRuntime, x: Maybe<ApexDouble>, y: Maybe<ApexDouble>) =>
        pick(runtime, x, y, (left, right) => bySize(left.value, right.value)),
    ),
  ];
}

const integral = (
  name: string,
  ofDecimal: (runtime: ApexRuntime, x: ApexDecimal) => ApexDecimal,
  compute: (value: number) => number,
): PlatformMember[] => [
  method(`static Decimal ${name}(Decimal x)`, (runtime: ApexRuntime, x: Maybe<ApexDecimal>) =>
    ofDecimal(runtime, required(runtime, x)),
  ),
  method(`static Double ${name}(Double x)`, (runtime: ApexRuntime, x: Maybe<ApexDouble>) =>
    double(compute(required(runtime, x).value)),
  ),
];

const abs: PlatformMember[] = [
  method('static Decimal abs(Decimal x)', (runtime: ApexRuntime, x: Maybe<ApexDecimal>) =>
    required(runtime, x).abs(),
  ),
  method('static Double abs(Double x)', (runtime: ApexRuntime, x: Maybe<ApexDouble>) =>
    double(Math.abs(required(runtime, x).value)),
  ),
  method(
    'static Integer abs(Integer x)',
    (runtime: ApexRuntime, x: Maybe<number>) => Math.abs(required(runtime, x)) | 0,
  ),
  method('static Long abs(Long x)', (runtime: ApexRuntime, x: Maybe<bigint>) => {
    const value = required(runtime, x);
    return BigInt.asIntN(64, value < 0n ? -value : value);
  }),
];

function mod<T extends number | bigint>(runtime: ApexRuntime, x: Maybe<T>, y: Maybe<T>): T {
  const [dividend, divisor] = [required(runtime, x), required(runtime, y, 2)];
  if (Number(divisor) === 0) return runtime.throwNew('System.MathException', 'Divide by 0');
  const rest = (dividend as number) % (divisor as number);
  return (typeof rest === 'number' ? rest + 0 : rest) as T;
}

const toInteger = (runtime: ApexRuntime, x: Maybe<ApexDecimal>): bigint =>
  required(runtime, x).setScale(runtime, 0, 'HALF_EVEN').toBigInt();

/** Half to even, as `rint` of Java. */
function rint(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** A random number from 0 to below 1, of 53 bits. */
function random(): ApexDouble {
  return double(Number(randomBytes(8).readBigUInt64BE() >> 11n) / 2 ** 53);
}

/** System.Math. */
export const mathClass: PlatformClass = {
  name: 'System.Math',
  kind: 'class',
  documentation: referencePage('apex_methods_system_math'),
  members: [
    property('static Double E', () => double(Math.E)),
    property('static Double PI', () => double(Math.PI)),
    ...abs,
    ...ofDouble('acos', Math.acos),
    ...ofDouble('asin', Math.asin),
    ...ofDouble('atan', Math.atan),
    ...ofDouble('cbrt', Math.cbrt),
    ...ofDouble('cos', Math.cos),
    ...ofDouble('cosh', Math.cosh),
    ...ofDouble('exp', Math.exp),
    ...ofDouble('log', Math.log),
    ...ofDouble('log10', Math.log10),
    ...ofDouble('sin', Math.sin),
    ...ofDouble('sinh', Math.sinh),
    ...ofDouble('sqrt', Math.sqrt),
    ...ofDouble('tan', Math.tan),
    ...ofDouble('tanh', Math.tanh),
    method(
      'static Decimal atan2(Decimal x, Decimal y)',
      (runtime: ApexRuntime, x: Maybe<ApexDecimal>, y: Maybe<ApexDecimal>) =>
        decimal(runtime, Math.atan2(required(runtime, x).toNumber(), required(runtime, y, 2).toNumber())),
    ),
    method(
      'static Double atan2(Double x, Double y)',
      (runtime: ApexRuntime, x: Maybe<ApexDouble>, y: Maybe<ApexDouble>) =>
        double(Math.atan2(required(runtime, x).value, required(runtime, y, 2).value)),
    ),
    ...integral('ceil', (runtime, x) => x.setScale(runtime, 0, 'CEILING'), Math.ceil),
    ...integral('floor', (runtime, x) => x.setScale(runtime, 0, 'FLOOR'), Math.floor),
    ...integral('rint', (runtime, x) => x.setScale(runtime, 0, 'HALF_EVEN'), rint),
    ...integral('signum', (_runtime, x) => ApexDecimal.fromInteger(x.signum()), Math.sign),
    ...extreme('max', 1),
    ...extreme('min', -1),
    method('static Integer mod(Integer x, Integer y)', mod<number>),
    method('static Long mod(Long x, Long y)', mod<bigint>),
    method(
      'static Double pow(Double base, Double exponent)',
      (runtime: ApexRuntime, base: Maybe<ApexDouble>, exponent: Maybe<ApexDouble>) =>
        double(required(runtime, base).value ** required(runtime, exponent, 2).value),
    ),
    method('static Double random()', random),
    method('static Integer round(Decimal x)', (runtime: ApexRuntime, x: Maybe<ApexDecimal>) =>
      Number(BigInt.asIntN(32, toInteger(runtime, x))),
    ),
    method('static Integer round(Double x)', (runtime: ApexRuntime, x: Maybe<ApexDouble>) =>
      doubleToInteger(rint(required(runtime, x).value)),
    ),
    method('static Long roundToLong(Decimal x)', (runtime: ApexRuntime, x: Maybe<ApexDecimal>) =>
      BigInt.asIntN(64, toInteger(runtime, x)),
    ),
    method('static Long roundToLong(Double x)', (runtime: ApexRuntime, x: Maybe<ApexDouble>) =>
      doubleToLong(rint(required(runtime, x).value)),
    ),
  ],
};
