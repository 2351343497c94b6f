import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import { PlatformObject } from './platform-object';

/**
 * An object of a platform class whose state is a few named values: results of saves, describes, requests. Its class is
 * declared in the library; members read and write `values`.
 */
export class PlatformStruct extends PlatformObject {
  constructor(
    /** `Database.SaveResult`. */
    override readonly typeName: string,
    readonly values: Record<string, ApexValue> = {},
    /** What the object stands for, where members need more than values of Apex. */
    readonly subject: unknown = null,
  ) {
    super();
  }

  override toText(runtime: ApexRuntime): string {
    const parts = Object.entries(this.values).map(([name, value]) => `${name}=${runtime.toText(value)};`);
    const name = this.typeName.split('.').at(-1) ?? '';
    return `${name}[${parts.join('')}]`;
  }
}
