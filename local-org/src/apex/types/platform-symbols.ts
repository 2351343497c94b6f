import { noMembers } from './no-members';
import { UnsupportedFeatureError } from '../../core';
import type { PlatformClass, PlatformFunction, PlatformMember } from '../library/platform-class';
import type { ApexType, ClassApexType } from './apex-type';
import type { ApexTypes } from './apex-types';
import { addEnumMethods } from './enum-methods';
import { resolveTypeText } from './resolve-type-text';
import { readSignature, readTypeText, type Signature } from './signature';
import type { ConstructorSymbol, MethodSymbol, ParameterSymbol, TypeSymbol, VariableSymbol } from './symbols';

/** The API version that types of the platform have. */
const PLATFORM_API_VERSION = 67;

const NO_SOURCE = {
  origin: 'platform',
  access: 'global',
  modifiers: [],
  annotations: [],
  sharing: 'omitted',
  apiVersion: PLATFORM_API_VERSION,
  unitName: null,
  line: 0,
} as const;

/** What is read from a declaration when the class is first used. */
interface Members {
  readonly methods: MethodSymbol[];
  readonly constructors: ConstructorSymbol[];
  readonly variables: VariableSymbol[];
}

/**
 * The symbol of a class of the library. Signatures are read when the symbol is first asked for members: most classes are
 * never used.
 */
export class PlatformTypeSymbol implements TypeSymbol {
  readonly qualifiedName: string;
  readonly simpleName: string;
  readonly kind: TypeSymbol['kind'];
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly typeParameters: readonly string[];
  readonly constants: readonly string[];
  readonly innerTypes: TypeSymbol[] = [];
  readonly origin = NO_SOURCE.origin;
  readonly access = NO_SOURCE.access;
  readonly modifiers = NO_SOURCE.modifiers;
  readonly annotations = NO_SOURCE.annotations;
  readonly sharing = NO_SOURCE.sharing;
  readonly apiVersion = NO_SOURCE.apiVersion;
  readonly unitName = NO_SOURCE.unitName;
  readonly line = NO_SOURCE.line;
  private membersRead: Members | undefined;
  private superclassRead: ClassApexType | null | undefined;
  private interfacesRead: readonly ClassApexType[] | undefined;

  constructor(
    private readonly declaration: PlatformClass,
    private readonly types: () => ApexTypes,
    readonly outer: TypeSymbol | null,
  ) {
    this.qualifiedName = declaration.name;
    this.simpleName = declaration.name.slice(declaration.name.lastIndexOf('.') + 1);
    this.kind = declaration.kind;
    this.isAbstract = declaration.abstract === true || declaration.kind === 'interface';
    this.isVirtual = declaration.extendable === true;
    this.typeParameters = declaration.typeParameters ?? [];
    this.constants = declaration.constants ?? [];
  }

  get superclass(): ClassApexType | null {
    const { superclass } = this.declaration;
    this.superclassRead ??= superclass ? this.classType(superclass) : null;
    return this.superclassRead;
  }

  get interfaces(): readonly ClassApexType[] {
    this.interfacesRead ??= (this.declaration.interfaces ?? []).map((name) => this.classType(name));
    return this.interfacesRead;
  }

  /** @see PlatformClass.json */
  get jsonMembers(): ReadonlyMap<string, ApexType> | undefined {
    const { json } = this.declaration;
    return (
      json &&
      new Map(
        Object.entries(json).map(([name, type]) => [
          name,
          this.resolve(readTypeText(type) ?? { name: type, arguments: [], arrayDepth: 0 }),
        ]),
      )
    );
  }

  get methods(): MethodSymbol[] {
    return this.members.methods;
  }

  get constructors(): ConstructorSymbol[] {
    return this.members.constructors;
  }

  get variables(): VariableSymbol[] {
    return this.members.variables;
  }

  private get members(): Members {
    if (!this.membersRead) {
      const members: Members = { methods: [], constructors: [], variables: [] };
      this.membersRead = members;
      for (const member of this.declaration.members) this.addMember(member, members);
      if (this.kind === 'enum') addEnumMethods(this, this.types());
    }
    return this.membersRead;
  }

  private addMember(member: PlatformMember, members: Members): void {
    const signature = readSignature(member.signature);
    switch (signature.kind) {
      case 'method':
        members.methods.push(this.method(signature, member));
        break;
      case 'constructor':
        members.constructors.push(this.constructorOf(signature, member.run, members.constructors.length));
        break;
      case 'variable':
        members.variables.push(this.variable(signature, member));
    }
  }

  private method(signature: Signature, { run, calledAs }: PlatformMember): MethodSymbol {
    const { name, isStatic, parameters } = signature;
    return {
      name,
      owner: this,
      parameters: this.parametersOf(signature),
      returnType: this.typeOf(signature),
      access: 'global',
      isStatic,
      isAbstract: run === null,
      isVirtual: !isStatic,
      isOverride: false,
      isTest: false,
      annotations: [],
      line: 0,
      slots: [platformSlot(calledAs ?? name, parameters.length)],
      run,
    };
  }

  private constructorOf(
    signature: Signature,
    run: PlatformFunction | null,
    index: number,
  ): ConstructorSymbol {
    return {
      owner: this,
      parameters: this.parametersOf(signature),
      access: 'global',
      annotations: [],
      line: 0,
      slot: `k_${index}`,
      run,
    };
  }

  private variable(signature: Signature, { run, write }: PlatformMember): VariableSymbol {
    const accessor = { access: 'global', automatic: false } as const;
    return {
      name: signature.name,
      owner: this,
      type: this.typeOf(signature),
      access: 'global',
      isStatic: signature.isStatic,
      isFinal: write === undefined,
      isTransient: false,
      property: { getter: accessor, setter: write ? accessor : null },
      annotations: [],
      line: 0,
      slot: `f_${signature.name.toLowerCase()}`,
      read: run,
      write: write ?? null,
    };
  }

  private parametersOf({ parameters }: Signature): ParameterSymbol[] {
    return parameters.map(({ name, type }) => ({ name, type: this.resolve(type) }));
  }

  private typeOf({ type }: Signature): ApexType {
    return type ? this.resolve(type) : this.types().void;
  }

  private resolve(text: NonNullable<Signature['type']>): ApexType {
    const type = resolveTypeText(text, this.types(), this.typeParameters);
    if (!type) throw new UnsupportedFeatureError(`Apex: type ${text.name} of ${this.qualifiedName}`);
    return type;
  }

  private classType(name: string): ClassApexType {
    const text = readTypeText(name);
    const type = text && this.resolve(text);
    if (type?.kind !== 'class')
      throw new UnsupportedFeatureError(`Apex: type ${name} of ${this.qualifiedName}`);
    return type;
  }
}

/** The slot of a method that the platform knows: `p_compareto_1`. */
export function platformSlot(name: string, arity: number): string {
  return `p_${name.toLowerCase()}_${arity}`;
}

/** A type that is known to exist on the platform and has no declaration in the library. */
export function unsupportedSymbol(qualifiedName: string): TypeSymbol {
  return {
    ...NO_SOURCE,
    qualifiedName,
    simpleName: qualifiedName.slice(qualifiedName.lastIndexOf('.') + 1),
    kind: 'class',
    isAbstract: false,
    isVirtual: true,
    ...noMembers(),
    outer: null,
    unsupported: true,
  };
}
