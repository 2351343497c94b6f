import { Kind, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import { OPTIONAL } from './schema/build-schema';

/**
 * A document without the optional fields that the schema does not have for the user: `Secret__c @optional { value }`.
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/query-optional-fields.html
 */
export function withoutMissingOptionalFields(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD]: {
        enter: (node) => {
          const optional = node.directives?.some(({ name }) => name.value === OPTIONAL.name) ?? false;
          return optional && !types.getFieldDef() ? null : undefined;
        },
      },
    }),
  );
}
