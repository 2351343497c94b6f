import { type ApiError, MAX_SOQL_OFFSET_ROWS, UnsupportedFeatureError } from '../../../core';
import type { SObjectType } from '../../../schema';
import type { Condition, OrderItem, RowCount, SelectItem, SoqlQuery } from '../syntax/ast';
import type { BindContext } from './bind-context';
import { bindCondition } from './bind-condition';
import { bindExpression } from './bind-expression';
import {
  bindAggregateSelect,
  bindGroupBy,
  isAggregateQuery,
  isCountQuery,
  requireGrouped,
} from './bind-grouping';
import { bindSelect } from './bind-select';
import type {
  BoundCondition,
  BoundExpression,
  BoundOrder,
  BoundQuery,
  BoundRowCount,
  ChildQuery,
  RecordShape,
} from './bound';
import { checkClauses } from './check-clauses';
import { findObject } from './find-object';
import { requireFilters } from './required-filters';
import { Scope } from './scope';

/** Levels of child subqueries. */
const MAX_CHILD_LEVELS = 4;

/**
 * Resolves the query of a statement.
 * @throws ApiError with the platform's code, text and position for the first rule it breaks
 */
export function bindRootQuery(context: BindContext, query: SoqlQuery): BoundQuery {
  return bindQuery(context, query, findObject(context, query.from, query.from.names.join('.')), 0);
}

function bindQuery(context: BindContext, query: SoqlQuery, type: SObjectType, level: number): BoundQuery {
  const scope = new Scope(context, type, query.from, query.aliases);
  checkClauses(context, query, level > 0);
  if (level === 0) requireFilters(type, query.where);
  const countOnly = isCountQuery(query);
  const aggregate = !countOnly && isAggregateQuery(query);
  if (level > 0 && (aggregate || countOnly)) {
    throw context.error('MALFORMED_QUERY', query.offset, 'only root queries support aggregate expressions');
  }
  const groupBy = bindGroupBy(scope, query);
  const shape = countOnly
    ? emptyShape(type)
    : aggregate
      ? bindAggregateSelect(scope, query, groupBy)
      : bindSelect(scope, query.select, (item) => bindChild(scope, item, level + 1));
  const where = query.where && bindClause(scope, query.where, groupBy, 'WHERE');
  const having = query.having && bindClause(scope, query.having, groupBy, 'HAVING');
  const orderBy = query.orderBy.map((item) => bindOrder(scope, item, aggregate, groupBy));
  return {
    root: scope.root,
    // Read last: every clause may have joined parents.
    joins: scope.joins,
    shape,
    countOnly,
    aggregate,
    where,
    groupBy,
    groupMode: query.groupBy?.mode ?? 'plain',
    having,
    orderBy,
    limit: bindRowCount(query.limit),
    offsetRows: checkedOffset(context, query.offsetRows),
    allRows: query.allRows,
    onlyMine: onlyMine(query.scope),
    forClauses: query.forClauses,
  };
}

function emptyShape(type: SObjectType): RecordShape {
  return { typeName: type.name, id: null, sharedSource: null, entries: [] };
}

function bindClause(
  scope: Scope,
  condition: Condition,
  groupBy: readonly BoundExpression[],
  clause: 'WHERE' | 'HAVING',
): BoundCondition {
  return bindCondition({ scope, groupBy, clause, inSemiJoin: false }, condition);
}

function bindChild(
  scope: Scope,
  item: Extract<SelectItem, { kind: 'subquery' }>,
  level: number,
): { key: string; child: ChildQuery } {
  const { context, root } = scope;
  const { from } = item.query;
  const name = scope.withoutAlias(from.names).join('.');
  const relationship = root.type.childRelationship(name);
  const unknown = (): ApiError =>
    context.error(
      'INVALID_TYPE',
      from.offset,
      `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  const type = relationship && context.schema.find(relationship.childObject);
  const foreignKey = relationship && type?.field(relationship.field);
  if (!relationship?.relationshipName || !type || !foreignKey)
    throw context.missing({ kind: 'children', name, objectName: root.type.name }, unknown());
  if (level > MAX_CHILD_LEVELS) {
    throw context.error(
      'MALFORMED_QUERY',
      item.offset,
      `Child subqueries may be nested ${MAX_CHILD_LEVELS} levels deep`,
    );
  }
  context.requireObject(type, unknown);
  context.requireField(type, foreignKey, from.offset);
  return {
    key: relationship.relationshipName,
    child: { query: bindQuery(context, item.query, type, level), foreignKey },
  };
}

function bindOrder(
  scope: Scope,
  item: OrderItem,
  aggregate: boolean,
  groupBy: readonly BoundExpression[],
): BoundOrder {
  const expression = bindExpression({ scope, groupBy, clause: 'ORDER BY' }, item.expression);
  const field = expression.kind === 'column' || expression.kind === 'compound' ? expression.field : undefined;
  if (field && (!field.sortable || expression.kind === 'compound')) {
    throw scope.context.error(
      'INVALID_FIELD',
      item.offset,
      `field '${field.name}' can not be sorted in a query call`,
    );
  }
  if (aggregate) requireGrouped(scope, expression, groupBy, item.expression, 'Ordered field');
  else if (expression.kind === 'aggregate') {
    throw scope.context.error(
      'MALFORMED_QUERY',
      item.offset,
      'Aggregate functions in ORDER BY need GROUP BY',
    );
  }
  return { expression, descending: item.descending, nullsLast: item.nullsLast };
}

function bindRowCount(count: RowCount | null): BoundRowCount | null {
  if (!count) return null;
  return count.kind === 'bind'
    ? { kind: 'bind', text: count.text, offset: count.offset }
    : { kind: 'constant', value: count.value };
}

function checkedOffset(context: BindContext, count: RowCount | null): BoundRowCount | null {
  if (count?.kind === 'number' && count.value > MAX_SOQL_OFFSET_ROWS) {
    throw context.error(
      'NUMBER_OUTSIDE_VALID_RANGE',
      count.offset,
      `Maximum SOQL offset allowed is ${MAX_SOQL_OFFSET_ROWS}`,
    );
  }
  return bindRowCount(count);
}

/**
 * Whether only records of the user are wanted.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_using_scope.htm
 */
function onlyMine(scope: string | null): boolean {
  if (scope === null || scope.toLowerCase() === 'everything') return false;
  if (scope.toLowerCase() === 'mine') return true;
  throw new UnsupportedFeatureError(`SOQL: USING SCOPE ${scope}`);
}
