import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import { pad } from './calendar';
import { PlatformObject } from './platform-object';
import type { WallClock } from './time-zones';
import { wallClock } from './time-zones';

const MS_PER_SECOND = 1_000;

/**
 * A Datetime: milliseconds since 1 January 1970 GMT.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_datetime.htm
 */
export class ApexDatetime extends PlatformObject {
  constructor(readonly ms: number) {
    super();
  }

  override get typeName(): string {
    return 'Datetime';
  }

  /**
   * From a stored value: `2024-01-31T10:30:00.000Z`, `...+0000`.
   * @throws TypeException `Invalid date/time: x`
   */
  static fromText(runtime: ApexRuntime, text: string): ApexDatetime {
    const ms = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    if (Number.isNaN(ms)) return runtime.throwNew('System.TypeException', `Invalid date/time: ${text}`);
    return new ApexDatetime(ms);
  }

  /** What a clock in a time zone shows. */
  wallClock(zone: string): WallClock {
    return wallClock(this.ms, zone);
  }

  /** `2024-01-31 10:30:00` on the clocks of a time zone. */
  textIn(zone: string): string {
    const clock = wallClock(this.ms, zone);
    const date = `${pad(clock.year, 4)}-${pad(clock.month)}-${pad(clock.day)}`;
    return `${date} ${pad(clock.hour)}:${pad(clock.minute)}:${pad(clock.second)}`;
  }

  /** `2024-01-31T10:30:00.000Z`, as fields are stored. */
  toFieldValue(): string {
    return `${this.textIn('GMT').replace(' ', 'T')}.${pad(this.wallClock('GMT').millisecond, 3)}Z`;
  }

  compareTo(other: ApexDatetime): number {
    return this.ms - other.ms;
  }

  /** In debug output and concatenations the time is GMT: `2024-01-31 10:30:00`. */
  override toText(): string {
    return this.textIn('GMT');
  }

  /**
   * Datetimes of the same second are equal, while their order goes by milliseconds.
   *
   * UNVERIFIED: `==` and membership of sets; a public test suite asserts it of `System.assertEquals`.
   */
  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexDatetime && other.second === this.second;
  }

  override key(): unknown {
    return `\0datetime${this.second}`;
  }

  private get second(): number {
    return Math.floor(this.ms / MS_PER_SECOND);
  }
}
