import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import { PlatformObject } from './platform-object';

/**
 * A Double: a 64-bit floating point number that is told apart from Integer.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_double.htm
 */
export class ApexDouble extends PlatformObject {
  constructor(readonly value: number) {
    super();
  }

  override get typeName(): string {
    return 'Double';
  }

  toNumber(): number {
    return this.value;
  }

  override toText(): string {
    return doubleText(this.value);
  }

  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexDouble && other.value === this.value;
  }

  override key(): unknown {
    return this.value;
  }
}

/** A double as Java prints it: `1.0`, `0.1`, `1.0E7`, `NaN`, `-Infinity`. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) {
    const text = String(value);
    return text.includes('.') ? text : `${text}.0`;
  }
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}
