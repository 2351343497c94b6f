import { GraphQLScalarType } from 'graphql';

const scalars = new Map<string, GraphQLScalarType>();

/** A scalar of the platform: `Currency`, `DateTime`. Values pass as they are; the save and the query check them. */
export function scalar(name: string): GraphQLScalarType {
  let known = scalars.get(name);
  if (!known) {
    known = new GraphQLScalarType({ name });
    scalars.set(name, known);
  }
  return known;
}
