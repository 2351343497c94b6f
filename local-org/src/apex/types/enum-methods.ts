import type { ApexRuntime } from '../runtime/apex-runtime';
import { enumValue, enumValues, type ApexEnumValue } from '../runtime/values/apex-enum';
import { ApexList } from '../runtime/values/apex-list';
import type { ApexType } from './apex-type';
import type { ApexTypes } from './apex-types';
import type { MethodSymbol, TypeSymbol } from './symbols';

type Make = (
  name: string,
  returnType: ApexType,
  parts: Pick<MethodSymbol, 'run' | 'isStatic'> & { readonly parameter?: ApexType },
) => MethodSymbol;

/**
 * Adds the methods that every enum has. Their owner counts as the platform's, whoever wrote the enum, and shares the
 * enum's name and list of methods, so that they are linked as platform methods.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_enums.htm
 */
export function addEnumMethods(symbol: TypeSymbol, types: ApexTypes): void {
  const owner: TypeSymbol = {
    ...symbol,
    origin: 'platform',
    superclass: null,
    interfaces: [],
    methods: symbol.methods,
    constructors: [],
    variables: [],
    innerTypes: [],
  };
  symbol.methods.push(...methodsOf(symbol, types, makerFor(owner)));
}

function methodsOf(symbol: TypeSymbol, types: ApexTypes, make: Make): MethodSymbol[] {
  const type = types.of(symbol);
  const text = types.platform('String');
  const integer = types.platform('Integer');
  const list = types.list(type);
  return [
    make('values', list, {
      isStatic: true,
      run: (runtime: ApexRuntime) => new ApexList(list, [...enumValues(runtime.types, symbol)]),
    }),
    make('valueOf', type, {
      isStatic: true,
      parameter: text,
      run: (runtime: ApexRuntime, name: string | null) => constantNamed(runtime, symbol, name),
    }),
    make('name', text, { isStatic: false, run: (_runtime: ApexRuntime, self: ApexEnumValue) => self.name }),
    make('ordinal', integer, {
      isStatic: false,
      run: (_runtime: ApexRuntime, self: ApexEnumValue) => self.ordinal,
    }),
  ];
}

/** @throws NoSuchElementException `No enum constant Color.BLUE` */
function constantNamed(runtime: ApexRuntime, symbol: TypeSymbol, name: string | null): ApexEnumValue {
  if (name === null) return runtime.throwNull();
  // UNVERIFIED: the text when there is no such constant.
  return (
    enumValue(runtime.types, symbol, name) ??
    runtime.throwNew('System.NoSuchElementException', `No enum constant ${symbol.qualifiedName}.${name}`)
  );
}

function makerFor(owner: TypeSymbol): Make {
  return (name, returnType, { run, isStatic, parameter }) => ({
    name,
    owner,
    parameters: parameter ? [{ name: 'value', type: parameter }] : [],
    returnType,
    access: 'global',
    isStatic,
    isAbstract: false,
    isVirtual: false,
    isOverride: false,
    isTest: false,
    annotations: [],
    line: 0,
    slots: [`p_${name.toLowerCase()}_${parameter ? 1 : 0}`],
    run,
  });
}
