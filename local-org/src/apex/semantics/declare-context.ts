import type {
  ConstructorDeclaration,
  MethodDeclaration,
  PropertyDeclaration,
  TypeDeclaration,
  VariableDeclarator,
} from '../syntax/ast';
import type { ApexTypes } from '../types/apex-types';
import type { ConstructorSymbol, MethodSymbol, TypeSymbol, VariableSymbol } from '../types/symbols';
import type { CompileProblems } from './compile-error';
import type { DeclaredUnit, SourceUnit } from './declared-unit';
import { TypeScope, type LocalTypeNames } from './type-scope';

/** Maps from parts of the tree to symbols, while they are filled. */
export interface UnitSymbols {
  readonly types: Map<TypeDeclaration, TypeSymbol>;
  readonly methods: Map<MethodDeclaration, MethodSymbol>;
  readonly constructors: Map<ConstructorDeclaration, ConstructorSymbol>;
  readonly variables: Map<VariableDeclarator | PropertyDeclaration, VariableSymbol>;
}

/** What reading the declarations of one unit works with. */
export class DeclareContext {
  readonly symbols: UnitSymbols = {
    types: new Map(),
    methods: new Map(),
    constructors: new Map(),
    variables: new Map(),
  };
  /** Types of a trigger or block by name in lower case. */
  readonly localTypes = new Map<string, TypeSymbol>();
  private allTypes: ApexTypes | undefined;

  constructor(
    readonly source: SourceUnit,
    readonly problems: CompileProblems,
  ) {}

  /** All types of the org, once those of the users are known by name. */
  get types(): ApexTypes {
    if (!this.allTypes) throw new Error('Types are asked for before all are known by name');
    return this.allTypes;
  }

  set types(types: ApexTypes) {
    this.allTypes = types;
  }

  get apiVersion(): number {
    return this.source.apiVersion;
  }

  scopeOf(enclosing: TypeSymbol | null): TypeScope {
    return new TypeScope(this.types, enclosing, this.problems, this.localNames);
  }

  /** The unit as the binding of bodies sees it. */
  declared(owner: TypeSymbol): DeclaredUnit {
    const { name, unit, apiVersion } = this.source;
    return { name, kind: unit.kind, apiVersion, unit, owner, localTypes: this.localNames, ...this.symbols };
  }

  private get localNames(): LocalTypeNames {
    return this.localTypes;
  }
}
