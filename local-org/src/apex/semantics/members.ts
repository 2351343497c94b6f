import type { ApexType, ClassApexType } from '../types/apex-type';
import type { ApexTypes } from '../types/apex-types';
import { substitute } from '../types/substitute';
import type { ConstructorSymbol, MethodSymbol, TypeSymbol, VariableSymbol } from '../types/symbols';
import { supertypesOf } from './subtypes';

/** A variable of a type, with the type's arguments in the place of parameters. */
export interface VariableMember {
  readonly variable: VariableSymbol;
  readonly type: ApexType;
}

/** A method as a type has it, with the type's arguments in the place of parameters. */
export interface MethodMember {
  readonly method: MethodSymbol;
  readonly parameters: readonly ApexType[];
  readonly returnType: ApexType;
}

export interface ConstructorMember {
  readonly constructor: ConstructorSymbol;
  readonly parameters: readonly ApexType[];
}

/** Methods that answer an object of the very type they are called on. */
const SELF_RETURNING: ReadonlySet<string> = new Set(['clone']);

/** Owners whose `clone` is inherited by what is cloned. */
const CLONED: ReadonlySet<string> = new Set(['System.SObject', 'System.Object']);

/** A field or property of a type, its own or inherited, static or not; fields of records are asked of the schema. */
export function findVariable(type: ApexType, name: string, types: ApexTypes): VariableMember | null {
  const wanted = name.toLowerCase();
  for (const { symbol, arguments: args } of lineage(type, types)) {
    const variable = symbol.variables.find((each) => each.name.toLowerCase() === wanted);
    if (variable) return { variable, type: substitute(variable.type, args, types) };
  }
  return null;
}

/**
 * The methods of a type by name: its own, inherited ones that it does not override, those of interfaces and of Object.
 * @param isStatic leaves out the others when given
 */
export function findMethods(
  type: ApexType,
  name: string,
  types: ApexTypes,
  isStatic?: boolean,
): readonly MethodMember[] {
  const wanted = name.toLowerCase();
  const found: MethodMember[] = [];
  for (const each of lineage(type, types)) {
    for (const method of each.symbol.methods) {
      if (method.name.toLowerCase() !== wanted) continue;
      if (isStatic !== undefined && method.isStatic !== isStatic) continue;
      const member = memberOf(method, each.arguments, type, types);
      if (!found.some((other) => sameParameters(other.parameters, member.parameters))) found.push(member);
    }
  }
  return found;
}

/** The constructors of a type. */
export function findConstructors(type: ClassApexType, types: ApexTypes): readonly ConstructorMember[] {
  return type.symbol.constructors.map((constructor) => ({
    constructor,
    parameters: constructor.parameters.map((parameter) => substitute(parameter.type, type.arguments, types)),
  }));
}

/** Whether two lists of parameters have the same types. */
export function sameParameters(left: readonly ApexType[], right: readonly ApexType[]): boolean {
  return left.length === right.length && left.every((type, i) => type === right[i]);
}

function memberOf(
  method: MethodSymbol,
  args: readonly ApexType[],
  type: ApexType,
  types: ApexTypes,
): MethodMember {
  const returnsSelf =
    SELF_RETURNING.has(method.name.toLowerCase()) &&
    CLONED.has(method.owner.qualifiedName) &&
    !method.isStatic;
  return {
    method,
    parameters: method.parameters.map((parameter) => substitute(parameter.type, args, types)),
    returnType: returnsSelf ? type : substitute(method.returnType, args, types),
  };
}

/** A type and all it inherits from: superclasses, then interfaces, Object at the end. */
export function lineage(type: ApexType, types: ApexTypes): readonly ClassApexType[] {
  const start = type.kind === 'sobject' ? types.platform('SObject') : type;
  const objectType = types.platform('Object');
  if (start.kind !== 'class') return [objectType];
  const chain: ClassApexType[] = [];
  collect(start, types, chain, new Set());
  return chain.includes(objectType) ? chain : [...chain, objectType];
}

function collect(type: ClassApexType, types: ApexTypes, chain: ClassApexType[], seen: Set<TypeSymbol>): void {
  if (seen.has(type.symbol)) return;
  seen.add(type.symbol);
  chain.push(type);
  for (const supertype of supertypesOf(type, types)) collect(supertype, types, chain, seen);
}
