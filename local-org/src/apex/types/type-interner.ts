import type { ApexType, ClassApexType, SObjectApexType, TypeParameter } from './apex-type';
import type { TypeSymbol } from './symbols';

/** One type per symbol and arguments: a path of arguments leads to the type. */
interface Branch {
  type: ClassApexType | undefined;
  readonly next: WeakMap<ApexType, Branch>;
}

/** Makes each type once, so that types are compared by identity. Types of classes that are gone are let go. */
export class TypeInterner {
  private readonly branches = new WeakMap<TypeSymbol, Branch>();
  private readonly records = new Map<string, SObjectApexType>();
  private readonly parameters = new Map<string, TypeParameter>();

  /** The type of a symbol with arguments. */
  of(symbol: TypeSymbol, typeArguments: readonly ApexType[]): ClassApexType {
    let branch = branchOf(this.branches, symbol);
    for (const argument of typeArguments) branch = branchOf(branch.next, argument);
    branch.type ??= { kind: 'class', symbol, arguments: typeArguments, name: nameOf(symbol, typeArguments) };
    return branch.type;
  }

  /** The type of an object by its API name as the schema writes it. */
  record(objectName: string): SObjectApexType {
    let type = this.records.get(objectName);
    if (!type) this.records.set(objectName, (type = { kind: 'sobject', objectName, name: objectName }));
    return type;
  }

  parameter(name: string, index: number): TypeParameter {
    const key = `${index} ${name}`;
    let type = this.parameters.get(key);
    if (!type) this.parameters.set(key, (type = { kind: 'parameter', name, index }));
    return type;
  }
}

function branchOf<K extends object>(branches: WeakMap<K, Branch>, key: K): Branch {
  let branch = branches.get(key);
  if (!branch) branches.set(key, (branch = { type: undefined, next: new WeakMap() }));
  return branch;
}

function nameOf({ qualifiedName, origin }: TypeSymbol, typeArguments: readonly ApexType[]): string {
  const name = origin === 'platform' ? qualifiedName.replace(/^System\./, '') : qualifiedName;
  if (typeArguments.length === 0) return name;
  return `${name}<${typeArguments.map((argument) => argument.name).join(',')}>`;
}
