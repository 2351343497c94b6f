import { noMembers } from '../types/no-members';
import type { Modifier, TypeDeclaration } from '../syntax/ast';
import type { Access, SharingMode, TypeSymbol } from '../types/symbols';
import { checkAnnotations } from './check-annotations';
import { checkModifiers } from './check-modifiers';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import type { DeclareContext } from './declare-context';
import type { ElementKind } from './element-kind';
import { checkIdentifier } from './identifiers';
import { accessOf } from './modifier-rules';

const SHARING: Readonly<Record<Modifier, SharingMode>> = {
  'with sharing': 'with',
  'without sharing': 'without',
  'inherited sharing': 'inherited',
};

const ELEMENTS: Readonly<Record<TypeDeclaration['kind'], ElementKind>> = {
  class: 'classes',
  interface: 'interfaces',
  enum: 'enums',
};

/**
 * Makes the symbol of a type with its inner types: names and modifiers, nothing that refers to other types.
 * @param outer the type it is declared in; null at the top
 */
export function declareType(
  declaration: TypeDeclaration,
  outer: TypeSymbol | null,
  context: DeclareContext,
): TypeSymbol {
  const symbol = symbolOf(declaration, outer, context);
  context.symbols.types.set(declaration, symbol);
  checkType(declaration, symbol, context);
  if (declaration.kind === 'class') declareInnerTypes(declaration, symbol, context);
  return symbol;
}

function symbolOf(
  { kind, name, modifiers, annotations, line, ...rest }: TypeDeclaration,
  outer: TypeSymbol | null,
  { source, apiVersion }: DeclareContext,
): TypeSymbol {
  const isAbstract = kind === 'interface' || modifiers.includes('abstract');
  return {
    qualifiedName: outer ? `${outer.qualifiedName}.${name.text}` : name.text,
    simpleName: name.text,
    kind,
    origin: 'user',
    access: typeAccess(modifiers, outer, source.unit.kind === 'type'),
    isAbstract,
    isVirtual: isAbstract || modifiers.includes('virtual'),
    ...noMembers(),
    constants: 'constants' in rest ? rest.constants.map(({ text }) => text) : [],
    outer,
    modifiers,
    annotations,
    sharing: modifiers.map((modifier) => SHARING[modifier]).find((mode) => mode) ?? 'omitted',
    apiVersion,
    unitName: source.name,
    line,
  };
}

/** Types of triggers and blocks have no access of their own: all of the unit sees them. */
function typeAccess(modifiers: readonly Modifier[], outer: TypeSymbol | null, deployed: boolean): Access {
  return accessOf(modifiers, deployed || outer ? 'private' : 'public');
}

function checkType(declaration: TypeDeclaration, symbol: TypeSymbol, context: DeclareContext): void {
  const { problems, apiVersion, source } = context;
  const isDeployed = !symbol.outer && source.unit.kind === 'type';
  checkIdentifier(declaration.name, isDeployed ? 'topLevelType' : 'type', problems);
  const element = {
    kind: ELEMENTS[declaration.kind],
    at: declaration.name,
    modifiers: declaration.modifiers,
    annotations: declaration.annotations,
    access: symbol.access,
    definingType: symbol.outer,
    apiVersion,
  };
  checkModifiers(element, problems);
  checkAnnotations(element, problems);
  if (declaration.kind !== 'enum') return;
  const seen = new Set<string>();
  for (const constant of declaration.constants) {
    checkIdentifier(constant, 'enumConstant', problems);
    const key = constant.text.toLowerCase();
    if (seen.has(key)) problems.report(constant, MESSAGES.duplicateField(constant.text));
    seen.add(key);
  }
}

function declareInnerTypes(
  { members }: Extract<TypeDeclaration, { kind: 'class' }>,
  symbol: TypeSymbol,
  context: DeclareContext,
): void {
  const { problems } = context;
  for (const member of members) {
    if (member.kind === 'initializer' && member.isStatic && symbol.outer) {
      problems.report(member.body, MESSAGES.innerStaticBlock());
    }
    if (member.kind !== 'type') continue;
    const { declaration } = member;
    if (symbol.outer) {
      problems.report(declaration.name, MESSAGES.innerInnerType());
      continue;
    }
    const inner = declareType(declaration, symbol, context);
    const key = inner.simpleName.toLowerCase();
    const isOuterName = key === symbol.simpleName.toLowerCase();
    if (isOuterName || symbol.innerTypes.some(({ simpleName }) => simpleName.toLowerCase() === key)) {
      problems.report(
        declaration.name,
        MESSAGES.typeNameInUse(isOuterName ? inner.simpleName : inner.qualifiedName),
      );
    } else symbol.innerTypes.push(inner);
  }
}
