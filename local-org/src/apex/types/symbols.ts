import type { Annotation, Modifier } from '../syntax/ast';
import type { PlatformFunction } from '../library/platform-class';
import type { ApexType, ClassApexType } from './apex-type';

export type Access = 'private' | 'protected' | 'public' | 'global';

/** How a class regards sharing; `omitted` behaves by API version of the class. */
export type SharingMode = 'with' | 'without' | 'inherited' | 'omitted';

/** A class, interface or enum, of the platform or of a user. Mutable only while its declaration is read. */
export interface TypeSymbol {
  /** `Outer.Inner` for user types; `System.String`, `Database.SaveResult` for the platform's. */
  readonly qualifiedName: string;
  /** Last part of the name: `Inner`. */
  readonly simpleName: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly origin: 'user' | 'platform';
  readonly access: Access;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  /** Names of the type parameters of a generic platform class. */
  readonly typeParameters: readonly string[];
  superclass: ClassApexType | null;
  interfaces: readonly ClassApexType[];
  readonly constructors: ConstructorSymbol[];
  readonly methods: MethodSymbol[];
  readonly variables: VariableSymbol[];
  /** Enum constants in order. */
  readonly constants: readonly string[];
  /** The class it is an inner type of. */
  readonly outer: TypeSymbol | null;
  readonly innerTypes: TypeSymbol[];
  readonly modifiers: readonly Modifier[];
  readonly annotations: readonly Annotation[];
  readonly sharing: SharingMode;
  /** API version the class was saved with; the highest for platform types. */
  readonly apiVersion: number;
  /** Name of the deployed class or trigger the type stands in; null for the platform's. */
  readonly unitName: string | null;
  readonly line: number;
  /** A platform type that is known by name only: any use is reported as unsupported. */
  readonly unsupported?: boolean;
  /** Platform classes whose objects have a form in JSON: its members by name, with their types. */
  readonly jsonMembers?: ReadonlyMap<string, ApexType> | undefined;
}

export interface ParameterSymbol {
  readonly name: string;
  readonly type: ApexType;
}

export interface MethodSymbol {
  readonly name: string;
  readonly owner: TypeSymbol;
  readonly parameters: readonly ParameterSymbol[];
  /** `void` type when nothing. */
  readonly returnType: ApexType;
  readonly access: Access;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly isTest: boolean;
  readonly annotations: readonly Annotation[];
  readonly line: number;
  /**
   * Names under which the generated class carries the method, the first its own. An override or implementation has
   * those of what it overrides: `m_run$Integer`; `p_compareto_1` for a platform interface or Object's method. Those of a
   * static method after the first are what it implements of interfaces, where it is called on objects.
   */
  slots: readonly string[];
  /** Platform methods: what runs. */
  readonly run: PlatformFunction | null;
}

export interface ConstructorSymbol {
  readonly owner: TypeSymbol;
  readonly parameters: readonly ParameterSymbol[];
  readonly access: Access;
  readonly annotations: readonly Annotation[];
  readonly line: number;
  /** Name of the generated initialiser: `k_0`, `k_1`. */
  readonly slot: string;
  readonly run: PlatformFunction | null;
}

/** A field, a property, or a static variable of a class. */
export interface VariableSymbol {
  readonly name: string;
  readonly owner: TypeSymbol;
  readonly type: ApexType;
  readonly access: Access;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  /** Null for a plain field. */
  readonly property: PropertySymbol | null;
  readonly annotations: readonly Annotation[];
  readonly line: number;
  /** Name of the generated field: `f_name`. */
  readonly slot: string;
  /** Platform variables: reading; absent for constants of user classes. */
  readonly read: PlatformFunction | null;
  /** Platform variables that may be assigned. */
  readonly write: PlatformFunction | null;
}

export interface PropertySymbol {
  /** Null when there is none; `automatic` uses the field itself. */
  readonly getter: { readonly access: Access; readonly automatic: boolean } | null;
  readonly setter: { readonly access: Access; readonly automatic: boolean } | null;
}
