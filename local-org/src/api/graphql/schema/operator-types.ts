import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  type GraphQLInputFieldConfigMap,
  type GraphQLInputType,
} from 'graphql';
import { scalar } from './scalars';
import type { ValueKind } from './value-types';

const COMPARISONS = ['eq', 'ne', 'lt', 'gt', 'lte', 'gte'] as const;
const TEXTS: ReadonlySet<string> = new Set([
  'String',
  'TextArea',
  'EmailAddress',
  'PhoneNumber',
  'Url',
  'Picklist',
  'ID',
  'EncryptedString',
]);
const RELATIVE_DATES = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  ...['LAST', 'THIS', 'NEXT'].flatMap((when) =>
    ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'].map((unit) => `${when}_${unit}`),
  ),
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
];
const RANGES = ['last_n', 'next_n'].flatMap((when) =>
  ['days', 'weeks', 'months', 'quarters', 'years', 'fiscal_quarters', 'fiscal_years'].map(
    (unit) => `${when}_${unit}`,
  ),
);

const DATE_LITERAL = new GraphQLEnumType({
  name: 'DateLiteral',
  values: Object.fromEntries(RELATIVE_DATES.map((name) => [name, {}])),
});
const DATE_RANGE = new GraphQLInputObjectType({
  name: 'DateRange',
  fields: Object.fromEntries(RANGES.map((name) => [name, { type: GraphQLInt }])),
});
/** What a semi-join looks for: the filter of another object, and that object's field. */
const JOIN_INPUT = scalar('JoinInput');

const known = new Map<string, GraphQLInputObjectType>();

/**
 * The operators that filter a kind of field: `{ eq: 5 }`, `{ in: ["a", "b"] }`.
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/filter-fields.html
 */
export function operatorsType(kind: ValueKind): GraphQLInputObjectType {
  let type = known.get(kind.name);
  if (!type) {
    type = new GraphQLInputObjectType({ name: `${kind.name}Operators`, fields: operatorFields(kind) });
    known.set(kind.name, type);
  }
  return type;
}

function operatorFields(kind: ValueKind): GraphQLInputFieldConfigMap {
  const operand = operandType(kind);
  const list = new GraphQLList(operand);
  const names: readonly string[] = kind.name === 'Boolean' ? ['eq', 'ne'] : COMPARISONS;
  return {
    ...Object.fromEntries(names.map((name) => [name, { type: operand }])),
    ...(kind.name === 'Boolean' ? {} : { in: { type: list }, nin: { type: list } }),
    ...(TEXTS.has(kind.name) ? { like: { type: operand } } : {}),
    ...(kind.name === 'MultiPicklist' ? { includes: { type: list }, excludes: { type: list } } : {}),
    ...(kind.name === 'ID' ? { inq: { type: JOIN_INPUT }, ninq: { type: JOIN_INPUT } } : {}),
  };
}

/** Dates are given by value, by a relative date, or by a range. */
function operandType({ name, scalar: type }: ValueKind): GraphQLInputType {
  if (name !== 'Date' && name !== 'DateTime') return type;
  return name === 'Date' ? DATE_INPUT : DATE_TIME_INPUT;
}

const dateInput = (name: string): GraphQLInputObjectType =>
  new GraphQLInputObjectType({
    name: `${name}Input`,
    fields: { value: { type: scalar(name) }, literal: { type: DATE_LITERAL }, range: { type: DATE_RANGE } },
  });
const DATE_INPUT = dateInput('Date');
const DATE_TIME_INPUT = dateInput('DateTime');
