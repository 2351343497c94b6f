import { noMembers } from '../types/no-members';
import type { MethodDeclaration, Node, TypeDeclaration } from '../syntax/ast';
import type { ApexTypes } from '../types/apex-types';
import { addEnumMethods } from '../types/enum-methods';
import type { MethodSymbol, TypeSymbol } from '../types/symbols';
import { checkAnnotatedMembers } from './check-annotated-members';
import { checkTestClass } from './check-test-class';
import { checkTrigger } from './check-trigger';
import { CompileProblems } from './compile-error';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import { DeclareContext } from './declare-context';
import type { DeclaredUnit, SourceUnit } from './declared-unit';
import { addImplicitConstructors } from './declare-constructors';
import { declareMembers, declareStaticMethods } from './declare-members';
import { checkCircles, checkExceptionName, cutCircles, declareSupertypes } from './declare-supertypes';
import { declareType } from './declare-types';
import { MethodLinker } from './link-methods';
import type { RecordSchema } from './record-schema';

/** A unit with its symbols and what is wrong with its declarations so far. */
export interface Declaration {
  readonly declared: DeclaredUnit;
  readonly problems: CompileProblems;
}

/** What the declarations of all classes of an org come to. */
export interface Declarations {
  /** The types of the org with these classes. */
  readonly types: ApexTypes;
  /** One for each source, in their order. */
  readonly units: readonly Declaration[];
}

/**
 * Reads the declarations of classes, interfaces and enums that are deployed: all of them at once, as each may refer to
 * any other.
 * @param types those of the platform and the schema
 */
export function declareUnits(sources: readonly SourceUnit[], types: ApexTypes): Declarations {
  const units = sources.map((source) => {
    const context = new DeclareContext(source, new CompileProblems());
    return { context, owner: declareTopLevel(source, context) };
  });
  const all = types.withUserTypes(units.map(({ owner }) => owner));
  for (const { context } of units) context.types = all;
  declareAll(units.map(({ context }) => context));
  return {
    types: all,
    units: units.map(({ context, owner }) => ({
      declared: context.declared(owner),
      problems: context.problems,
    })),
  };
}

/**
 * Reads the declarations in a trigger or an anonymous block, which no other unit sees.
 *
 * DEVIATION: types in a trigger or block may have static members and inner types; on the platform they are inner types
 * themselves, which have none.
 * @param types those of the org with the classes of its users
 */
export function declareBlock(source: SourceUnit, types: ApexTypes, records: RecordSchema): Declaration {
  const { unit } = source;
  if (unit.kind === 'type') throw new Error('A class is declared together with all others');
  const context = new DeclareContext(source, new CompileProblems());
  context.types = types;
  const owner = blockOwner(source);
  for (const declaration of unit.declaration.types) declareLocalType(declaration, context);
  declareAll([context]);
  declareStaticMethods(unit.declaration.methods, owner, context);
  if (unit.kind === 'trigger') checkTrigger(unit.declaration, context, records);
  return { declared: context.declared(owner), problems: context.problems };
}

function declareTopLevel({ unit, name }: SourceUnit, context: DeclareContext): TypeSymbol {
  if (unit.kind !== 'type') throw new Error('A trigger or block is declared by itself');
  const { declaration } = unit;
  if (declaration.name.text.toLowerCase() !== name.toLowerCase()) {
    context.problems.report(declaration.name, MESSAGES.fileName(name, declaration.name.text));
  }
  return declareType(declaration, null, context);
}

function declareLocalType(declaration: TypeDeclaration, context: DeclareContext): void {
  const symbol = declareType(declaration, null, context);
  const key = symbol.simpleName.toLowerCase();
  if (context.localTypes.has(key)) {
    context.problems.report(declaration.name, MESSAGES.typeNameInUse(symbol.simpleName));
  } else context.localTypes.set(key, symbol);
}

/** Steps in this order, each for all units before the next: later ones rely on all that earlier ones found. */
function declareAll(contexts: readonly DeclareContext[]): void {
  const each = (
    step: (declaration: TypeDeclaration, symbol: TypeSymbol, context: DeclareContext) => void,
  ): void => {
    for (const context of contexts) {
      for (const [declaration, symbol] of context.symbols.types) step(declaration, symbol, context);
    }
  };
  each(declareSupertypes);
  each(checkCircles);
  cutCircles(contexts.flatMap((context) => [...context.symbols.types.values()]));
  each(checkExceptionName);
  each((declaration, symbol, context) => {
    if (declaration.kind === 'enum') addEnumMethods(symbol, context.types);
    else declareMembers(declaration, symbol, context);
  });
  const linkers = new Map(
    contexts.map((context) => [context, new MethodLinker(context, positionsIn(context))]),
  );
  inOrderOfInheritance(contexts, (declaration, symbol, context) => {
    addImplicitConstructors(declaration, symbol, context);
    linkers.get(context)?.link(symbol, declaration.name);
  });
  each((declaration, _symbol, context) => {
    if (declaration.kind !== 'class') return;
    checkTestClass(declaration, context);
    checkAnnotatedMembers(declaration, context);
  });
}

type Step = (declaration: TypeDeclaration, symbol: TypeSymbol, context: DeclareContext) => void;

/** Superclasses first. */
function inOrderOfInheritance(contexts: readonly DeclareContext[], step: Step): void {
  const waiting = new Map<TypeSymbol, () => void>();
  const run = (symbol: TypeSymbol): void => {
    const work = waiting.get(symbol);
    if (!work) return;
    waiting.delete(symbol);
    if (symbol.superclass) run(symbol.superclass.symbol);
    work();
  };
  for (const context of contexts) {
    for (const [declaration, symbol] of context.symbols.types) {
      waiting.set(symbol, () => step(declaration, symbol, context));
    }
  }
  for (const symbol of [...waiting.keys()]) run(symbol);
}

function positionsIn({ symbols }: DeclareContext): ReadonlyMap<MethodSymbol, Node> {
  return new Map(
    [...symbols.methods].map(([{ name }, symbol]: [MethodDeclaration, MethodSymbol]) => [symbol, name]),
  );
}

/** What owns the methods of a trigger or block. */
function blockOwner({ name, unit, apiVersion }: SourceUnit): TypeSymbol {
  return {
    qualifiedName: name,
    simpleName: name,
    kind: 'class',
    origin: 'user',
    access: 'public',
    isAbstract: false,
    isVirtual: false,
    ...noMembers(),
    outer: null,
    modifiers: [],
    annotations: [],
    sharing: unit.kind === 'trigger' ? 'without' : 'omitted',
    apiVersion,
    unitName: name,
    line: unit.declaration.line,
  };
}
