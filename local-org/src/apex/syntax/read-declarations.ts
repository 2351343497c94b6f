import type {
  AnonymousMemberDeclarationContext,
  AnonymousUnitContext,
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  CompilationUnitContext,
  ConstructorDeclarationContext,
  EnumDeclarationContext,
  FormalParametersContext,
  InterfaceDeclarationContext,
  MemberDeclarationContext,
  MethodDeclarationContext,
  ModifierContext,
  PropertyDeclarationContext,
  StatementContext,
  TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import type {
  Accessor,
  AnonymousBlock,
  ClassDeclaration,
  CompilationUnit,
  ConstructorDeclaration,
  EnumDeclaration,
  InterfaceDeclaration,
  Member,
  MethodDeclaration,
  Modifiers,
  Parameter,
  PropertyDeclaration,
  Statement,
  TriggerEventName,
  TypeDeclaration,
} from './ast';
import { modifiersOf } from './read-modifiers';
import { blockOf, statementOf, variablesOf } from './read-statements';
import { typeListOf, typeRefOf } from './read-types';
import { nameOf, optional, placeOf, present } from './source-node';

type DeclarationContexts = Pick<
  MemberDeclarationContext,
  'classDeclaration' | 'interfaceDeclaration' | 'enumDeclaration'
>;

export function typeUnitOf(context: CompilationUnitContext): CompilationUnit {
  const declaration = context.typeDeclaration();
  const modifiers = modifiersOf(declaration.modifier_list());
  return { kind: 'type', declaration: typeOf(declaration, modifiers) as TypeDeclaration };
}

export function triggerUnitOf(context: TriggerUnitContext): CompilationUnit {
  const members = context
    .triggerBlock()
    .triggerBlockMember_list()
    .map((member) => ({
      statement: member.statement(),
      declaration: member.triggerMemberDeclaration(),
      modifiers: member.modifier_list(),
    }));
  return {
    kind: 'trigger',
    declaration: {
      name: nameOf(context.id(0)),
      objectName: nameOf(context.id(1)),
      events: context
        .triggerCase_list()
        .map(
          (event) =>
            (event.children ?? []).map((part) => part.getText().toLowerCase()).join(' ') as TriggerEventName,
        ),
      ...bodyOf(members),
      ...placeOf(context),
    },
  };
}

export function anonymousUnitOf(context: AnonymousUnitContext): CompilationUnit {
  const block = context.anonymousBlock();
  const members = block.anonymousBlockMember_list().map((member) => ({
    statement: member.statement(),
    declaration: member.anonymousMemberDeclaration(),
    modifiers: member.modifier_list(),
  }));
  return { kind: 'anonymous', declaration: { ...bodyOf(members), ...placeOf(block) } };
}

interface BodyMember {
  readonly statement: StatementContext | null;
  readonly declaration: AnonymousMemberDeclarationContext | null;
  readonly modifiers: readonly ModifierContext[];
}

/**
 * What stands in a trigger or an anonymous block. A variable with modifiers (`final Integer x = 1;`) is read as a
 * member by the grammar; it is a statement.
 */
function bodyOf(members: readonly BodyMember[]): Pick<AnonymousBlock, 'methods' | 'types' | 'body'> {
  const methods: MethodDeclaration[] = [];
  const types: TypeDeclaration[] = [];
  const body: Statement[] = [];
  for (const { statement, declaration, modifiers: contexts } of members) {
    if (present(statement)) body.push(statementOf(statement));
    if (!present(declaration)) continue;
    const modifiers = modifiersOf(contexts);
    const type = typeOf(declaration, modifiers);
    if (type) types.push(type);
    else if (present(declaration.methodDeclaration()))
      methods.push(methodOf(declaration.methodDeclaration(), modifiers));
    else if (present(declaration.fieldDeclaration())) {
      const field = declaration.fieldDeclaration();
      const type = typeRefOf(field.typeRef());
      body.push({
        kind: 'local',
        type,
        variables: variablesOf(field.variableDeclarators()),
        ...modifiers,
        ...placeOf(field),
      });
    }
  }
  return { methods, types, body };
}

function typeOf(context: DeclarationContexts, modifiers: Modifiers): TypeDeclaration | null {
  return (
    optional(context.classDeclaration(), (part) => classOf(part, modifiers)) ??
    optional(context.interfaceDeclaration(), (part) => interfaceOf(part, modifiers)) ??
    optional(context.enumDeclaration(), (part) => enumOf(part, modifiers))
  );
}

function classOf(context: ClassDeclarationContext, modifiers: Modifiers): ClassDeclaration {
  return {
    kind: 'class',
    name: nameOf(context.id()),
    superclass: optional(context.typeRef(), typeRefOf),
    interfaces: optional(context.typeList(), typeListOf) ?? [],
    members: context
      .classBody()
      .classBodyDeclaration_list()
      .flatMap((member) => memberOf(member) ?? []),
    ...modifiers,
    ...placeOf(context.id()),
  };
}

function interfaceOf(context: InterfaceDeclarationContext, modifiers: Modifiers): InterfaceDeclaration {
  return {
    kind: 'interface',
    name: nameOf(context.id()),
    interfaces: optional(context.typeList(), typeListOf) ?? [],
    methods: context
      .interfaceBody()
      .interfaceMethodDeclaration_list()
      .map((method): MethodDeclaration => ({
        returnType: optional(method.typeRef(), typeRefOf),
        name: nameOf(method.id()),
        parameters: parametersOf(method.formalParameters()),
        body: null,
        ...modifiersOf(method.modifier_list()),
        ...placeOf(method.id()),
      })),
    ...modifiers,
    ...placeOf(context.id()),
  };
}

function enumOf(context: EnumDeclarationContext, modifiers: Modifiers): EnumDeclaration {
  return {
    kind: 'enum',
    name: nameOf(context.id()),
    constants: optional(context.enumConstants(), (constants) => constants.id_list().map(nameOf)) ?? [],
    ...modifiers,
    ...placeOf(context.id()),
  };
}

/** A member of a class; null for a lone semicolon. */
function memberOf(context: ClassBodyDeclarationContext): Member | null {
  const block = context.block();
  if (present(block)) {
    return { kind: 'initializer', isStatic: present(context.STATIC()), body: blockOf(block) };
  }
  const member = context.memberDeclaration();
  if (!present(member)) return null;
  const modifiers = modifiersOf(context.modifier_list());
  const type = typeOf(member, modifiers);
  if (type) return { kind: 'type', declaration: type };
  return (
    optional(member.methodDeclaration(), (part): Member => ({
      kind: 'method',
      declaration: methodOf(part, modifiers),
    })) ??
    optional(member.fieldDeclaration(), (part): Member => ({
      kind: 'field',
      declaration: {
        type: typeRefOf(part.typeRef()),
        variables: variablesOf(part.variableDeclarators()),
        ...modifiers,
        ...placeOf(part),
      },
    })) ??
    optional(member.propertyDeclaration(), (part): Member => ({
      kind: 'property',
      declaration: propertyOf(part, modifiers),
    })) ??
    optional(member.constructorDeclaration(), (part): Member => ({
      kind: 'constructor',
      declaration: constructorOf(part, modifiers),
    }))
  );
}

function methodOf(context: MethodDeclarationContext, modifiers: Modifiers): MethodDeclaration {
  return {
    returnType: optional(context.typeRef(), typeRefOf),
    name: nameOf(context.id()),
    parameters: parametersOf(context.formalParameters()),
    body: optional(context.block(), blockOf),
    ...modifiers,
    ...placeOf(context.id()),
  };
}

function constructorOf(context: ConstructorDeclarationContext, modifiers: Modifiers): ConstructorDeclaration {
  return {
    name: nameOf(context.qualifiedName()),
    parameters: parametersOf(context.formalParameters()),
    body: blockOf(context.block()),
    ...modifiers,
    ...placeOf(context),
  };
}

function parametersOf(context: FormalParametersContext): Parameter[] {
  const list = context.formalParameterList();
  if (!present(list)) return [];
  return list.formalParameter_list().map((parameter) => ({
    type: typeRefOf(parameter.typeRef()),
    name: nameOf(parameter.id()),
    ...modifiersOf(parameter.modifier_list()),
    ...placeOf(parameter),
  }));
}

function propertyOf(context: PropertyDeclarationContext, modifiers: Modifiers): PropertyDeclaration {
  const accessors: { getter: Accessor | null; setter: Accessor | null } = { getter: null, setter: null };
  for (const part of context.propertyBlock_list()) {
    const accessor = present(part.getter()) ? part.getter() : part.setter();
    const read: Accessor = {
      modifiers: modifiersOf(part.modifier_list()).modifiers,
      body: optional(accessor.block(), blockOf),
      ...placeOf(part),
    };
    accessors[present(part.getter()) ? 'getter' : 'setter'] = read;
  }
  return {
    type: typeRefOf(context.typeRef()),
    name: nameOf(context.id()),
    ...accessors,
    ...modifiers,
    ...placeOf(context.id()),
  };
}
