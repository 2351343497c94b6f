import type { ApexRuntime } from '../runtime/apex-runtime';
import type { ApexValue } from '../runtime/values/apex-value';
import type { PlatformStruct } from '../runtime/values/platform-struct';
import { method, property, type PlatformMember } from './platform-class';

function read(name: string): (runtime: ApexRuntime, self: PlatformStruct) => ApexValue {
  return (_runtime, self) => self.values[name] ?? null;
}

function write(name: string): (runtime: ApexRuntime, self: PlatformStruct, value: ApexValue) => void {
  return (_runtime, self, value) => {
    self.values[name] = value;
  };
}

/** A property that code reads and writes: `settableProperty('Boolean', 'OptAllOrNone')`. */
export function settableProperty(type: string, name: string): PlatformMember {
  return property(`${type} ${name}`, read(name), write(name));
}

/** A value with a method to set it and one to read it: `setLeadId(id)`, `getLeadId()`. */
export function accessorMethods(type: string, name: string): PlatformMember[] {
  const verb = type === 'Boolean' ? 'is' : 'get';
  return [
    method(`void set${name}(${type} value)`, write(name)),
    method(`${type} ${verb}${name}()`, read(name)),
  ];
}
