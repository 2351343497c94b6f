import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLFieldConfigMap,
} from 'graphql';
import type { SObjectType } from '../../../schema';
import { namedFields, namedObjects, type GraphqlScope } from '../graphql-scope';
import { createRecord, deleteRecord, updateRecord } from '../resolve/mutations';
import type { RecordTypes } from './record-types';
import { scalar } from './scalars';
import { valueKind } from './value-types';

/** Arguments of a mutation. */
interface MutationArguments {
  readonly input: unknown;
}

const ID_OR_REF = new GraphQLNonNull(scalar('IdOrRef'));

/**
 * `mutation { uiapi(input: { allOrNone: true }) { AccountCreate(input: { Account: {...} }) { Record {...} } } }`
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/mutations-schema.html
 */
export function mutationType(scope: GraphqlScope, records: RecordTypes): GraphQLObjectType | undefined {
  const fields = Object.assign(
    {},
    ...namedObjects(scope, ['Create', 'Update', 'Delete']).map((type) =>
      objectMutations(scope, records, type),
    ),
  ) as GraphQLFieldConfigMap<unknown, unknown>;
  if (Object.keys(fields).length === 0) return undefined;
  const input = new GraphQLInputObjectType({
    name: 'UIAPIMutationsInput',
    fields: { allOrNone: { type: GraphQLBoolean } },
  });
  return new GraphQLObjectType({
    name: 'Mutation',
    fields: {
      uiapi: {
        type: new GraphQLNonNull(new GraphQLObjectType({ name: 'UIAPIMutations', fields })),
        args: { input: { type: input } },
        resolve: (_source, args: { readonly input?: { readonly allOrNone?: boolean | null } | null }) => {
          scope.mutations.allOrNone = args.input?.allOrNone !== false;
          return {};
        },
      },
    },
  });
}

function objectMutations(
  scope: GraphqlScope,
  records: RecordTypes,
  type: SObjectType,
): GraphQLFieldConfigMap<unknown, unknown> {
  const { name, definition } = type;
  const { createable, updateable, deletable } = definition.capabilities;
  return {
    ...(createable && {
      [`${name}Create`]: {
        type: payload(`${name}CreatePayload`, { Record: { type: records.record(type) } }),
        args: { input: { type: inputType(scope, type, 'Create') } },
        resolve: (_source, { input }: MutationArguments, _context, info) =>
          createRecord(scope, type, input, info),
      },
    }),
    ...(updateable && {
      [`${name}Update`]: {
        type: payload(`${name}UpdatePayload`, {
          Record: { type: records.record(type) },
          success: { type: GraphQLBoolean },
        }),
        args: { input: { type: inputType(scope, type, 'Update') } },
        resolve: (_source, { input }: MutationArguments, _context, info) =>
          updateRecord(scope, type, input, info),
      },
    }),
    ...(deletable && {
      [`${name}Delete`]: {
        type: payload(`${name}DeletePayload`, { Id: { type: GraphQLID } }),
        args: {
          input: {
            type: new GraphQLNonNull(
              new GraphQLInputObjectType({ name: `${name}DeleteInput`, fields: { Id: { type: ID_OR_REF } } }),
            ),
          },
        },
        resolve: (_source, { input }: MutationArguments) => deleteRecord(scope, type, input),
      },
    }),
  };
}

function payload(name: string, fields: GraphQLFieldConfigMap<unknown, unknown>): GraphQLObjectType {
  return new GraphQLObjectType({ name, fields });
}

/** `AccountCreateInput { Account: AccountCreateRepresentation! }`; an update names its record besides. */
function inputType(
  scope: GraphqlScope,
  type: SObjectType,
  operation: 'Create' | 'Update',
): GraphQLNonNull<GraphQLInputObjectType> {
  const writable = namedFields(scope, type).flatMap((field) => {
    const kind = valueKind(field);
    const open = operation === 'Create' ? field.createable : field.updateable;
    if (!kind || !open) return [];
    const value = field.type === 'reference' ? scalar('IdOrRef') : kind.scalar;
    return [[field.name, { type: value }] as const];
  });
  const representation = new GraphQLInputObjectType({
    name: `${type.name}${operation}Representation`,
    // A type needs a field, also when the request writes none.
    fields: writable.length > 0 ? Object.fromEntries(writable) : { Id: { type: GraphQLID } },
  });
  return new GraphQLNonNull(
    new GraphQLInputObjectType({
      name: `${type.name}${operation}Input`,
      fields: {
        ...(operation === 'Update' && { Id: { type: ID_OR_REF } }),
        [type.name]: { type: new GraphQLNonNull(representation) },
      },
    }),
  );
}
