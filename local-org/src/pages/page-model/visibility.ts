import { UnsupportedFeatureError, type FieldValue } from '../../core';
import type { VisibilityCriterionDefinition, VisibilityRuleDefinition } from '../../metadata';

/** What visibility rules may ask about. */
export interface VisibilityFacts {
  /** The value of an expression without its braces: `Record.StageName`, `$Client.FormFactor`. Null for blank. */
  value(expression: string): FieldValue;
}

type Comparison = (left: FieldValue, right: string) => boolean;

/**
 * Operators of visibility rules.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flexipage.htm#uiformulacriterion
 */
const OPERATORS: Readonly<Record<string, Comparison>> = {
  EQUAL: (left, right) => isEqual(left, right),
  NE: (left, right) => !isEqual(left, right),
  GT: (left, right) => compare(left, right, (order) => order > 0),
  GE: (left, right) => compare(left, right, (order) => order >= 0),
  LT: (left, right) => compare(left, right, (order) => order < 0),
  LE: (left, right) => compare(left, right, (order) => order <= 0),
  CONTAINS: (left, right) => textOf(left).toLowerCase().includes(right.toLowerCase()),
};

/**
 * Whether a rule lets a component be seen; without a rule it always is.
 * @throws UnsupportedFeatureError for an operator that is not known
 */
export function isVisible(rule: VisibilityRuleDefinition | null, facts: VisibilityFacts): boolean {
  if (!rule || rule.criteria.length === 0) return true;
  const holds = (index: number): boolean => {
    const criterion = rule.criteria[index];
    return criterion !== undefined && criterionHolds(criterion, facts);
  };
  if (rule.booleanFilter === null) return rule.criteria.every((_criterion, index) => holds(index));
  return evaluateFilter(rule.booleanFilter, (number) => holds(number - 1));
}

function criterionHolds(
  { leftValue, operator, rightValue }: VisibilityCriterionDefinition,
  facts: VisibilityFacts,
): boolean {
  const comparison = OPERATORS[operator];
  if (!comparison) throw new UnsupportedFeatureError(`Lightning pages: visibility operator ${operator}`);
  const expression = leftValue.replace(/^\{!\s*|\s*\}$/g, '');
  return comparison(facts.value(expression), rightValue ?? '');
}

function isEqual(left: FieldValue, right: string): boolean {
  if (typeof left === 'number') return right.trim() !== '' && left === Number(right);
  if (typeof left === 'boolean') return String(left) === right.toLowerCase();
  return textOf(left).toLowerCase() === right.toLowerCase();
}

/** A blank value is neither before nor after anything. */
function compare(left: FieldValue, right: string, accepts: (order: number) => boolean): boolean {
  if (left === null || left === '' || right === '') return false;
  if (typeof left === 'number') return accepts(left - Number(right));
  const text = textOf(left);
  return accepts(text < right ? -1 : text > right ? 1 : 0);
}

function textOf(value: FieldValue): string {
  return value === null ? '' : String(value);
}

/**
 * Evaluates `1 AND (2 OR NOT 3)`; AND binds closer than OR.
 * @throws Error for text that is no such filter; a deploy does not let it in
 */
export function evaluateFilter(filter: string, holds: (number: number) => boolean): boolean {
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  let position = 0;
  const take = (token: string): boolean => {
    if (tokens[position] !== token) return false;
    position++;
    return true;
  };
  const any = (): boolean => {
    let result = all();
    while (take('OR')) result = all() || result;
    return result;
  };
  const all = (): boolean => {
    let result = one();
    while (take('AND')) result = one() && result;
    return result;
  };
  const one = (): boolean => {
    if (take('NOT')) return !one();
    if (take('(')) {
      const inner = any();
      take(')');
      return inner;
    }
    const number = Number(tokens[position++]);
    if (Number.isNaN(number)) throw new Error(`Filter logic cannot be read: ${filter}`);
    return holds(number);
  };
  return any();
}
