import type { Expression, FunctionArgument, SelectItem, SoqlQuery } from '../syntax/ast';
import { isAggregateFunction } from './bind-aggregate';
import { bindExpression, type ExpressionPlace } from './bind-expression';
import type { BoundExpression, RecordShape } from './bound';
import { RecordShapeBuilder } from './record-shape';
import type { Scope } from './scope';
import { expressionKey } from './value-kind';

/** Most fields that GROUP BY ROLLUP and GROUP BY CUBE take. */
const MAX_SUBTOTAL_FIELDS = 3;

/** Whether a query answers aggregate rows: it groups, or selects an aggregate function. */
export function isAggregateQuery(query: SoqlQuery): boolean {
  return (
    query.groupBy !== null ||
    query.select.some((item) => item.kind === 'expression' && holdsAggregate(item.expression))
  );
}

function holdsAggregate(expression: FunctionArgument): boolean {
  if (expression.kind !== 'function') return false;
  return isAggregateFunction(expression.name) || expression.arguments.some(holdsAggregate);
}

/** Whether a query is `SELECT COUNT() FROM ...`, which answers a number and no rows. */
export function isCountQuery(query: SoqlQuery): boolean {
  const [item] = query.select;
  return query.select.length === 1 && item !== undefined && isBareCount(item);
}

function isBareCount(item: SelectItem): boolean {
  if (item.kind !== 'expression' || item.expression.kind !== 'function') return false;
  return item.expression.name === 'COUNT' && item.expression.arguments.length === 0;
}

/**
 * Resolves GROUP BY.
 * @throws ApiError MALFORMED_QUERY for a field that cannot be grouped
 */
export function bindGroupBy(scope: Scope, query: SoqlQuery): BoundExpression[] {
  const { groupBy } = query;
  if (!groupBy) return [];
  if (groupBy.mode !== 'plain' && groupBy.items.length > MAX_SUBTOTAL_FIELDS) {
    throw scope.context.error(
      'MALFORMED_QUERY',
      query.offset,
      `GROUP BY ${groupBy.mode.toUpperCase()} takes at most ${MAX_SUBTOTAL_FIELDS} fields`,
    );
  }
  const place: ExpressionPlace = { scope, groupBy: [], clause: 'GROUP BY' };
  return groupBy.items.map((item) => {
    const expression = bindExpression(place, item);
    const groupable =
      expression.kind === 'dateFunction' ||
      (expression.kind === 'column' && expression.field.groupable && !expression.field.formula) ||
      (expression.kind === 'name' && expression.attribute.groupable);
    if (groupable) return expression;
    const name = item.kind === 'path' ? item.names.at(-1) : item.name;
    throw scope.context.error(
      'MALFORMED_QUERY',
      item.offset,
      `field '${name}' can not be grouped in a query call`,
    );
  });
}

/**
 * Resolves the select list of an aggregate query.
 * @throws ApiError MALFORMED_QUERY for a field that is neither grouped nor aggregated, and for a repeated alias
 */
export function bindAggregateSelect(
  scope: Scope,
  query: SoqlQuery,
  groupBy: readonly BoundExpression[],
): RecordShape {
  const shape = new RecordShapeBuilder('AggregateResult', null, null);
  const place: ExpressionPlace = { scope, groupBy, clause: 'SELECT' };
  let unnamed = 0;
  for (const item of query.select) {
    if (item.kind !== 'expression') {
      throw scope.context.error(
        'MALFORMED_QUERY',
        item.offset,
        'Grouped queries select grouped fields and aggregate functions only',
      );
    }
    if (isBareCount(item)) {
      throw scope.context.error(
        'MALFORMED_QUERY',
        item.offset,
        'COUNT() must be the only element in the SELECT list',
      );
    }
    const expression = bindExpression(place, item.expression);
    requireGrouped(scope, expression, groupBy, item.expression);
    const key = item.alias ?? fieldName(expression) ?? `expr${unnamed++}`;
    if (shape.has(key)) throw scope.context.error('MALFORMED_QUERY', item.offset, `duplicate alias: ${key}`);
    shape.addValue(key, expression, item.offset);
  }
  return shape.build();
}

/** Demands that an expression of an aggregate query has one value per group. */
export function requireGrouped(
  scope: Scope,
  expression: BoundExpression,
  groupBy: readonly BoundExpression[],
  source: Expression,
  what = 'Field',
): void {
  if (expression.kind === 'aggregate' || expression.kind === 'grouping') return;
  if (groupBy.some((grouped) => expressionKey(grouped) === expressionKey(expression))) return;
  if (expression.kind === 'format' || expression.kind === 'label') {
    requireGrouped(scope, expression.operand, groupBy, source, what);
    return;
  }
  const name = source.kind === 'path' ? source.names.at(-1) : source.name;
  throw scope.context.error(
    'MALFORMED_QUERY',
    source.offset,
    `${what} must be grouped or aggregated: ${name}`,
  );
}

function fieldName(expression: BoundExpression): string | undefined {
  if (expression.kind === 'column') return expression.field.name;
  if (expression.kind === 'name') return expression.attribute.name;
  return expression.kind === 'label' ? expression.operand.field.name : undefined;
}
