import type { Node, TypeRef } from '../syntax/ast';
import type { ApexType } from '../types/apex-type';
import type { ApexTypes } from '../types/apex-types';
import { typeNamed } from '../types/resolve-type-text';
import type { TypeSymbol } from '../types/symbols';
import type { CompileProblems } from './compile-error';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import { missingTypeMessage } from './missing-names';
import { isVisible } from './visibility';

/** Types that only one unit knows, by name in lower case: those declared in a trigger or an anonymous block. */
export type LocalTypeNames = ReadonlyMap<string, TypeSymbol>;

const NO_LOCAL_TYPES: LocalTypeNames = new Map();

/** Generic types may not nest this deeply. */
const TOO_DEEP = 9;

/**
 * Names of types as code within a type sees them: inner types of the type, of what it extends and of its outer type, then
 * types of the unit, classes of users, the platform's, objects.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_type_resolution.htm
 */
export class TypeScope {
  constructor(
    private readonly types: ApexTypes,
    /** The type whose code it is; null outside of types. */
    private readonly enclosing: TypeSymbol | null,
    private readonly problems: CompileProblems,
    private readonly localTypes: LocalTypeNames = NO_LOCAL_TYPES,
  ) {}

  /**
   * The type that a reference means; reports `Invalid type: X` and returns null when there is none.
   * @param at where to report: the name of the method or parameter whose type it is, else the reference itself
   */
  resolve(ref: TypeRef, at: Node = ref): ApexType | null {
    if (depthOf(ref) < TOO_DEEP) return this.resolveAt(ref, at);
    return this.refuse(at, MESSAGES.typeTooDeep(textOf(ref), TOO_DEEP));
  }

  /**
   * The type of a dotted name without arguments, as expressions refer to it: `['Outer', 'Inner']`; undefined when there
   * is none. Reports nothing.
   */
  find(parts: readonly string[]): ApexType | undefined {
    const symbol = this.symbolOf(parts);
    if (symbol) return symbol.qualifiedName === 'System.SObject' ? this.types.sobject : this.types.of(symbol);
    return typeNamed(parts.join('.'), [], this.types);
  }

  /**
   * The symbol of a dotted name, generic ones included. Reports nothing.
   * @param parts `['Outer', 'Inner']`, `['Database', 'SaveResult']`
   */
  symbolOf(parts: readonly string[]): TypeSymbol | undefined {
    const [first = '', ...rest] = parts;
    let symbol = this.nearSymbol(first.toLowerCase());
    for (const part of rest) symbol = symbol && this.qualified(symbol, part.toLowerCase());
    return symbol ?? this.types.symbol(parts.join('.'));
  }

  private resolveAt(ref: TypeRef, at: Node): ApexType | null {
    const args: ApexType[] = [];
    for (const argument of ref.parts.flatMap((part) => part.arguments)) {
      const type = this.resolveAt(argument, at);
      if (!type) return null;
      args.push(type);
    }
    let type = this.named(ref, args, at);
    for (let i = 0; type && i < ref.arrayDepth; i++) type = this.types.list(type);
    return type;
  }

  private named(ref: TypeRef, args: readonly ApexType[], at: Node): ApexType | null {
    const parts = ref.parts.map(({ name }) => name);
    const name = parts.join('.');
    const symbol = this.symbolOf(parts);
    if (symbol && symbol.typeParameters.length !== args.length && symbol.unsupported !== true) {
      return this.refuse(at, arityMessage(symbol, name, args));
    }
    const type = symbol?.origin === 'user' ? this.types.of(symbol) : typeNamed(name, args, this.types);
    if (!type) return this.refuse(at, missingTypeMessage(name));
    if (type.kind === 'class' && type.symbol.unsupported === true) {
      return this.refuse(at, MESSAGES.unsupportedType(type.symbol.qualifiedName));
    }
    if (type.kind === 'class' && !this.sees(type.symbol))
      return this.refuse(at, MESSAGES.typeNotVisible(name));
    return type;
  }

  /** Whether code here may use a type: inner types are private unless they say otherwise. */
  private sees(symbol: TypeSymbol): boolean {
    if (symbol.origin === 'platform' || symbol.outer === null) return true;
    return isVisible(symbol, symbol.outer, this.enclosing);
  }

  private refuse(at: Node, message: string): null {
    this.problems.report(at, message);
    return null;
  }

  /** `Outer.Inner`: inherited inner types are found so within the outer type only. */
  private qualified(outer: TypeSymbol, name: string): TypeSymbol | undefined {
    const isWithin = this.enclosing?.unitName === outer.unitName;
    return isWithin ? innerType(outer, name) : ownInnerType(outer, name);
  }

  /** A type that is found by its bare name because of where the code stands. */
  private nearSymbol(name: string): TypeSymbol | undefined {
    for (let type = this.enclosing; type; type = type.outer) {
      const found = innerType(type, name) ?? (type.simpleName.toLowerCase() === name ? type : undefined);
      if (found) return found;
    }
    return this.localTypes.get(name);
  }
}

/** An inner type of a type or of what it extends. */
function innerType(symbol: TypeSymbol, name: string): TypeSymbol | undefined {
  const seen = new Set<TypeSymbol>();
  for (let type: TypeSymbol | undefined = symbol; type && !seen.has(type); type = type.superclass?.symbol) {
    seen.add(type);
    const found = ownInnerType(type, name);
    if (found) return found;
  }
  return undefined;
}

function ownInnerType({ innerTypes }: TypeSymbol, name: string): TypeSymbol | undefined {
  return innerTypes.find((inner) => inner.simpleName.toLowerCase() === name);
}

/** How deeply generic types and arrays nest in a reference. */
function depthOf({ parts, arrayDepth }: TypeRef): number {
  const args = parts.flatMap((part) => part.arguments);
  const below = args.length > 0 ? 1 + Math.max(...args.map(depthOf)) : 0;
  return below + arrayDepth;
}

/** A reference as written. */
function textOf({ parts, arrayDepth }: TypeRef): string {
  const names = parts.map((part) =>
    part.arguments.length > 0 ? `${part.name}<${part.arguments.map(textOf).join(',')}>` : part.name,
  );
  return `${names.join('.')}${'[]'.repeat(arrayDepth)}`;
}

function arityMessage(symbol: TypeSymbol, name: string, args: readonly ApexType[]): string {
  const expected = symbol.typeParameters.length;
  if (expected === 0) return MESSAGES.argumentsForPlainType(name);
  if (args.length === 0) return MESSAGES.noArgumentsForGenericType(name);
  return MESSAGES.typeArgumentCount(name, expected, args.length);
}
