import type { ApexType } from '../types/apex-type';
import type { MethodSymbol, TypeSymbol } from '../types/symbols';
import type { ApexRuntime } from './apex-runtime';
import type { ClassHandle } from './class-handle';
import { ApexInstance } from './values/apex-instance';
import type { ApexValue } from './values/apex-value';

/** Ends the name of the class of a stub, as texts show it. */
const STUB_SUFFIX = '__sfdc_ApexStub';

/** Answers a call of a method of a stub. */
export type StubCall = (stub: ApexValue, method: MethodSymbol, args: readonly ApexValue[]) => ApexValue;

/**
 * Makes an object of a user's class or interface on which no constructor has run. Its methods, but for static and private
 * ones, are `call`.
 * @throws TypeException for other types
 */
export function stubObject(
  runtime: ApexRuntime,
  classOf: (symbol: TypeSymbol) => ClassHandle | undefined,
  type: ApexType,
  call: StubCall,
): ApexValue {
  if (type.kind !== 'class' || type.symbol.origin !== 'user' || type.symbol.kind === 'enum') {
    return runtime.throwNew('System.TypeException', `Cannot stub type: ${type.name}`);
  }
  const handle = classOf(type.symbol);
  const Base = type.symbol.kind === 'class' ? (handle?.klass ?? ApexInstance) : ApexInstance;
  const { simpleName } = type.symbol;
  const stub = new (class extends Base {
    override toText(): string {
      return `${simpleName}${STUB_SUFFIX}:[]`;
    }
  })();
  if (type.symbol.kind === 'interface') Object.defineProperty(stub, 'type', { value: type });
  for (const method of stubbedMethods(type.symbol)) {
    const value = (...args: ApexValue[]): ApexValue => call(stub, method, args);
    for (const slot of method.slots) Object.defineProperty(stub, slot, { value, configurable: true });
  }
  return stub;
}

/** Methods of users, those of supertypes first, so that overrides come after what they override. */
function stubbedMethods(symbol: TypeSymbol): MethodSymbol[] {
  const supertypes = [symbol.superclass, ...symbol.interfaces].flatMap((type) => (type ? [type.symbol] : []));
  const own = symbol.methods.filter(({ isStatic, access }) => !isStatic && access !== 'private');
  const inherited = supertypes.filter(({ origin }) => origin === 'user').flatMap(stubbedMethods);
  return [...inherited, ...own];
}
