import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import type { CalendarDay } from './calendar';
import { calendarDay, dayNumber, dayText } from './calendar';
import { PlatformObject } from './platform-object';

/**
 * A Date: a number of days since 1 January 1970.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_date.htm
 */
export class ApexDate extends PlatformObject {
  constructor(readonly days: number) {
    super();
  }

  override get typeName(): string {
    return 'Date';
  }

  /** From year, month (1 to 12) and day; what is beyond its range carries over. */
  static of(year: number, month: number, day: number): ApexDate {
    return new ApexDate(dayNumber(year, month, day));
  }

  /** From a stored value: `2024-01-31`. @throws TypeException `Invalid date: x` */
  static fromText(runtime: ApexRuntime, text: string): ApexDate {
    const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
    if (!match) return runtime.throwNew('System.TypeException', `Invalid date: ${text}`);
    return ApexDate.of(Number(match[1]), Number(match[2]), Number(match[3]));
  }

  get parts(): CalendarDay {
    return calendarDay(this.days);
  }

  /** `2024-01-31`, as fields are stored and `String.valueOf(Date)` writes it. */
  toFieldValue(): string {
    return dayText(this.days);
  }

  compareTo(other: ApexDate): number {
    return this.days - other.days;
  }

  /** In debug output and concatenations a Date shows a time: `2024-01-31 00:00:00`. */
  override toText(): string {
    return `${dayText(this.days)} 00:00:00`;
  }

  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexDate && other.days === this.days;
  }

  override key(): unknown {
    return `\0date${this.days}`;
  }
}
