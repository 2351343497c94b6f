import { UnsupportedFeatureError } from '../../../core';
import type { FieldType } from '../../../schema';
import type { FunctionCall } from '../syntax/ast';
import type { AggregateExpression, BoundExpression } from './bound';
import { resolvePath } from './resolve-path';
import type { Scope } from './scope';
import { isDateFunction } from './date-functions';

type AggregateName = AggregateExpression['name'];

const NUMBERS: readonly FieldType[] = ['int', 'long', 'double', 'currency', 'percent'];
const TEXTS: readonly FieldType[] = ['string', 'picklist', 'combobox', 'email', 'phone', 'url'];
const IDS: readonly FieldType[] = ['id', 'reference'];
const ORDERED: readonly FieldType[] = [...NUMBERS, ...TEXTS, ...IDS, 'date', 'datetime', 'time'];

/**
 * The field types that aggregate functions take.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_agg_functions_field_types.htm
 */
const AGGREGATE_FUNCTIONS: Readonly<Record<AggregateName, ReadonlySet<FieldType>>> = {
  COUNT: new Set([...ORDERED, 'anyType']),
  COUNT_DISTINCT: new Set([...ORDERED, 'anyType']),
  SUM: new Set(NUMBERS),
  AVG: new Set(NUMBERS),
  MIN: new Set(ORDERED),
  MAX: new Set(ORDERED),
};

/** Whether a function (upper-case) is an aggregate function. */
export function isAggregateFunction(name: string): name is AggregateName {
  return Object.hasOwn(AGGREGATE_FUNCTIONS, name);
}

/**
 * Resolves an aggregate function.
 * @throws ApiError MALFORMED_QUERY for a field type it does not take, and in clauses that hold none
 */
export function bindAggregate(scope: Scope, call: FunctionCall, clause: string): AggregateExpression {
  const name = call.name as AggregateName;
  if (clause === 'WHERE' || clause === 'GROUP BY') {
    throw scope.context.error(
      'MALFORMED_QUERY',
      call.offset,
      `Aggregate functions are not supported in ${clause}`,
    );
  }
  const [argument] = call.arguments;
  if (argument === undefined) return { kind: 'aggregate', name, operand: null };
  if (argument.kind !== 'path') {
    const what =
      argument.kind === 'function' && isDateFunction(argument.name) ? 'a date function' : 'a function';
    throw new UnsupportedFeatureError(`SOQL: ${name}() of ${what}`);
  }
  const operand = resolvePath(scope, argument);
  if (!takes(name, operand)) {
    throw scope.context.error(
      'MALFORMED_QUERY',
      call.offset,
      `field ${argument.names.at(-1) ?? ''} does not support aggregate operator ${name}`,
    );
  }
  return { kind: 'aggregate', name, operand };
}

function takes(name: AggregateName, operand: BoundExpression): boolean {
  if (operand.kind === 'name') return AGGREGATE_FUNCTIONS[name].has(operand.attribute.type);
  return operand.kind === 'column' && AGGREGATE_FUNCTIONS[name].has(operand.field.type);
}
