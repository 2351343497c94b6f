import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND, pad } from './calendar';
import { PlatformObject } from './platform-object';

/**
 * A Time: milliseconds since midnight, within one day.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_time.htm
 */
export class ApexTime extends PlatformObject {
  /** 0 to 86,399,999. */
  readonly ms: number;

  /** @param ms milliseconds; beyond a day they wrap around */
  constructor(ms: number) {
    super();
    this.ms = ((ms % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;
  }

  override get typeName(): string {
    return 'Time';
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * MS_PER_SECOND + millisecond);
  }

  /** From a stored value: `10:30:00.000Z`. @throws TypeException `Invalid time: x` */
  static fromText(runtime: ApexRuntime, text: string): ApexTime {
    const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(text);
    if (!match) return runtime.throwNew('System.TypeException', `Invalid time: ${text}`);
    const [, hour, minute, second = '0', fraction = '0'] = match;
    return ApexTime.of(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, '0')));
  }

  get hour(): number {
    return Math.floor(this.ms / MS_PER_HOUR);
  }

  get minute(): number {
    return Math.floor(this.ms / MS_PER_MINUTE) % 60;
  }

  get second(): number {
    return Math.floor(this.ms / MS_PER_SECOND) % 60;
  }

  get millisecond(): number {
    return this.ms % MS_PER_SECOND;
  }

  /** `10:30:00.000Z`. */
  toFieldValue(): string {
    return `${pad(this.hour)}:${pad(this.minute)}:${pad(this.second)}.${pad(this.millisecond, 3)}Z`;
  }

  compareTo(other: ApexTime): number {
    return this.ms - other.ms;
  }

  override toText(): string {
    return this.toFieldValue();
  }

  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexTime && other.ms === this.ms;
  }

  override key(): unknown {
    return `\0time${this.ms}`;
  }
}
