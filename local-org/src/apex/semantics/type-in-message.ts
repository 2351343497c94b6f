import type { ApexType } from '../types/apex-type';
import type { MethodSymbol } from '../types/symbols';

/** Types of the System namespace that messages write without it. */
const BARE: ReadonlySet<string> = new Set(
  'Blob Boolean Date Datetime Decimal Double Id Integer List Long Map Object SObject Set String Time'.split(
    ' ',
  ),
);

/**
 * A type as messages of the compiler write it: `String`, `List<Account>`, `Outer.Inner`, `System.HttpRequest`,
 * `Schema.SObjectField`; that of null is `NULL`.
 *
 * UNVERIFIED: that all types of the System namespace but scalars and collections are written with it.
 */
export function typeInMessage(type: ApexType): string {
  if (type.kind === 'null') return 'NULL';
  if (type.kind !== 'class') return type.name;
  const { symbol } = type;
  const name = BARE.has(symbol.simpleName) ? symbol.simpleName : symbol.qualifiedName;
  const base = symbol.origin === 'platform' ? name : symbol.qualifiedName;
  if (type.arguments.length === 0) return base;
  return `${base}<${type.arguments.map(typeInMessage).join(',')}>`;
}

/** Types of arguments or parameters: `Integer, String`. */
export function typesInMessage(types: readonly ApexType[]): string {
  return types.map(typeInMessage).join(', ');
}

/** A method as messages write it: `void Shape.draw(Integer, String)`. */
export function methodInMessage(
  { name, owner }: MethodSymbol,
  parameters: readonly ApexType[],
  returnType: ApexType,
  ownerName = owner.qualifiedName,
): string {
  return `${typeInMessage(returnType)} ${ownerName}.${name}(${typesInMessage(parameters)})`;
}
