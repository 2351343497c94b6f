import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import { PlatformObject } from './platform-object';

/**
 * A System.TimeZone.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_timezone.htm
 */
export class ApexTimeZone extends PlatformObject {
  constructor(
    /** IANA name, or GMT. */
    readonly id: string,
  ) {
    super();
  }

  override get typeName(): string {
    return 'TimeZone';
  }

  override toText(): string {
    return this.id;
  }

  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexTimeZone && other.id === this.id;
  }

  override key(): unknown {
    return `\0timeZone${this.id}`;
  }
}
