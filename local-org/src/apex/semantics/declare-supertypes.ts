import type { Name, TypeDeclaration, TypeRef } from '../syntax/ast';
import type { ClassApexType } from '../types/apex-type';
import type { TypeSymbol } from '../types/symbols';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import type { DeclareContext } from './declare-context';
import { typeInMessage } from './type-in-message';
import type { TypeScope } from './type-scope';

const EXCEPTION = 'System.Exception';

/** Interfaces that inner classes cannot implement. */
const TOP_LEVEL_ONLY: ReadonlySet<string> = new Set(['Database.Batchable', 'Messaging.InboundEmailHandler']);

/**
 * Resolves what a type extends and implements.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_extending.htm
 */
export function declareSupertypes(
  declaration: TypeDeclaration,
  symbol: TypeSymbol,
  context: DeclareContext,
): void {
  if (declaration.kind === 'enum') return;
  const scope = context.scopeOf(symbol);
  if (declaration.kind === 'class' && declaration.superclass) {
    symbol.superclass = superclassOf(
      declaration.superclass,
      { name: declaration.name, symbol },
      context,
      scope,
    );
  }
  symbol.interfaces = interfacesOf(declaration.interfaces, context, scope);
  for (const type of symbol.interfaces) {
    if (symbol.outer && TOP_LEVEL_ONLY.has(type.symbol.qualifiedName)) {
      context.problems.report(declaration.name, MESSAGES.topLevelOnly(typeInMessage(type)));
    }
  }
  const hasSuperclass =
    declaration.kind === 'interface' || !declaration.superclass || symbol.superclass !== null;
  if (!hasSuperclass || symbol.interfaces.length < declaration.interfaces.length) incomplete.add(symbol);
}

/** Types of which some supertype is wrong; what they inherit is not known. */
const incomplete = new WeakSet<TypeSymbol>();

/** Whether all that a class inherits from is known; what is wrong with the rest has been reported. */
export function isComplete(symbol: TypeSymbol): boolean {
  for (let type: TypeSymbol | undefined = symbol; type; type = type.superclass?.symbol) {
    if (incomplete.has(type)) return false;
  }
  return true;
}

/** Reports types that extend or implement themselves, and cuts the circle so that it can be walked. */
export function checkCircles(
  declaration: TypeDeclaration,
  symbol: TypeSymbol,
  context: DeclareContext,
): void {
  if (!isCircular(symbol)) return;
  context.problems.report(declaration.name, MESSAGES.circular(symbol.qualifiedName));
}

/** Breaks the circles that types are in. */
export function cutCircles(symbols: Iterable<TypeSymbol>): void {
  const circular = [...symbols].filter(isCircular);
  for (const symbol of circular) {
    symbol.superclass = null;
    symbol.interfaces = [];
  }
}

function isCircular(symbol: TypeSymbol): boolean {
  const open = directSupertypes(symbol);
  const seen = new Set<TypeSymbol>();
  for (let next = open.pop(); next; next = open.pop()) {
    if (next === symbol) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...directSupertypes(next));
  }
  return false;
}

function directSupertypes({ superclass, interfaces }: TypeSymbol): TypeSymbol[] {
  return [...(superclass ? [superclass] : []), ...interfaces].map((type) => type.symbol);
}

function superclassOf(
  ref: TypeRef,
  { name, symbol }: { readonly name: Name; readonly symbol: TypeSymbol },
  { problems }: DeclareContext,
  scope: TypeScope,
): ClassApexType | null {
  const type = scope.resolve(ref);
  if (!type) return null;
  if (type.kind !== 'class' || type.symbol.kind !== 'class') {
    problems.report(ref, MESSAGES.notAClass(typeInMessage(type)));
    return null;
  }
  if (!type.symbol.isVirtual && !type.symbol.isAbstract && type.symbol !== symbol) {
    problems.report(name, MESSAGES.finalSuperclass(typeInMessage(type)));
    return null;
  }
  return type;
}

function interfacesOf(
  refs: readonly TypeRef[],
  { problems }: DeclareContext,
  scope: TypeScope,
): readonly ClassApexType[] {
  const interfaces: ClassApexType[] = [];
  for (const ref of refs) {
    const type = scope.resolve(ref);
    if (!type) continue;
    if (type.kind !== 'class' || type.symbol.kind !== 'interface') {
      problems.report(ref, MESSAGES.notAnInterface(typeInMessage(type)));
    } else if (interfaces.includes(type)) {
      problems.report(ref, MESSAGES.interfaceTwice(typeInMessage(type)));
    } else interfaces.push(type);
  }
  return interfaces;
}

/** Reports exceptions with other names, and other classes with names of exceptions. */
export function checkExceptionName(
  declaration: TypeDeclaration,
  symbol: TypeSymbol,
  { problems }: DeclareContext,
): void {
  if (declaration.kind !== 'class') return;
  const isNamedSo = symbol.simpleName.toLowerCase().endsWith('exception');
  const is = isException(symbol);
  if (is && !isNamedSo) problems.report(declaration.name, MESSAGES.exceptionName(symbol.qualifiedName));
  if (!is && isNamedSo && !declaration.superclass) {
    problems.report(declaration.name, MESSAGES.exceptionSuperclass(symbol.qualifiedName));
  }
}

/** Whether a class is an exception. */
export function isException(symbol: TypeSymbol): boolean {
  for (let type: TypeSymbol | undefined = symbol; type; type = type.superclass?.symbol) {
    if (type.qualifiedName === EXCEPTION) return true;
  }
  return false;
}
