import type { ApexType } from '../types/apex-type';
import type { ConstructorSymbol, TypeSymbol } from '../types/symbols';
import type { ApexRuntime } from './apex-runtime';
import type { ClassHandle } from './class-handle';
import { ApexException } from './values/apex-exception';
import { ApexSObject } from './values/apex-sobject';
import type { ApexValue } from './values/apex-value';

type Run = (...parts: unknown[]) => unknown;

/** Makes an object by the first constructor that takes the arguments. @throws TypeException when there is none */
export function constructObject(
  runtime: ApexRuntime,
  classOf: (symbol: TypeSymbol) => ClassHandle | undefined,
  type: ApexType,
  args: readonly ApexValue[],
): ApexValue {
  if (type.kind === 'sobject' && type.objectName !== null)
    return ApexSObject.create(runtime, type.objectName);
  if (type.kind !== 'class' || type.symbol.kind !== 'class' || type.symbol.isAbstract)
    return refuse(runtime, type);
  const { symbol } = type;
  const constructor = symbol.constructors.find((each) => accepts(runtime, each, args));
  if (symbol.origin === 'platform') {
    if (!constructor?.run) return refuse(runtime, type);
    return (constructor.run as Run)(runtime, type, ...args) as ApexValue;
  }
  const handle = classOf(symbol);
  if (!handle) return refuse(runtime, type);
  const fresh = new handle.klass();
  const slot = constructor?.slot ?? (args.length === 0 && symbol.constructors.length === 0 ? 'k_0' : null);
  const initializer = slot === null ? undefined : (fresh as unknown as Record<string, Run | undefined>)[slot];
  if (initializer) return initializer.apply(fresh, [...args]) as ApexValue;
  return fresh instanceof ApexException ? fresh.initialize(args) : refuse(runtime, type);
}

function accepts(
  runtime: ApexRuntime,
  { parameters }: ConstructorSymbol,
  args: readonly ApexValue[],
): boolean {
  return (
    parameters.length === args.length &&
    parameters.every(({ type }, i) => {
      const arg = args[i] ?? null;
      return arg === null || runtime.isInstance(arg, type);
    })
  );
}

function refuse(runtime: ApexRuntime, type: ApexType): never {
  return runtime.throwNew('System.TypeException', `Type cannot be constructed: ${type.name}`);
}

/** An object of a user's class on which no constructor has run. @throws TypeException for other types */
export function instantiateObject(
  runtime: ApexRuntime,
  classOf: (symbol: TypeSymbol) => ClassHandle | undefined,
  type: ApexType,
): ApexValue {
  const handle = type.kind === 'class' && !type.symbol.isAbstract ? classOf(type.symbol) : undefined;
  return handle?.klass ? new handle.klass() : refuse(runtime, type);
}
