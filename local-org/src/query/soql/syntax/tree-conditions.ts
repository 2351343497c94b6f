import type {
  ComparisonOperatorContext,
  FieldExpressionContext,
  LogicalExpressionContext,
  WhereLogicalExpressionContext,
} from '@apexdevtools/apex-parser';
import { UnsupportedFeatureError } from '../../../core';
import type { Comparison, ComparisonOperator, Condition, SoqlQuery } from './ast';
import { readFunction } from './tree-expressions';
import { present, readPath } from './tree-parts';
import { readLiteral, readValueList } from './tree-values';
import type { SubQueryContext } from '@apexdevtools/apex-parser';

/** Reads a subquery; passed in, because subqueries hold conditions and conditions hold subqueries. */
export type SubqueryReader = (tree: SubQueryContext) => SoqlQuery;

/** Reads the condition of WHERE at the top level of a query. */
export function readWhere(tree: WhereLogicalExpressionContext, readSubquery: SubqueryReader): Condition {
  const parts = tree.whereConditionalExpression_list().map((part) => {
    const group = present(part.whereLogicalExpression());
    if (group) return readWhere(group, readSubquery);
    const field = part.whereFieldExpression();
    if (present(field.FORMULA())) throw new UnsupportedFeatureError('SOQL: FORMULA() in WHERE');
    return readComparison(field.fieldExpression(), readSubquery);
  });
  return combine(tree, parts);
}

/** Reads the condition of a subquery or of HAVING. */
export function readCondition(tree: LogicalExpressionContext, readSubquery: SubqueryReader): Condition {
  const parts = tree.conditionalExpression_list().map((part) => {
    const group = present(part.logicalExpression());
    return group ? readCondition(group, readSubquery) : readComparison(part.fieldExpression(), readSubquery);
  });
  return combine(tree, parts);
}

function combine(
  tree: WhereLogicalExpressionContext | LogicalExpressionContext,
  parts: Condition[],
): Condition {
  const offset = tree.start.start;
  const [first] = parts;
  if (first === undefined) throw new Error('a condition without parts');
  if (present(tree.NOT())) return { kind: 'not', part: first, offset };
  if (parts.length === 1) return first;
  return { kind: tree.SOQLOR_list().length > 0 ? 'or' : 'and', parts, offset };
}

function readComparison(tree: FieldExpressionContext, readSubquery: SubqueryReader): Comparison {
  const field = present(tree.fieldName());
  const value = tree.value();
  return {
    kind: 'comparison',
    left: field ? readPath(field) : readFunction(tree.soqlFunction()),
    operator: readOperator(tree.comparisonOperator()),
    right: readRight(value, readSubquery),
    offset: tree.start.start,
  };
}

function readRight(
  value: ReturnType<FieldExpressionContext['value']>,
  readSubquery: SubqueryReader,
): Comparison['right'] {
  const subquery = present(value.subQuery());
  if (subquery) return { kind: 'subquery', query: readSubquery(subquery), offset: value.start.start };
  const list = present(value.valueList());
  return list ? readValueList(list) : readLiteral(value);
}

const OPERATORS: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  LIKE: 'LIKE',
  IN: 'IN',
  NOTIN: 'NOT IN',
  INCLUDES: 'INCLUDES',
  EXCLUDES: 'EXCLUDES',
};

function readOperator(tree: ComparisonOperatorContext): ComparisonOperator {
  const operator = OPERATORS[tree.getText().toUpperCase()];
  if (!operator) throw new UnsupportedFeatureError(`SOQL: operator ${tree.getText()}`);
  return operator;
}
