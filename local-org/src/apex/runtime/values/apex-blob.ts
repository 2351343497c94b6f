import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import { PlatformObject } from './platform-object';

/**
 * A Blob: bytes that do not change.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_blob.htm
 */
export class ApexBlob extends PlatformObject {
  constructor(readonly bytes: Uint8Array) {
    super();
  }

  override get typeName(): string {
    return 'Blob';
  }

  /** The bytes of a text in UTF-8. */
  static fromString(text: string): ApexBlob {
    return new ApexBlob(Buffer.from(text, 'utf8'));
  }

  /** From a stored value in base64. */
  static fromBase64(_runtime: ApexRuntime, text: string): ApexBlob {
    return new ApexBlob(Buffer.from(text, 'base64'));
  }

  toBase64(): string {
    return Buffer.from(this.bytes).toString('base64');
  }

  /** The bytes read as UTF-8; undefined when they are none. */
  toUtf8(): string | undefined {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.bytes);
    } catch {
      // The decoder reports malformed bytes only by throwing.
      return undefined;
    }
  }

  override toText(): string {
    return `Blob[${this.bytes.length}]`;
  }

  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexBlob && Buffer.compare(this.bytes, other.bytes) === 0;
  }

  override key(): unknown {
    return `\0blob${this.toBase64()}`;
  }
}
