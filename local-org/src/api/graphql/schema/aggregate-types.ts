import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfig,
} from 'graphql';
import type { Field, SObjectType } from '../../../schema';
import { namedFields, namedObjects, type GraphqlScope } from '../graphql-scope';
import { aggregateConnection, type AggregateArguments } from '../resolve/aggregate';
import { known } from './input-types';
import type { RecordTypes } from './record-types';
import { DOUBLE_VALUE, LONG_VALUE, valueKind, valueType, type ValueKind } from './value-types';

const GROUP_BY_FUNCTION = new GraphQLEnumType({
  name: 'GroupByFunction',
  values: Object.fromEntries(
    [
      'CALENDAR_YEAR',
      'CALENDAR_QUARTER',
      'CALENDAR_MONTH',
      'DAY_IN_MONTH',
      'DAY_IN_WEEK',
      'DAY_IN_YEAR',
      'DAY_ONLY',
      'FISCAL_YEAR',
      'FISCAL_QUARTER',
      'FISCAL_MONTH',
      'HOUR_IN_DAY',
      'WEEK_IN_MONTH',
      'WEEK_IN_YEAR',
    ].map((name) => [name, {}]),
  ),
});
const GROUP_BY_CLAUSE = new GraphQLInputObjectType({
  name: 'GroupByClause',
  fields: { group: { type: GraphQLBoolean }, function: { type: GROUP_BY_FUNCTION } },
});
const NUMBERS: ReadonlySet<string> = new Set(['Int', 'Long', 'Double', 'Currency', 'Percent']);
const ORDERED: ReadonlySet<string> = new Set([
  ...NUMBERS,
  'Date',
  'DateTime',
  'String',
  'Picklist',
  'EmailAddress',
]);

const aggregateTypes = new Map<string, GraphQLObjectType>();

/** The value of a grouped field, and the functions that its kind takes. */
function aggregateType(kind: ValueKind): GraphQLObjectType {
  return known(aggregateTypes, kind.name, () => {
    const own = valueType(kind);
    return new GraphQLObjectType({
      name: `${kind.name}Aggregate`,
      fields: {
        value: { type: kind.scalar },
        displayValue: { type: GraphQLString },
        label: { type: GraphQLString },
        count: { type: LONG_VALUE },
        countDistinct: { type: LONG_VALUE },
        ...(NUMBERS.has(kind.name) ? { avg: { type: DOUBLE_VALUE }, sum: { type: own } } : {}),
        ...(ORDERED.has(kind.name) ? { max: { type: own }, min: { type: own } } : {}),
      },
    });
  });
}

/**
 * `aggregate { Opportunity(groupBy: { StageName: { group: true } }) { edges { node { aggregate { Amount { sum {
 * value } } } } } } }`
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/aggregate-schema.html
 */
export function aggregateQueryType(scope: GraphqlScope, records: RecordTypes): GraphQLObjectType | undefined {
  const objects = namedObjects(scope).filter((type) => aggregatedFields(scope, type).length > 0);
  if (objects.length === 0) return undefined;
  return new GraphQLObjectType({
    name: 'RecordQueryAggregate',
    fields: Object.fromEntries(objects.map((type) => [type.name, aggregateField(scope, records, type)])),
  });
}

function aggregateField(
  scope: GraphqlScope,
  records: RecordTypes,
  type: SObjectType,
): GraphQLFieldConfig<unknown, unknown, AggregateArguments> {
  const fields = aggregatedFields(scope, type);
  const aggregate = new GraphQLObjectType({
    name: `${type.name}Aggregate`,
    fields: Object.fromEntries(fields.map(([field, kind]) => [field.name, { type: aggregateType(kind) }])),
  });
  const result = new GraphQLObjectType({
    name: `${type.name}Result`,
    fields: { aggregate: { type: aggregate } },
  });
  const edge = new GraphQLObjectType({
    name: `${type.name}AggregateEdge`,
    fields: { node: { type: result }, cursor: { type: new GraphQLNonNull(GraphQLString) } },
  });
  const groupBy = new GraphQLInputObjectType({
    name: `${type.name}_GroupBy`,
    fields: Object.fromEntries(fields.map(([field]) => [field.name, { type: GROUP_BY_CLAUSE }])),
  });
  return {
    type: new GraphQLObjectType({
      name: `${type.name}AggregateConnection`,
      fields: {
        edges: { type: new GraphQLList(edge) },
        pageInfo: { type: new GraphQLNonNull(records.pageInfo) },
        pageResultCount: { type: new GraphQLNonNull(GraphQLInt) },
        totalCount: { type: new GraphQLNonNull(GraphQLInt) },
      },
    }),
    args: { ...records.arguments(type, true), groupBy: { type: groupBy } },
    resolve: (_source, args, _context, info) => aggregateConnection(scope.ui, type, args, info),
  };
}

function aggregatedFields(scope: GraphqlScope, type: SObjectType): (readonly [Field, ValueKind])[] {
  return namedFields(scope, type).flatMap((field) => {
    const kind = valueKind(field);
    return kind ? [[field, kind] as const] : [];
  });
}
