import type { Comparison, Condition, FieldPath, Literal } from '../syntax/ast';
import { bindExpression } from './bind-expression';
import { bindSemiJoin, type ConditionPlace } from './bind-semi-join';
import { bindValue, type ValueTarget } from './bind-value';
import type { BoundCondition, BoundExpression } from './bound';
import { kindOf } from './value-kind';

/**
 * Resolves a condition.
 * @throws ApiError with the platform's code for each rule that it breaks
 */
export function bindCondition(place: ConditionPlace, condition: Condition): BoundCondition {
  switch (condition.kind) {
    case 'and':
    case 'or':
      if (condition.kind === 'or') refuseSemiJoins(place, condition.parts);
      return { kind: condition.kind, parts: condition.parts.map((part) => bindCondition(place, part)) };
    case 'not':
      refuseNestedSemiJoin(place, condition.part);
      return { kind: 'not', part: bindCondition(place, condition.part) };
    case 'comparison':
      return bindComparison(place, condition);
  }
}

function refuseSemiJoins(place: ConditionPlace, parts: readonly Condition[]): void {
  for (const part of parts) {
    if (!isSemiJoin(part)) refuseNestedSemiJoin(place, part);
    else throw malformed(place, part, "Semi join sub-selects are not allowed with the 'OR' operator");
  }
}

function refuseNestedSemiJoin(place: ConditionPlace, condition: Condition): void {
  const semiJoin = findSemiJoin(condition);
  if (!semiJoin) return;
  throw malformed(
    place,
    semiJoin,
    'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions',
  );
}

function malformed(place: ConditionPlace, condition: Condition, message: string): Error {
  return place.scope.context.error('MALFORMED_QUERY', condition.offset, message);
}

function isSemiJoin(condition: Condition): boolean {
  return condition.kind === 'comparison' && condition.right.kind === 'subquery';
}

function findSemiJoin(condition: Condition): Condition | undefined {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.map(findSemiJoin).find((found) => found !== undefined);
    case 'not':
      return findSemiJoin(condition.part);
    case 'comparison':
      return isSemiJoin(condition) ? condition : undefined;
  }
}

function bindComparison(place: ConditionPlace, comparison: Comparison): BoundCondition {
  const { context } = place.scope;
  if (comparison.right.kind === 'subquery')
    return bindSemiJoin(place, comparison, comparison.right.query, bindCondition);
  const left = bindExpression(place, comparison.left);
  requireFilterable(place, left, comparison);
  const target: ValueTarget = {
    left,
    fieldName: nameOf(comparison.left),
    asPattern: comparison.operator === 'LIKE',
  };
  checkOperator(place, left, comparison);
  const values = literals(comparison).map((literal) => bindValue(context, literal, target));
  const [right] = values;
  switch (comparison.operator) {
    case 'IN':
    case 'NOT IN':
      return { kind: 'in', left, negated: comparison.operator === 'NOT IN', values };
    case 'INCLUDES':
    case 'EXCLUDES':
      return { kind: 'includes', left, excludes: comparison.operator === 'EXCLUDES', values };
    default:
      if (right === undefined) throw new Error('a comparison without a value');
      if (comparison.operator === 'LIKE' && right.kind === 'constant' && right.value === '') {
        throw context.error('MALFORMED_QUERY', comparison.right.offset, 'invalid LIKE value: ');
      }
      return { kind: 'compare', left, operator: comparison.operator, right };
  }
}

function literals(comparison: Comparison): readonly Literal[] {
  const { right } = comparison;
  if (right.kind === 'list') return right.values;
  return right.kind === 'subquery' ? [] : [right];
}

function nameOf(left: Comparison['left']): string {
  if (left.kind === 'path') return left.names.at(-1) ?? '';
  const argument = left.arguments.find((part): part is FieldPath => part.kind === 'path');
  return argument ? `${left.name}(${argument.names.at(-1) ?? ''})` : left.name;
}

function requireFilterable(place: ConditionPlace, left: BoundExpression, comparison: Comparison): void {
  const field = left.kind === 'column' || left.kind === 'compound' ? left.field : undefined;
  if (!field || (field.filterable && left.kind === 'column')) return;
  throw place.scope.context.error(
    'INVALID_FIELD',
    comparison.offset,
    `field '${field.name}' can not be filtered in a query call`,
  );
}

/**
 * UNVERIFIED: the texts, but `invalid operator on id field`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm
 */
function checkOperator(place: ConditionPlace, left: BoundExpression, comparison: Comparison): void {
  const { operator, right } = comparison;
  const kind = kindOf(left);
  const multi = left.kind === 'column' && left.field.type === 'multipicklist';
  const refuse = (message: string): Error =>
    place.scope.context.error('INVALID_QUERY_FILTER_OPERATOR', comparison.offset, message);
  if (operator === 'LIKE' && kind !== 'text') throw refuse(`invalid operator on ${kind} field`);
  if (left.kind === 'distance' && (operator === '=' || operator === '!=')) {
    throw refuse(`DISTANCE() takes < and > only, not ${operator}`);
  }
  const ordered = operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
  if (ordered && kind === 'boolean') throw refuse('invalid operator on boolean field');
  if (ordered && multi) throw refuse('invalid operator on multipicklist field');
  if ((operator === 'INCLUDES' || operator === 'EXCLUDES') && !multi) {
    throw refuse(`invalid operator: ${operator} is for multi-select picklists only`);
  }
  const needsList =
    operator === 'INCLUDES' || operator === 'EXCLUDES' || operator === 'IN' || operator === 'NOT IN';
  if (needsList === (right.kind === 'list')) return;
  if (needsList && right.kind === 'bind' && (operator === 'IN' || operator === 'NOT IN')) return;
  throw place.scope.context.error(
    'MALFORMED_QUERY',
    right.offset,
    needsList ? `${operator} needs a list in parentheses` : `operator ${operator} takes one value`,
  );
}
