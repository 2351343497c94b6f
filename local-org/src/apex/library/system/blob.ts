import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexBlob } from '../../runtime/values/apex-blob';
import type { Maybe } from '../arguments';
import { requiredValue } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

/** @throws StringException when the bytes are no UTF-8 */
function toText(runtime: ApexRuntime, self: ApexBlob): string {
  return self.toUtf8() ?? runtime.throwNew('System.StringException', 'BLOB is not a valid UTF-8 string');
}

/** System.Blob. */
export const blobClass: PlatformClass = {
  name: 'System.Blob',
  kind: 'class',
  documentation: referencePage('apex_methods_system_blob'),
  members: [
    method('Integer size()', (_runtime: ApexRuntime, self: ApexBlob) => self.bytes.length),
    method('String toString()', toText),
    method('static Blob valueOf(String text)', (runtime: ApexRuntime, text: Maybe<string>) =>
      ApexBlob.fromString(requiredValue(runtime, text)),
    ),
  ],
};
