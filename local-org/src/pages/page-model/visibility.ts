import { UnsupportedFeatureError, type FieldValue } from '../../core';
import { compileFilter } from '../../dml';
import type { VisibilityCriterionDefinition, VisibilityRuleDefinition } from '../../metadata';
import type { FilterItem } from '../../schema';

/** What visibility rules may ask about. */
export interface VisibilityFacts {
  /** The value of an expression without its braces: `Record.StageName`, `$Client.FormFactor`. Null for blank. */
  value(expression: string): FieldValue;
  /** Ids of the records of which values were read so far. */
  readonly records: ReadonlySet<string>;
}

/**
 * Operators of visibility rules, as filters name them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flexipage.htm#uiformulacriterion
 */
const OPERATIONS: Readonly<Record<string, string>> = {
  CONTAINS: 'contains',
  EQUAL: 'equals',
  GE: 'greaterOrEqual',
  GT: 'greaterThan',
  LE: 'lessOrEqual',
  LT: 'lessThan',
  NE: 'notEqual',
};

/**
 * Whether a rule lets a component be seen; without a rule it always is.
 * @throws UnsupportedFeatureError for an operator that is not known
 * @throws LocalOrgError FILTER_LOGIC
 */
export function isVisible(rule: VisibilityRuleDefinition | null, facts: VisibilityFacts): boolean {
  if (!rule || rule.criteria.length === 0) return true;
  const passes = compileFilter(rule.criteria.map(filterItem), rule.booleanFilter ?? undefined);
  return passes((expression) => facts.value(expression));
}

function filterItem({ leftValue, operator, rightValue }: VisibilityCriterionDefinition): FilterItem {
  const operation = OPERATIONS[operator];
  if (operation === undefined) {
    throw new UnsupportedFeatureError(`Lightning pages: visibility operator ${operator}`);
  }
  return {
    field: leftValue.replace(/^\{!\s*|\s*\}$/g, ''),
    operation,
    // In quotes, so that a comma is part of the value.
    value: rightValue === null ? '' : `"${rightValue.replaceAll('"', '""')}"`,
  };
}
