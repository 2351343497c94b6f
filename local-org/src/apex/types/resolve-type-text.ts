import type { ApexType } from './apex-type';
import type { ApexTypes } from './apex-types';
import type { TypeText } from './signature';

const SCHEMA_NAMESPACE = 'schema.';

/** The type that a text names, in which type parameters may stand; undefined when there is none. */
export function resolveTypeText(
  text: TypeText,
  types: ApexTypes,
  typeParameters: readonly string[] = [],
): ApexType | undefined {
  const args: ApexType[] = [];
  for (const argument of text.arguments) {
    const type = resolveTypeText(argument, types, typeParameters);
    if (!type) return undefined;
    args.push(type);
  }
  const parameter = typeParameters.indexOf(text.name);
  let type = parameter >= 0 ? types.parameter(text.name, parameter) : typeNamed(text.name, args, types);
  for (let depth = 0; type && depth < text.arrayDepth; depth++) type = types.list(type);
  return type;
}

/**
 * The type of a qualified name with arguments; undefined when there is none or the number of arguments differs. Classes
 * come before objects, but for classes that are known by name only.
 */
export function typeNamed(name: string, args: readonly ApexType[], types: ApexTypes): ApexType | undefined {
  if (name.toLowerCase() === 'void') return types.void;
  const symbol = types.symbol(name);
  if (symbol && symbol.unsupported !== true) {
    if (symbol.typeParameters.length !== args.length) return undefined;
    return symbol.qualifiedName === 'System.SObject' ? types.sobject : types.of(symbol, args);
  }
  const objectName = name.toLowerCase().startsWith(SCHEMA_NAMESPACE)
    ? name.slice(SCHEMA_NAMESPACE.length)
    : name;
  const record = args.length === 0 ? types.sobjectType(objectName) : undefined;
  return record ?? (symbol && types.of(symbol, args));
}
