import type { ApexType } from './apex-type';
import type { ApexTypes } from './apex-types';

/** A type with type arguments in the place of type parameters: `List<T>` with `Account` is `List<Account>`. */
export function substitute(type: ApexType, typeArguments: readonly ApexType[], types: ApexTypes): ApexType {
  if (type.kind === 'parameter') return typeArguments[type.index] ?? type;
  if (type.kind !== 'class' || type.arguments.length === 0 || typeArguments.length === 0) return type;
  return types.of(
    type.symbol,
    type.arguments.map((argument) => substitute(argument, typeArguments, types)),
  );
}
