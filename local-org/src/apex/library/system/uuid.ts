import { randomUUID } from 'node:crypto';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexUuid } from '../../runtime/values/apex-uuid';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function fromString(runtime: ApexRuntime, given: Maybe<string>): ApexUuid {
  const text = required(runtime, given);
  if (UUID.test(text)) return new ApexUuid(text.toLowerCase());
  // UNVERIFIED: type and text of the exception of UUID.fromString.
  return runtime.throwNew('System.IllegalArgumentException', `Invalid UUID string: ${text}`);
}

/** System.UUID. */
export const uuidClass: PlatformClass = {
  name: 'System.UUID',
  kind: 'class',
  documentation: referencePage('apex_class_System_UUID'),
  members: [
    method('String toString()', (_runtime: ApexRuntime, self: ApexUuid) => self.text),
    method('static UUID fromString(String text)', fromString),
    method('static UUID randomUUID()', () => new ApexUuid(randomUUID())),
  ],
};
