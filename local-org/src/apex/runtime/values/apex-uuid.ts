import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import { PlatformObject } from './platform-object';

/**
 * A System.UUID.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_UUID.htm
 */
export class ApexUuid extends PlatformObject {
  constructor(
    /** In lower case, with hyphens. */
    readonly text: string,
  ) {
    super();
  }

  override get typeName(): string {
    return 'UUID';
  }

  override toText(): string {
    return this.text;
  }

  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexUuid && other.text === this.text;
  }

  override key(): unknown {
    return `\0uuid${this.text}`;
  }
}
