import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexInstance } from '../../runtime/values/apex-instance';
import type { ApexValue } from '../../runtime/values/apex-value';
import { hashCodeOf } from '../../runtime/values/hash-code';
import { method, type PlatformClass } from '../platform-class';

/** A copy of an object that shares what its variables refer to; values of the platform do not change and are their own. */
function copyOf(_runtime: ApexRuntime, self: ApexValue): ApexValue {
  if (!(self instanceof ApexInstance)) return self;
  const copy = Object.create(Object.getPrototypeOf(self) as object) as ApexInstance;
  return Object.assign(copy, self);
}

/** System.Object: what every value can do. */
export const objectClass: PlatformClass = {
  name: 'System.Object',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_data_types_object.htm',
  extendable: true,
  members: [
    method('String toString()', (runtime: ApexRuntime, self: ApexValue) => runtime.toText(self)),
    method('Boolean equals(Object other)', (runtime: ApexRuntime, self: ApexValue, other: ApexValue) =>
      runtime.equal(self, other),
    ),
    method('Integer hashCode()', hashCodeOf),
    method('Object clone()', copyOf),
  ],
};
