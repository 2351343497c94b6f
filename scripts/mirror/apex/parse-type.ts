import {
  ApexErrorListener,
  ApexParserFactory,
  type AnnotationContext,
  type ClassBodyDeclarationContext,
  type ClassDeclarationContext,
  type EnumDeclarationContext,
  type FieldDeclarationContext,
  type FormalParametersContext,
  type InterfaceDeclarationContext,
  type MethodDeclarationContext,
  type ModifierContext,
  type TypeRefContext,
} from '@apexdevtools/apex-parser';
import type { SourceFile } from '../package-source';
import type { Problems } from '../problems';
import type { Annotations, ApexField, ApexMethod, ApexType, TypeReference } from './declarations';

/** Reads the declarations of a class file; null, with a problem, when its syntax is wrong. */
export function parseType({ path, text }: SourceFile, problems: Problems): ApexType | null {
  const faults = new SyntaxFaults();
  const { parser } = ApexParserFactory.createLexerAndParser(text, faults);
  const unit = parser.compilationUnit();
  if (faults.first) {
    problems.add({ file: path, line: faults.first.line }, faults.first.message);
    return null;
  }
  const declaration = unit.typeDeclaration();
  return readType(declaration, { file: path, outer: null, modifiers: declaration.modifier_list() });
}

class SyntaxFaults extends ApexErrorListener {
  first: { readonly line: number; readonly message: string } | undefined;

  override apexSyntaxError(line: number, _column: number, message: string): void {
    // What follows the first fault are guesses of a parser that lost its place; what it expected are hundreds of words.
    this.first ??= { line, message: message.replace(/ expecting .*$/s, '') };
  }
}

/** The parser's typings leave out that an optional part of a rule is null. */
interface TypeParts {
  classDeclaration(): ClassDeclarationContext | null;
  interfaceDeclaration(): InterfaceDeclarationContext | null;
  enumDeclaration(): EnumDeclarationContext | null;
}

interface Surroundings {
  readonly file: string;
  readonly outer: ApexType | null;
  readonly modifiers: readonly ModifierContext[];
}

function readType(parts: TypeParts, around: Surroundings): ApexType | null {
  const classContext = parts.classDeclaration();
  if (classContext) return readClass(classContext, around);
  const enumContext = parts.enumDeclaration();
  if (enumContext) {
    const constants = optional(enumContext.enumConstants())?.id_list() ?? [];
    return { ...emptyType('enum', enumContext, around), constants: constants.map((id) => id.getText()) };
  }
  const interfaceContext = parts.interfaceDeclaration();
  return interfaceContext && emptyType('interface', interfaceContext, around);
}

function emptyType(
  kind: ApexType['kind'],
  context: ClassDeclarationContext | InterfaceDeclarationContext | EnumDeclarationContext,
  { file, outer, modifiers }: Surroundings,
): ApexType {
  return {
    kind,
    name: context.id().getText(),
    file,
    line: context.start.line,
    outer,
    annotations: annotationsOf(modifiers),
    superclass: null,
    fields: [],
    methods: [],
    inner: [],
    constants: [],
  };
}

function readClass(context: ClassDeclarationContext, around: Surroundings): ApexType {
  const superclass = optional(context.typeRef());
  const fields: ApexField[] = [];
  const methods: ApexMethod[] = [];
  const inner: ApexType[] = [];
  const type: ApexType = {
    ...emptyType('class', context, around),
    superclass: superclass && typeOf(superclass),
    fields,
    methods,
    inner,
  };
  for (const declaration of context.classBody().classBodyDeclaration_list()) {
    readMember(declaration, type, { fields, methods, inner });
  }
  return type;
}

interface Members {
  readonly fields: ApexField[];
  readonly methods: ApexMethod[];
  readonly inner: ApexType[];
}

function readMember(declaration: ClassBodyDeclarationContext, outer: ApexType, members: Members): void {
  const member = optional(declaration.memberDeclaration());
  if (!member) return;
  const contexts = declaration.modifier_list();
  const type = readType(member, { file: outer.file, outer, modifiers: contexts });
  if (type) members.inner.push(type);
  const modifiers = { modifiers: modifierNames(contexts), annotations: annotationsOf(contexts) };
  const method = optional(member.methodDeclaration());
  if (method) members.methods.push({ ...modifiers, ...methodOf(method) });
  const field = optional(member.fieldDeclaration());
  if (field) members.fields.push(...fieldsOf(field).map((read) => ({ ...modifiers, ...read })));
  const property = optional(member.propertyDeclaration());
  if (property) {
    members.fields.push({
      ...modifiers,
      name: property.id().getText(),
      type: typeOf(property.typeRef()),
      hasInitialValue: false,
      line: property.id().start.line,
    });
  }
}

function methodOf(context: MethodDeclarationContext): Omit<ApexMethod, 'modifiers' | 'annotations'> {
  const returnType = optional(context.typeRef());
  return {
    name: context.id().getText(),
    returnType: returnType && typeOf(returnType),
    parameters: parametersOf(context.formalParameters()),
    line: context.id().start.line,
  };
}

function parametersOf(context: FormalParametersContext): ApexMethod['parameters'] {
  const list = optional(context.formalParameterList());
  return (list?.formalParameter_list() ?? []).map((parameter) => ({
    name: parameter.id().getText(),
    type: typeOf(parameter.typeRef()),
  }));
}

function fieldsOf(context: FieldDeclarationContext): Omit<ApexField, 'modifiers' | 'annotations'>[] {
  const type = typeOf(context.typeRef());
  return context
    .variableDeclarators()
    .variableDeclarator_list()
    .map((variable) => {
      const value = optional(variable.expression())?.getText().toLowerCase() ?? 'null';
      const { line } = variable.start;
      return { name: variable.id().getText(), type, hasInitialValue: value !== 'null', line };
    });
}

function typeOf(context: TypeRefContext): TypeReference {
  const parts = context.typeName_list();
  return {
    // List, Set and Map are keywords of the grammar, not identifiers.
    names: parts.map((part) => optional(part.id())?.getText() ?? part.start.text),
    arguments: parts
      .flatMap((part) => optional(part.typeArguments())?.typeList().typeRef_list() ?? [])
      .map(typeOf),
    arrayDepth: optional(context.arraySubscripts())?.LBRACK_list().length ?? 0,
    line: context.start.line,
  };
}

function modifierNames(contexts: readonly ModifierContext[]): string[] {
  return contexts
    .filter((context) => !optional(context.annotation()))
    .map((context) => context.getText().toLowerCase());
}

function annotationsOf(contexts: readonly ModifierContext[]): Annotations {
  return Object.fromEntries(
    contexts.flatMap((context) => {
      const annotation = optional(context.annotation());
      return annotation
        ? [[annotation.id().getText().toLowerCase(), parametersOfAnnotation(annotation)]]
        : [];
    }),
  ) as Annotations;
}

function parametersOfAnnotation(context: AnnotationContext): Readonly<Record<string, string>> {
  const pairs = optional(context.elementValuePairs())?.elementValuePair_list() ?? [];
  return Object.fromEntries(
    pairs.map((pair) => [
      pair.id().getText().toLowerCase(),
      pair.elementValue().getText().replace(/^'|'$/g, ''),
    ]),
  );
}

function optional<T>(part: T | null | undefined): T | null {
  return part ?? null;
}
