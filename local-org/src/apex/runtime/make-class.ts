import type { TypeCode } from '../codegen/link-entry';
import type { ApexType } from '../types/apex-type';
import type { ClassHandle, InstanceClass } from './class-handle';

/**
 * Makes the JavaScript class of a user's class from its code and gives it to the handle.
 * @param superclass the class of the superclass, or what stands for Object and Exception
 */
export function makeClass(
  handle: ClassHandle,
  code: TypeCode,
  superclass: InstanceClass,
  type: ApexType,
): void {
  if (code.shell) {
    handle.klass = code.shell(superclass) as InstanceClass;
    const prototype = handle.klass.prototype as object;
    Object.defineProperty(prototype, 'type', { value: type, writable: true, configurable: true });
    for (const [slot, member] of Object.entries(code.members)) define(prototype, slot, member);
    defineAccessors(prototype, code.accessors);
  }
  const staticsPrototype = {};
  defineAccessors(staticsPrototype, code.staticAccessors);
  handle.adopt(code, Object.keys(code.staticAccessors).length > 0 ? staticsPrototype : null);
}

function define(target: object, slot: string, value: unknown): void {
  Object.defineProperty(target, slot, { value, writable: true, configurable: true });
}

function defineAccessors(target: object, accessors: TypeCode['accessors']): void {
  for (const [slot, [read, write]] of Object.entries(accessors)) {
    Object.defineProperty(target, slot, {
      configurable: true,
      ...(read && { get: read as () => unknown }),
      ...(write && { set: write as (value: unknown) => void }),
    });
  }
}
