import type { CreatedNameContext, TypeListContext, TypeRefContext } from '@apexdevtools/apex-parser';
import type { TypeRef } from './ast';
import { placeOf, present } from './source-node';

/** `Map<Id, List<Account>>[]`. */
export function typeRefOf(context: TypeRefContext): TypeRef {
  const subscripts = context.arraySubscripts();
  return {
    parts: context.typeName_list().map((part) => {
      const args = part.typeArguments();
      const name = present(part.id()) ? part.id().getText() : (part.start.text ?? '');
      return { name, arguments: present(args) ? typeListOf(args.typeList()) : [] };
    }),
    arrayDepth: present(subscripts) ? subscripts.LBRACK_list().length : 0,
    ...placeOf(context),
  };
}

export function typeListOf(context: TypeListContext): TypeRef[] {
  return context.typeRef_list().map(typeRefOf);
}

/** The type after `new`. */
export function createdTypeOf(context: CreatedNameContext, arrayDepth: number): TypeRef {
  return {
    parts: context.idCreatedNamePair_list().map((pair) => ({
      name: pair.anyId().getText(),
      arguments: present(pair.typeList()) ? typeListOf(pair.typeList()) : [],
    })),
    arrayDepth,
    ...placeOf(context),
  };
}
