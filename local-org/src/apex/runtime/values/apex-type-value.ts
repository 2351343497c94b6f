import type { ApexType } from '../../types/apex-type';
import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import { PlatformObject } from './platform-object';

/**
 * A System.Type: what `Account.class` and `Type.forName` give.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_type.htm
 */
export class ApexTypeValue extends PlatformObject {
  constructor(
    /** The type that it stands for. */
    readonly denoted: ApexType,
  ) {
    super();
  }

  override get typeName(): string {
    return 'Type';
  }

  /** `List<Account>`, as `getName` answers. */
  get name(): string {
    return this.denoted.name;
  }

  override toText(): string {
    return this.name;
  }

  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexTypeValue && other.denoted === this.denoted;
  }

  /** Types are interned. */
  override key(): unknown {
    return this.denoted;
  }
}
