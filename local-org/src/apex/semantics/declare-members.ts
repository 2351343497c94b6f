import type {
  Accessor,
  ClassDeclaration,
  ConstructorDeclaration,
  FieldDeclaration,
  MethodDeclaration,
  Modifiers,
  Name,
  Node,
  Parameter,
  PropertyDeclaration,
  TypeDeclaration,
  TypeRef,
  VariableDeclarator,
} from '../syntax/ast';
import type { ApexType } from '../types/apex-type';
import type {
  Access,
  ConstructorSymbol,
  MethodSymbol,
  ParameterSymbol,
  PropertySymbol,
  TypeSymbol,
  VariableSymbol,
} from '../types/symbols';
import { checkAnnotations } from './check-annotations';
import { checkModifiers } from './check-modifiers';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import type { DeclareContext } from './declare-context';
import type { ElementKind } from './element-kind';
import { checkIdentifier } from './identifiers';
import { INVALID_TYPE } from './invalid-type';
import { sameParameters } from './members';
import { accessOf, isNarrower } from './modifier-rules';
import { methodInMessage, typesInMessage } from './type-in-message';
import type { TypeScope } from './type-scope';
import { hasAnnotation } from './visibility';

/** Most parameters of a method. */
const MAX_PARAMETERS = 32;

/** Reads the members of a type into its symbol: types of fields, parameters and results resolved. */
export function declareMembers(
  declaration: TypeDeclaration,
  symbol: TypeSymbol,
  context: DeclareContext,
): void {
  const reader = new MemberReader(symbol, context);
  if (declaration.kind === 'interface')
    declaration.methods.forEach((method) => reader.interfaceMethod(method));
  if (declaration.kind === 'class') reader.members(declaration);
}

/** Reads methods of a trigger or block, which are static whatever they say. */
export function declareStaticMethods(
  methods: readonly MethodDeclaration[],
  owner: TypeSymbol,
  context: DeclareContext,
): void {
  const reader = new MemberReader(owner, context);
  for (const method of methods) reader.method(method, { isStatic: true });
}

class MemberReader {
  private readonly scope: TypeScope;
  /** Slots of the methods so far, which tell name and types of parameters. */
  private readonly signatures = new Set<string>();
  /** Names of the variables so far, in lower case. */
  private readonly variableNames = new Set<string>();

  constructor(
    private readonly owner: TypeSymbol,
    private readonly context: DeclareContext,
  ) {
    this.scope = context.scopeOf(owner);
  }

  members({ members }: ClassDeclaration): void {
    for (const member of members) {
      if (member.kind === 'field') this.field(member.declaration);
      else if (member.kind === 'property') this.property(member.declaration);
      else if (member.kind === 'method') this.method(member.declaration);
      else if (member.kind === 'constructor') this.constructorOf(member.declaration);
    }
  }

  interfaceMethod(declaration: MethodDeclaration): void {
    const { modifiers } = declaration;
    // UNVERIFIED: the words for a modifier, which methods of interfaces have none of.
    for (const modifier of modifiers) this.report(declaration, MESSAGES.unexpectedToken(modifier));
    this.addMethod(declaration, {
      access: this.owner.access === 'global' ? 'global' : 'public',
      isStatic: false,
      isAbstract: true,
      isVirtual: true,
    });
  }

  method(declaration: MethodDeclaration, known: { readonly isStatic?: boolean } = {}): void {
    const { modifiers, body, name } = declaration;
    const access = accessOf(modifiers);
    this.check(declaration, name, 'methods', access);
    const isAbstract = modifiers.includes('abstract');
    if (isAbstract && body) this.report(name, MESSAGES.bodyOfAbstract());
    if (!isAbstract && !body) this.report(name, MESSAGES.noBody());
    this.addMethod(declaration, {
      access,
      isStatic: known.isStatic ?? (modifiers.includes('static') || modifiers.includes('testmethod')),
      isAbstract,
      isVirtual: isAbstract || modifiers.includes('virtual'),
    });
  }

  private addMethod(
    declaration: MethodDeclaration,
    facts: Pick<MethodSymbol, 'access' | 'isStatic' | 'isAbstract' | 'isVirtual'>,
  ): void {
    const { name, modifiers, annotations, line } = declaration;
    const { owner, context } = this;
    checkIdentifier(name, 'method', context.problems);
    const returnType = this.returnType(declaration);
    const parameters = this.parameters(declaration.parameters, name);
    const slot = methodSlot(name.text, parameters);
    const symbol: MethodSymbol = {
      ...facts,
      name: name.text,
      owner,
      parameters,
      returnType,
      isOverride: modifiers.includes('override'),
      isTest: modifiers.includes('testmethod') || hasAnnotation(declaration, 'isTest'),
      annotations,
      line,
      slots: [slot],
      run: null,
    };
    if (this.signatures.has(slot)) {
      const types = parameters.map(({ type }) => type);
      const signature = methodInMessage(symbol, types, returnType);
      this.report(name, MESSAGES.duplicateMethod(name.text, signature, owner.qualifiedName));
      return;
    }
    this.signatures.add(slot);
    owner.methods.push(symbol);
    context.symbols.methods.set(declaration, symbol);
  }

