import type { ApexType, ClassApexType } from '../types/apex-type';
import type { ApexTypes } from '../types/apex-types';
import { substitute } from '../types/substitute';

/** Type arguments that must be the very same: elements of sets and keys of maps, by the place of the argument. */
const INVARIANT: Readonly<Record<string, readonly number[]>> = { 'System.Set': [0], 'System.Map': [0] };

/**
 * Whether a value of one type is one of another without any change: classes and what they extend or implement, records and
 * SObject, lists and maps of such types, anything and Object.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_collections.htm
 */
export function isSubtype(from: ApexType, to: ApexType, types: ApexTypes): boolean {
  if (from === to) return true;
  if (isObjectType(to)) return from.kind !== 'void';
  if (to.kind === 'sobject') return from.kind === 'sobject' && to.objectName === null;
  if (from.kind !== 'class' || to.kind !== 'class') return false;
  if (from.symbol === to.symbol) return argumentsFit(from, to, types);
  return supertypesOf(from, types).some((supertype) => isSubtype(supertype, to, types));
}

/** What a type directly extends and implements, its type arguments in the place of parameters. */
export function supertypesOf({ symbol, arguments: args }: ClassApexType, types: ApexTypes): ClassApexType[] {
  const declared = symbol.superclass ? [symbol.superclass, ...symbol.interfaces] : symbol.interfaces;
  return declared.map((type) => substitute(type, args, types) as ClassApexType);
}

/** Whether it is the type that all others are assigned to. */
export function isObjectType(type: ApexType): boolean {
  return type.kind === 'class' && type.symbol.qualifiedName === 'System.Object';
}

/** Whether it is a platform type of that name: `isPlatform(type, 'Decimal')`, `isPlatform(type, 'Database.SaveResult')`. */
export function isPlatform(type: ApexType, name: string): type is ClassApexType {
  return type.kind === 'class' && type.symbol.origin === 'platform' && bareName(type) === name;
}

/** The name without type arguments. */
function bareName({ symbol }: ClassApexType): string {
  return symbol.qualifiedName.replace(/^System\./, '');
}

/** Whether two texts are Id and String, which lists and maps hold alike. */
function isIdForString(from: ApexType, to: ApexType): boolean {
  return (
    (isPlatform(from, 'Id') && isPlatform(to, 'String')) ||
    (isPlatform(from, 'String') && isPlatform(to, 'Id'))
  );
}

/**
 * DEVIATION: `List<Integer>` is not assigned to `List<Long>`, nor `Map<String, Date>` to `Map<String, Datetime>`: elements
 * are kept as they are, and these would have to change.
 */
function argumentsFit(from: ClassApexType, to: ClassApexType, types: ApexTypes): boolean {
  const invariant = INVARIANT[from.symbol.qualifiedName] ?? [];
  return from.arguments.every((argument, i) => {
    const wanted = to.arguments[i];
    if (wanted === undefined || argument === wanted) return wanted !== undefined;
    if (invariant.includes(i)) return false;
    return isSubtype(argument, wanted, types) || isIdForString(argument, wanted);
  });
}
