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
    /** Objects of a class that have the same one are equal; null: each is equal to itself only. */
    readonly identity: string | null = null,
  ) {
    super();
  }

  override equalTo(runtime: ApexRuntime, other: ApexValue): boolean {
    if (this.identity === null || !(other instanceof PlatformStruct)) return super.equalTo(runtime, other);
    return other.typeName === this.typeName && other.identity === this.identity;
  }

  override key(runtime: ApexRuntime): unknown {
    return this.identity === null ? super.key(runtime) : `${this.typeName}:${this.identity}`;
  }

  override toText(runtime: ApexRuntime): string {
    const parts = Object.entries(this.values).map(([name, value]) => `${name}=${runtime.toText(value)};`);
    const name = this.typeName.split('.').at(-1) ?? '';
    return `${name}[${parts.join('')}]`;
  }
}
