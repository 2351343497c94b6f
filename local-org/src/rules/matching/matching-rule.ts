import {
  childName,
  objectsOf,
  parentName,
  textOf,
  type Component,
  type ComponentStore,
} from '../../metadata';
import { parseLogic, type Logic } from './rule-logic';
import { STANDARD_MATCHING_RULES } from './standard-rules';

/** One field of a matching rule. */
export interface MatchingItem {
  /** Field of the object, or of a parent: `Account.Name`. */
  readonly field: string;
  /** `Exact`, `LastName`, ... */
  readonly method: string;
  /** Whether two blank values match; otherwise a blank matches nothing. */
  readonly matchBlanks: boolean;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_matchingrule.htm */
export interface MatchingRule {
  readonly objectName: string;
  readonly developerName: string;
  readonly active: boolean;
  readonly items: readonly MatchingItem[];
  /** How the items combine, as groups of positions: one group must match as a whole. */
  readonly groups: Logic;
}

const known = new WeakMap<Component, MatchingRule>();

/** A matching rule by object and developer name: deployed, or one of the platform's own. */
export function findMatchingRule(
  components: ComponentStore,
  objectName: string,
  developerName: string,
): MatchingRule | undefined {
  const component = components.find('MatchingRule', `${objectName}.${developerName}`);
  if (component) return matchingRule(component);
  return STANDARD_MATCHING_RULES.find(
    (rule) => rule.objectName === objectName && rule.developerName === developerName,
  );
}

/** Reads a deployed rule. @throws LocalOrgError FILTER_LOGIC */
export function matchingRule(component: Component): MatchingRule {
  let rule = known.get(component);
  if (!rule) known.set(component, (rule = read(component)));
  return rule;
}

function read({ fullName, content }: Component): MatchingRule {
  const items = objectsOf(content, 'matchingRuleItems').map((item) => ({
    field: textOf(item, 'fieldName') ?? '',
    method: textOf(item, 'matchingMethod') ?? 'Exact',
    matchBlanks: textOf(item, 'blankValueBehavior') === 'MatchBlanks',
  }));
  return {
    objectName: parentName(fullName),
    developerName: childName(fullName),
    active: textOf(content, 'ruleStatus') === 'Active',
    items,
    groups: parseLogic(textOf(content, 'booleanFilter'), items.length),
  };
}
