import type {
  CompilationUnit,
  ConstructorDeclaration,
  MethodDeclaration,
  PropertyDeclaration,
  TypeDeclaration,
  VariableDeclarator,
} from '../syntax/ast';
import type { ConstructorSymbol, MethodSymbol, TypeSymbol, VariableSymbol } from '../types/symbols';
import type { LocalTypeNames } from './type-scope';

/** A class, trigger or anonymous block to compile, with its tree. */
export interface SourceUnit {
  /** Name of the deployed class or trigger; `anon` for a block. */
  readonly name: string;
  readonly apiVersion: number;
  readonly unit: CompilationUnit;
}

/**
 * A unit whose declarations have been read: the symbols of its types and members, found by the part of the tree that
 * declares them. A declaration that is refused (a second field of the same name) has no symbol.
 */
export interface DeclaredUnit {
  readonly name: string;
  readonly kind: CompilationUnit['kind'];
  readonly apiVersion: number;
  readonly unit: CompilationUnit;
  /**
   * The type that code of the unit belongs to: the top-level type, or for a trigger or block a class of that name which
   * owns the methods declared in it.
   */
  readonly owner: TypeSymbol;
  /** Types of the unit: the top-level one with its inner types, or those declared in a trigger or block. */
  readonly types: ReadonlyMap<TypeDeclaration, TypeSymbol>;
  /** Types declared in a trigger or block, by name in lower case; no others see them. */
  readonly localTypes: LocalTypeNames;
  readonly methods: ReadonlyMap<MethodDeclaration, MethodSymbol>;
  readonly constructors: ReadonlyMap<ConstructorDeclaration, ConstructorSymbol>;
  readonly variables: ReadonlyMap<VariableDeclarator | PropertyDeclaration, VariableSymbol>;
}