  private constructorOf(declaration: ConstructorDeclaration): void {
    const { owner, context } = this;
    const { name, modifiers, annotations, line } = declaration;
    const access = accessOf(modifiers);
    this.check(declaration, name, 'constructors', access);
    if (name.text.toLowerCase() !== owner.simpleName.toLowerCase()) {
      this.report(name, MESSAGES.constructorName(name.text));
      return;
    }
    const parameters = this.parameters(declaration.parameters, name);
    const types = parameters.map(({ type }) => type);
    if (
      owner.constructors.some((other) =>
        sameParameters(
          other.parameters.map(({ type }) => type),
          types,
        ),
      )
    ) {
      const signature = constructorInMessage(owner, types);
      this.report(name, MESSAGES.duplicateMethod('<init>', signature, owner.qualifiedName));
      return;
    }
    const symbol: ConstructorSymbol = {
      owner,
      parameters,
      access,
      annotations,
      line,
      slot: `k_${owner.constructors.length}`,
      run: null,
    };
    owner.constructors.push(symbol);
    context.symbols.constructors.set(declaration, symbol);
  }

  private field(declaration: FieldDeclaration): void {
    const type = this.variableType(declaration.type, MESSAGES.voidVariable());
    for (const variable of declaration.variables) {
      const access = accessOf(declaration.modifiers);
      this.check(declaration, variable.name, 'fields', access);
      checkIdentifier(variable.name, 'variable', this.context.problems);
      if (type)
        this.addVariable(variable, declaration, { name: variable.name, type, access, property: null });
    }
  }

  private property(declaration: PropertyDeclaration): void {
    const { name, getter, setter, modifiers } = declaration;
    const access = accessOf(modifiers);
    this.check(declaration, name, 'properties', access);
    checkIdentifier(name, 'variable', this.context.problems);
    const type = this.variableType(declaration.type, MESSAGES.voidProperty());
    const property: PropertySymbol = {
      getter: this.accessor(getter, access),
      setter: this.accessor(setter, access),
    };
    this.addVariable(declaration, declaration, { name, type, access, property });
  }

  private accessor(accessor: Accessor | null, access: Access): PropertySymbol['getter'] {
    if (!accessor) return null;
    const own = accessOf(accessor.modifiers, access);
    if (isNarrower(access, own)) this.report(accessor, MESSAGES.accessor(own, access));
    return { access: own, automatic: accessor.body === null };
  }

  private addVariable(
    declaration: VariableDeclarator | PropertyDeclaration,
    { modifiers, annotations }: Modifiers,
    facts: Pick<VariableSymbol, 'type' | 'access' | 'property'> & { readonly name: Name },
  ): void {
    const { owner, context } = this;
    const name = facts.name.text;
    if (this.variableNames.has(name.toLowerCase())) {
      this.report(facts.name, MESSAGES.duplicateField(name));
      return;
    }
    const symbol: VariableSymbol = {
      ...facts,
      name,
      owner,
      isStatic: modifiers.includes('static'),
      isFinal: modifiers.includes('final'),
      isTransient: modifiers.includes('transient'),
      annotations,
      line: declaration.line,
      slot: variableSlot(name, owner),
      read: null,
      write: null,
    };
    this.variableNames.add(name.toLowerCase());
    owner.variables.push(symbol);
    context.symbols.variables.set(declaration, symbol);
  }

  private returnType({ returnType, name }: MethodDeclaration): ApexType {
    if (!returnType) return this.context.types.void;
    return this.scope.resolve(returnType, name) ?? INVALID_TYPE;
  }

  private parameters(declarations: readonly Parameter[], at: Name): ParameterSymbol[] {
    if (declarations.length > MAX_PARAMETERS) this.report(at, MESSAGES.tooManyParameters(MAX_PARAMETERS));
    const parameters: ParameterSymbol[] = [];
    const seen = new Set<string>();
    for (const parameter of declarations) {
      const name = parameter.name.text;
      this.check(parameter, parameter.name, 'parameters', 'private');
      checkIdentifier(parameter.name, 'variable', this.context.problems);
      if (seen.has(name.toLowerCase())) this.report(parameter.name, MESSAGES.duplicateVariable(name));
      seen.add(name.toLowerCase());
      const type = this.variableType(parameter.type, MESSAGES.voidParameter(), parameter.name);
      parameters.push({ name, type });
    }
    return parameters;
  }

  private variableType(ref: TypeRef, voidMessage: string, at: Node = ref): ApexType {
    const type = this.scope.resolve(ref, at) ?? INVALID_TYPE;
    if (type.kind !== 'void') return type;
    this.report(at, voidMessage);
    return INVALID_TYPE;
  }

  private check(declaration: Modifiers, at: Node, kind: ElementKind, access: Access): void {
    const { problems, apiVersion } = this.context;
    const { modifiers, annotations } = declaration;
    const element = { kind, at, modifiers, annotations, access, definingType: this.owner, apiVersion };
    checkModifiers(element, problems);
    checkAnnotations(element, problems);
  }

  private report(at: Node, message: string): void {
    this.context.problems.report(at, message);
  }
}

/** The slot of a user's method: `m_run$Integer,String`. */
function methodSlot(name: string, parameters: readonly ParameterSymbol[]): string {
  return `m_${name.toLowerCase()}$${parameters.map(({ type }) => type.name).join(',')}`;
}

/** The slot of a variable. A subclass may have one of the same name beside that of its superclass, so it tells its class. */
function variableSlot(name: string, { superclass, qualifiedName }: TypeSymbol): string {
  const slot = `f_${name.toLowerCase()}`;
  return superclass?.symbol.origin === 'user' ? `${slot}$${qualifiedName.replaceAll('.', '$')}` : slot;
}

/** A constructor as messages write it: `void Deal.<init>(Integer)`. */
export function constructorInMessage(owner: TypeSymbol, parameters: readonly ApexType[]): string {
  return `void ${owner.qualifiedName}.<init>(${typesInMessage(parameters)})`;
}
