import type { Field } from '../../../schema';
import type { Comparison, Condition, SoqlQuery } from '../syntax/ast';
import type { ExpressionPlace } from './bind-expression';
import type { BoundCondition, BoundExpression, BoundQuery } from './bound';
import { findObject } from './find-object';
import { resolvePath } from './resolve-path';
import { Scope } from './scope';

/** @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm */
const MAX_SEMI_JOINS = 2;

/** Where a condition stands, for the rules on semi-joins. */
export interface ConditionPlace extends ExpressionPlace {
  readonly clause: 'WHERE' | 'HAVING';
  /** The subquery of a semi-join may hold no further one. */
  readonly inSemiJoin: boolean;
}

/** Resolves a condition; passed in, because conditions hold semi-joins and semi-joins hold conditions. */
export type ConditionBinder = (place: ConditionPlace, condition: Condition) => BoundCondition;

/**
 * Resolves `Id IN (SELECT AccountId FROM Contact)` and its negation.
 *
 * UNVERIFIED: the texts on what the subquery selects, on refused clauses and on HAVING.
 * @throws ApiError MALFORMED_QUERY, INVALID_FIELD for the rules on semi-joins
 */
export function bindSemiJoin(
  place: ConditionPlace,
  comparison: Comparison,
  inner: SoqlQuery,
  bindCondition: ConditionBinder,
): BoundCondition {
  const { context } = place.scope;
  const malformed = (offset: number, message: string): Error =>
    context.error('MALFORMED_QUERY', offset, message);
  if (place.clause === 'HAVING')
    throw malformed(comparison.offset, 'Semi join sub-selects are not allowed in HAVING clause');
  if (place.inSemiJoin) throw malformed(inner.offset, 'Nesting of semi join sub-selects is not supported');
  if (++context.semiJoins > MAX_SEMI_JOINS) {
    throw malformed(comparison.offset, `Maximum ${MAX_SEMI_JOINS} semi join sub-selects are allowed`);
  }
  if (comparison.operator !== 'IN' && comparison.operator !== 'NOT IN') {
    throw malformed(inner.offset, `unexpected token: 'SELECT'`);
  }
  const left = bindOuterField(place, comparison);
  const query = bindInner(place, inner, bindCondition);
  checkSameObject(place, comparison, left, query, inner);
  return { kind: 'semiJoin', left, negated: comparison.operator === 'NOT IN', query };
}

function bindOuterField(place: ConditionPlace, comparison: Comparison): BoundExpression {
  const { left } = comparison;
  const field = left.kind === 'path' ? resolvePath(place.scope, left) : undefined;
  const name = left.kind === 'path' ? left.names.join('.') : left.name;
  const direct = field?.kind === 'column' && field.source === place.scope.root;
  if (!direct || (field.field.type !== 'id' && field.field.type !== 'reference')) {
    throw place.scope.context.error(
      'INVALID_FIELD',
      comparison.offset,
      `The left operand field in the where expression for outer query should be an id field, cannot use: '${name}'`,
    );
  }
  return field;
}

function bindInner(place: ConditionPlace, inner: SoqlQuery, bindCondition: ConditionBinder): BoundQuery {
  const { context } = place.scope;
  refuseClauses(place, inner);
  const scope = new Scope(
    context,
    findObject(context, inner.from, inner.from.names[0] ?? ''),
    inner.from,
    inner.aliases,
  );
  const [item, ...more] = inner.select;
  const path = item?.kind === 'expression' && item.expression.kind === 'path' ? item.expression : undefined;
  if (!path || more.length > 0) {
    throw context.error(
      'MALFORMED_QUERY',
      inner.offset,
      'The inner select of a semi join must select exactly one field',
    );
  }
  const selected = resolvePath(scope, path);
  if (selected.kind !== 'column' || (selected.field.type !== 'id' && selected.field.type !== 'reference')) {
    throw context.error(
      'MALFORMED_QUERY',
      path.offset,
      `The inner select field '${path.names.join('.')}' must be an id or reference field`,
    );
  }
  const innerPlace: ConditionPlace = { scope, groupBy: [], clause: 'WHERE', inSemiJoin: true };
  const where = inner.where && bindCondition(innerPlace, inner.where);
  return {
    root: scope.root,
    joins: scope.joins,
    shape: {
      typeName: scope.root.type.name,
      id: null,
      sharedSource: null,
      entries: [{ kind: 'value', key: selected.field.name, expression: selected, offset: path.offset }],
    },
    countOnly: false,
    aggregate: false,
    where,
    groupBy: [],
    groupMode: 'plain',
    having: null,
    orderBy: [],
    limit: null,
    offsetRows: null,
    allRows: false,
    onlyMine: false,
    forClauses: [],
  };
}

function refuseClauses(place: ConditionPlace, inner: SoqlQuery): void {
  const refused: readonly [boolean, string][] = [
    [inner.orderBy.length > 0, 'ORDER BY'],
    [inner.limit !== null, 'LIMIT'],
    [inner.forClauses.length > 0, 'FOR'],
  ];
  for (const [used, clause] of refused) {
    if (!used) continue;
    throw place.scope.context.error(
      'MALFORMED_QUERY',
      inner.offset,
      `${clause} is not supported in semi join sub-selects`,
    );
  }
}

/** Both sides must lead to one object, and the subquery must not read the object of the outer query. */
function checkSameObject(
  place: ConditionPlace,
  comparison: Comparison,
  left: BoundExpression,
  query: BoundQuery,
  inner: SoqlQuery,
): void {
  const { context, root } = place.scope;
  if (query.root.type === root.type) {
    throw context.error(
      'MALFORMED_QUERY',
      inner.from.offset,
      'The inner and outer selects should not be on the same object type',
    );
  }
  const [entry] = query.shape.entries;
  const right = entry?.kind === 'value' ? entry.expression : undefined;
  if (left.kind !== 'column' || right?.kind !== 'column') return;
  const outer = pointsTo(left.field, root.type.name);
  const reached = pointsTo(right.field, query.root.type.name);
  if (outer.some((name) => reached.includes(name))) return;
  throw context.error(
    'MALFORMED_QUERY',
    comparison.offset,
    `The selected field '${right.field.name}' in the subquery and the left operand field in the where expression in the outer query '${left.field.name}' should point to the same object type`,
  );
}

function pointsTo(field: Field, ownObject: string): readonly string[] {
  return field.type === 'id' ? [ownObject] : (field.relationship?.referenceTo ?? []);
}
