import type { Annotation } from '../syntax/ast';
import type { Access, TypeSymbol } from '../types/symbols';

/** What is looked at from elsewhere: a method, constructor, variable, accessor or inner type. */
export interface Visible {
  readonly access: Access;
  readonly annotations: readonly Annotation[];
}

/** Whether something carries an annotation, by name in any case. */
export function hasAnnotation(
  { annotations }: { readonly annotations: readonly Annotation[] },
  name: string,
): boolean {
  return annotations.some((annotation) => annotation.name.toLowerCase() === name.toLowerCase());
}

/** The class that is deployed by itself, in which a type stands. */
export function topLevelOf(symbol: TypeSymbol): TypeSymbol {
  let top = symbol;
  while (top.outer) top = top.outer;
  return top;
}

/** Whether code of a type runs in tests only. */
export function isTestClass(symbol: TypeSymbol): boolean {
  return hasAnnotation(topLevelOf(symbol), 'isTest');
}

/**
 * Whether code of a type may use a member of another type. Everything within one class, trigger or block that is compiled
 * as a whole sees each other; `@TestVisible` opens what is private to test classes.
 * @param from the type whose code it is; null for code outside of types
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_access_modifiers.htm
 */
export function isVisible(member: Visible, owner: TypeSymbol, from: TypeSymbol | null): boolean {
  if (member.access === 'public' || member.access === 'global') return true;
  if (owner.origin === 'platform') return member.access === 'protected' && from !== null;
  if (from === null) return false;
  if (owner.unitName === from.unitName) return true;
  if (hasAnnotation(member, 'TestVisible') && isTestClass(from)) return true;
  return member.access === 'protected' && withOuter(from).some((type) => inherits(type, owner));
}

function withOuter(symbol: TypeSymbol): TypeSymbol[] {
  return symbol.outer ? [symbol, ...withOuter(symbol.outer)] : [symbol];
}

/** Whether a class is another or extends it. */
export function inherits(symbol: TypeSymbol, ancestor: TypeSymbol): boolean {
  const seen = new Set<TypeSymbol>();
  for (let type: TypeSymbol | undefined = symbol; type && !seen.has(type); type = type.superclass?.symbol) {
    if (type === ancestor) return true;
    seen.add(type);
  }
  return false;
}
