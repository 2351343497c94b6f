import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  specifiedDirectives,
  type GraphQLFieldConfigMap,
} from 'graphql';
import type { UiRequest } from '../../ui-api/request/ui-request';
import { namedObjects, type GraphqlScope } from '../graphql-scope';
import { connection, type ConnectionArguments } from '../resolve/connection';
import { aggregateQueryType } from './aggregate-types';
import { mutationType } from './mutation-types';
import { metadataFields } from './object-info-types';
import { RecordTypes } from './record-types';

/** Leaves a field out when the user may not read it, instead of refusing the request. */
export const OPTIONAL = new GraphQLDirective({ name: 'optional', locations: [DirectiveLocation.FIELD] });

/**
 * The schema of a request: what the user may read and write of the objects that the request names.
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/schema-conventions.html
 */
export function buildGraphqlSchema(scope: GraphqlScope): GraphQLSchema {
  const records = new RecordTypes(scope);
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      uiapi: { type: new GraphQLNonNull(uiApiType(scope, records)), resolve: () => ({}) },
    },
  });
  return new GraphQLSchema({
    query,
    mutation: mutationType(scope, records) ?? null,
    directives: [...specifiedDirectives, OPTIONAL],
  });
}

function uiApiType(scope: GraphqlScope, records: RecordTypes): GraphQLObjectType {
  const aggregate = aggregateQueryType(scope, records);
  return new GraphQLObjectType({
    name: 'UIAPI',
    fields: {
      query: { type: recordQueryType(scope, records), resolve: () => ({}) },
      ...(aggregate && { aggregate: { type: new GraphQLNonNull(aggregate), resolve: () => ({}) } }),
      ...metadataFields(scope),
    },
  });
}

function recordQueryType(scope: GraphqlScope, records: RecordTypes): GraphQLObjectType {
  const fields = Object.fromEntries(
    namedObjects(scope).map((type) => [
      type.name,
      {
        type: records.connection(type),
        args: records.arguments(type, true),
        resolve: (_source, args: ConnectionArguments, _context, info) =>
          connection(scope.ui, type, args, info, null),
      } satisfies GraphQLFieldConfigMap<unknown, UiRequest>[string],
    ]),
  );
  return new GraphQLObjectType({
    name: 'RecordQuery',
    // A type needs a field, also when no object is named.
    fields: Object.keys(fields).length > 0 ? fields : { none: { type: GraphQLString } },
  });
}
