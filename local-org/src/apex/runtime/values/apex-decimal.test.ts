import { valueRuntime } from '../../testing-support/value-runtime';
import { ApexDecimal } from './apex-decimal';
import type { RoundingModeName } from './rounding';

const runtime = valueRuntime();
const decimal = (text: string): ApexDecimal => {
  const value = ApexDecimal.parse(text);
  if (!value) throw new Error(text);
  return value;
};

describe('ApexDecimal', () => {
  it.each([
    ['1.50', '1.50'],
    ['-0.05', '-0.05'],
    ['.5', '0.5'],
    ['1e3', '1E+3'],
    ['1.5E-3', '0.0015'],
    ['0.0000001', '1E-7'],
    ['123456789012345678901234567890.12', '123456789012345678901234567890.12'],
  ])('parse: %s prints %s', (text, printed) => {
    expect(decimal(text).toString()).toBe(printed);
  });

  it.each(['', 'abc', '1.2.3', '--1', '1e99999', '.'])('parse: refuses %p', (text) => {
    expect(ApexDecimal.parse(text)).toBeNull();
  });

  it.each([
    ['0.1', '0.2', '0.3'],
    ['1.50', '2', '3.50'],
    ['9007199254740991', '1', '9007199254740992'],
    ['0.000000000000000001', '1', '1.000000000000000001'],
    ['-5', '5', '0'],
  ])('add: %s + %s = %s', (left, right, sum) => {
    expect(decimal(left).add(decimal(right)).toString()).toBe(sum);
    expect(decimal(sum).subtract(decimal(right)).compareTo(decimal(left))).toBe(0);
  });

  it.each([
    ['1.5', '1.5', '2.25'],
    ['1.10', '2.0', '2.200'],
    ['99999999999', '99999999999', '9999999999800000000001'],
  ])('multiply: %s * %s = %s', (left, right, product) => {
    expect(decimal(left).multiply(decimal(right)).toString()).toBe(product);
  });

  it.each([
    ['1', '3', '0.333333333333333333333333333333333'],
    ['1', '31', '0.0322580645161290322580645161290323'],
    ['2', '3', '0.666666666666666666666666666666667'],
    ['10', '4', '2.5'],
    ['6.00', '3', '2.00'],
    ['100', '2.5', '40'],
    ['1', '8', '0.125'],
    ['-1', '3', '-0.333333333333333333333333333333333'],
    ['0', '7', '0'],
  ])('divide: %s / %s = %s', (left, right, quotient) => {
    expect(decimal(left).divide(runtime, decimal(right)).toString()).toBe(quotient);
  });

  it('divide: by zero is a MathException', () => {
    expect(() => decimal('1').divide(runtime, decimal('0.00'))).toThrow('System.MathException: Divide by 0');
  });

  it.each<[string, RoundingModeName, string]>([
    ['2.5', 'HALF_EVEN', '2'],
    ['3.5', 'HALF_EVEN', '4'],
    ['2.5', 'HALF_UP', '3'],
    ['-2.5', 'HALF_UP', '-3'],
    ['2.5', 'HALF_DOWN', '2'],
    ['-2.1', 'FLOOR', '-3'],
    ['-2.9', 'CEILING', '-2'],
    ['2.1', 'UP', '3'],
    ['2.9', 'DOWN', '2'],
    ['12345678901234567890.5', 'HALF_EVEN', '12345678901234567890'],
  ])('setScale: %s to a whole number by %s is %s', (text, mode, rounded) => {
    expect(decimal(text).setScale(runtime, 0, mode).toString()).toBe(rounded);
  });

  it('setScale: UNNECESSARY refuses to lose digits and may add zeroes', () => {
    expect(decimal('1.5').setScale(runtime, 3, 'UNNECESSARY').toString()).toBe('1.500');
    expect(() => decimal('1.5').setScale(runtime, 0, 'UNNECESSARY')).toThrow('System.MathException');
  });

  it('precision: counts the digits of the unscaled number', () => {
    expect([decimal('34.00').precision(), decimal('0.05').precision()]).toEqual([4, 1]);
  });

  it('key: equal values have equal keys whatever their scale', () => {
    expect(decimal('1.0').key()).toBe(decimal('1.00').key());
    expect(decimal('1').key()).toBe(1);
    expect(decimal('0.1').key()).not.toBe(decimal('0.10000000000000000001').key());
    expect(decimal('1.50000000000000000000').key()).toBe(decimal('1.5').key());
  });

  it('toPlainString: never has an exponent', () => {
    expect([decimal('1e3').toPlainString(), decimal('0.0000001').toPlainString()]).toEqual([
      '1000',
      '0.0000001',
    ]);
  });

  it('fromDouble: has the digits that the double prints', () => {
    expect([3, 1.5, 1e21, 0.1].map((value) => ApexDecimal.fromDouble(value)?.toPlainString())).toEqual([
      '3.0',
      '1.5',
      '1000000000000000000000',
      '0.1',
    ]);
    expect(ApexDecimal.fromDouble(Number.NaN)).toBeNull();
  });

  it('arithmetic: agrees with whole numbers of any size', () => {
    let seed = 42;
    const random = (): bigint => BigInt((seed = (seed * 1103515245 + 12345) % 2147483648)) ** 2n - 1n;
    for (let round = 0; round < 200; round++) {
      const [a, b] = [random() % 10n ** 17n, random() % 10n ** 17n];
      const [left, right] = [ApexDecimal.of(a, 5), ApexDecimal.of(b, 2)];
      expect(left.add(right).unscaled).toBe(a + b * 1000n);
      expect(left.multiply(right).unscaled).toBe(a * b);
      expect(left.compareTo(right)).toBe(a < b * 1000n ? -1 : a > b * 1000n ? 1 : 0);
    }
  });

  it('divide and setScale: small numbers give what long ones give', () => {
    // Enough zeroes that arithmetic leaves plain numbers; they change neither value nor rounding.
    const long = (value: ApexDecimal): ApexDecimal =>
      ApexDecimal.of(value.unscaled * 10n ** 25n, value.scale + 25);
    const modes: RoundingModeName[] = ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UP'];
    for (let n = -250; n <= 250; n += 5) {
      const value = ApexDecimal.of(BigInt(n), 2);
      for (const mode of modes) {
        for (const scale of [0, 1]) {
          const [small, big] = [value, long(value)].map((each) =>
            each.setScale(runtime, scale, mode).toString(),
          );
          expect(`${n} ${mode} ${small}`).toBe(`${n} ${mode} ${big}`);
        }
      }
      for (const divisor of [1n, 3n, 4n, -8n, 25n, 7n, 1000n]) {
        const right = ApexDecimal.of(divisor, 1);
        expect(value.divide(runtime, right).equals(long(value).divide(runtime, right))).toBe(true);
      }
    }
  });

  it('compareTo: looks at the value whatever the scales', () => {
    expect(decimal('1.5').compareTo(decimal('1.49999999999999999999'))).toBe(1);
    expect(decimal('-1.5').compareTo(decimal('1.50'))).toBe(-1);
    expect(decimal('9007199254740991').compareTo(decimal('9007199254740990.9'))).toBe(1);
    expect(decimal('1E+3').compareTo(decimal('1000.00'))).toBe(0);
  });
});
