import { valueFromASTUntyped, type GraphQLResolveInfo } from 'graphql';

/** What resolvers find at the root of a request. */
export interface RequestRoot {
  /** As the client sent them: read by their types they would be in the order of those. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The `orderBy` argument of a field with its parts in the order in which they are written, which is that of the sort. */
export function orderArgument({ fieldNodes, rootValue }: GraphQLResolveInfo): unknown {
  const [node] = fieldNodes;
  const argument = node?.arguments?.find(({ name }) => name.value === 'orderBy');
  return argument && valueFromASTUntyped(argument.value, (rootValue as RequestRoot).variables);
}
