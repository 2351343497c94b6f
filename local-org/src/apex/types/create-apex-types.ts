import { LocalOrgError } from '../../core';
import type { Schema } from '../../schema';
import type { PlatformClass } from '../library/platform-class';
import type {
  ApexType,
  ClassApexType,
  NullType,
  SObjectApexType,
  TypeParameter,
  VoidType,
} from './apex-type';
import type { ApexTypes } from './apex-types';
import { knownPlatformType } from './known-platform-types';
import { PlatformTypeSymbol, unsupportedSymbol } from './platform-symbols';
import { resolveTypeText, typeNamed } from './resolve-type-text';
import { readTypeText } from './signature';
import type { TypeSymbol } from './symbols';
import { TypeInterner } from './type-interner';

/** What types are made of. */
export interface ApexTypesOptions {
  /** Declarations of the platform's classes. */
  readonly library: readonly PlatformClass[];
  /** The schema of this moment. */
  schema(): Schema;
  /** Declares a class that follows from what is deployed, by name in any case: `Flow.Interview.Deal_Review`. */
  deployedClass?(name: string): PlatformClass | undefined;
}

/** Namespaces that are searched for names without one, in this order. */
const SEARCHED_NAMESPACES = ['System', 'Schema'];

/** Names that always mean the platform's type. */
const SCALARS: ReadonlySet<string> = new Set(
  'blob boolean date datetime decimal double id integer long object sobject string time list set map'.split(
    ' ',
  ),
);

const VOID: VoidType = { kind: 'void', name: 'void' };
const NULL: NullType = { kind: 'null', name: 'null' };
const SOBJECT: SObjectApexType = { kind: 'sobject', objectName: null, name: 'SObject' };

/** Rows of an aggregate query: a record without an object. */
const AGGREGATE_RESULT = 'AggregateResult';

/**
 * Makes the types of an org: those of the platform, of its objects and, by `withUserTypes`, of its users.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_type_resolution.htm
 */
export function createApexTypes(options: ApexTypesOptions): ApexTypes {
  const platform = new PlatformTypes(options, () => types);
  const types: ApexTypes = new OrgTypes(platform, new Map());
  return types;
}

/** What stays the same whatever users write: symbols of the platform, and all interned types. */
class PlatformTypes {
  readonly interner = new TypeInterner();
  private readonly declarations: ReadonlyMap<string, PlatformClass>;
  private readonly symbols = new Map<string, TypeSymbol>();
  private readonly known = new Map<string, ClassApexType>();

  constructor(
    readonly options: ApexTypesOptions,
    private readonly types: () => ApexTypes,
  ) {
    this.declarations = new Map(options.library.map((each) => [each.name.toLowerCase(), each]));
  }

  /** A symbol by its name with or without the System and Schema namespaces. */
  symbol(name: string): TypeSymbol | undefined {
    const key = name.toLowerCase();
    const known = this.symbols.get(key);
    if (known) return known;
    const found = this.find(name);
    if (found) this.symbols.set(key, found);
    return found;
  }

  /** The type of a class without arguments. @throws LocalOrgError when the platform has none */
  type(name: string): ClassApexType {
    let type = this.known.get(name);
    if (!type) {
      const symbol = this.symbol(name);
      if (!symbol) throw new LocalOrgError('APEX_INTERNAL', `No platform type ${name}`);
      this.known.set(name, (type = this.interner.of(symbol, [])));
    }
    return type;
  }

  private find(name: string): TypeSymbol | undefined {
    const deployed = this.options.deployedClass?.(name);
    if (deployed) return deployed.name === name ? this.declare(deployed) : this.symbol(deployed.name);
    const candidates = [...SEARCHED_NAMESPACES.map((namespace) => `${namespace}.${name}`), name];
    for (const candidate of candidates) {
      const declaration = this.declarations.get(candidate.toLowerCase());
      if (declaration) return candidate === name ? this.declare(declaration) : this.symbol(candidate);
    }
    for (const candidate of candidates) {
      const known = knownPlatformType(candidate);
      if (known) return candidate === name ? unsupportedSymbol(known) : this.symbol(candidate);
    }
    return undefined;
  }

  private declare(declaration: PlatformClass): TypeSymbol {
    const outerName = declaration.name.slice(0, declaration.name.lastIndexOf('.'));
    const outer = this.declarations.has(outerName.toLowerCase()) ? (this.symbol(outerName) ?? null) : null;
    return new PlatformTypeSymbol(declaration, this.types, outer);
  }
}

class OrgTypes implements ApexTypes {
  readonly void = VOID;
  readonly null = NULL;
  readonly sobject = SOBJECT;
  private readonly found = new Map<string, ApexType>();
  private foundIn: Schema | undefined;

  constructor(
    private readonly base: PlatformTypes,
    /** By qualified name in lower case. */
    private readonly users: ReadonlyMap<string, TypeSymbol>,
  ) {}

  sobjectType(objectName: string): SObjectApexType | undefined {
    const object = this.base.options.schema().find(objectName);
    if (object) return this.base.interner.record(object.name);
    const isAggregate = objectName.toLowerCase() === AGGREGATE_RESULT.toLowerCase();
    return isAggregate ? this.base.interner.record(AGGREGATE_RESULT) : undefined;
  }

  of(symbol: TypeSymbol, typeArguments: readonly ApexType[] = []): ClassApexType {
    return this.base.interner.of(symbol, typeArguments);
  }

  platform(name: string): ClassApexType {
    return this.base.type(name);
  }

  list(element: ApexType): ClassApexType {
    return this.of(this.platform('List').symbol, [element]);
  }

  set(element: ApexType): ClassApexType {
    return this.of(this.platform('Set').symbol, [element]);
  }

  map(key: ApexType, value: ApexType): ClassApexType {
    return this.of(this.platform('Map').symbol, [key, value]);
  }

  parameter(name: string, index: number): TypeParameter {
    return this.base.interner.parameter(name, index);
  }

  find(name: string): ApexType | undefined {
    const schema = this.base.options.schema();
    if (schema !== this.foundIn) {
      this.found.clear();
      this.foundIn = schema;
    }
    const known = this.found.get(name);
    if (known) return known;
    const type = this.resolve(name);
    if (type) this.found.set(name, type);
    return type;
  }

  symbol(name: string): TypeSymbol | undefined {
    const key = name.toLowerCase();
    if (SCALARS.has(key)) return this.base.symbol(name);
    return this.users.get(key) ?? this.base.symbol(name);
  }

  withUserTypes(symbols: readonly TypeSymbol[]): ApexTypes {
    const users = new Map<string, TypeSymbol>();
    const add = (symbol: TypeSymbol): void => {
      users.set(symbol.qualifiedName.toLowerCase(), symbol);
      symbol.innerTypes.forEach(add);
    };
    symbols.forEach(add);
    return new OrgTypes(this.base, users);
  }

  private resolve(name: string): ApexType | undefined {
    const text = readTypeText(name);
    if (!text) return undefined;
    return text.arguments.length > 0 || text.arrayDepth > 0
      ? resolveTypeText(text, this)
      : typeNamed(text.name, [], this);
  }
}
