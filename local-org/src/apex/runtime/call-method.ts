import type { MethodSymbol, TypeSymbol } from '../types/symbols';
import type { ApexRuntime } from './apex-runtime';
import { ApexInstance } from './values/apex-instance';
import { hashCodeOf } from './values/hash-code';
import type { ApexValue } from './values/apex-value';

type Run = (...parts: unknown[]) => unknown;

/**
 * Calls a method that the platform knows by name: of an interface, of Object, or of a class that users may extend. An
 * object of a user has its own code for it, or that of the platform class it extends.
 */
export function callPlatformMethod(
  runtime: ApexRuntime,
  target: ApexValue,
  methodName: string,
  args: readonly ApexValue[],
): ApexValue {
  if (target === null) return runtime.throwNull();
  const slot = slotOf(target, methodName, args.length);
  if (slot) return (slot.apply(target, [...args]) ?? null) as ApexValue;
  const type = runtime.typeOf(target);
  const method = type.kind === 'class' ? findMethod(type.symbol, methodName, args.length) : undefined;
  if (method?.run) return ((method.run as Run)(runtime, target, ...args) ?? null) as ApexValue;
  const ofObject = OBJECT_METHODS[`${methodName.toLowerCase()}/${args.length}`];
  if (ofObject) return ofObject(runtime, target, args);
  return runtime.throwNew('System.TypeException', `Method does not exist: ${type.name}.${methodName}`);
}

/** Objects of users, and iterators of the platform, carry methods of interfaces as `p_hasnext_0`. */
function slotOf(target: ApexValue, methodName: string, arity: number): Run | undefined {
  if (target instanceof ApexInstance) return target.platformSlot(methodName, arity);
  if (typeof target !== 'object' || target === null) return undefined;
  return (target as unknown as Record<string, Run | undefined>)[`p_${methodName.toLowerCase()}_${arity}`];
}

function findMethod(symbol: TypeSymbol, methodName: string, arity: number): MethodSymbol | undefined {
  const wanted = methodName.toLowerCase();
  const own = symbol.methods.find(
    ({ name, parameters, isStatic, run }) =>
      !isStatic && run !== null && parameters.length === arity && name.toLowerCase() === wanted,
  );
  return own ?? (symbol.superclass ? findMethod(symbol.superclass.symbol, methodName, arity) : undefined);
}

type ObjectMethod = (runtime: ApexRuntime, target: ApexValue, args: readonly ApexValue[]) => ApexValue;

/** What every object can do. */
const OBJECT_METHODS: Readonly<Record<string, ObjectMethod>> = {
  'tostring/0': (runtime, target) => runtime.toText(target),
  'equals/1': (runtime, target, [other = null]) => runtime.equal(target, other),
  'clone/0': (_runtime, target) => (target instanceof ApexInstance ? target.shallowCopy() : target),
  'hashcode/0': (runtime, target) => hashCodeOf(runtime, target),
};
