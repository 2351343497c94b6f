import { criteriaOf, type RecordCriteria } from '../../dml';
import {
  booleanOf,
  childName,
  numberOf,
  objectOf,
  objectsOf,
  parentName,
  textOf,
  textsOf,
  type Component,
  type ComponentStore,
} from '../../metadata';

/** A matching rule that a duplicate rule uses. */
export interface MatchRuleUse {
  /** Object whose records are searched; may differ from the rule's own. */
  readonly objectName: string;
  readonly matchingRule: string;
  /** Fields of the saved record by field of the searched object; for a rule across objects. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** What a rule does at an operation. */
export interface DuplicateAction {
  readonly blocks: boolean;
  readonly alerts: boolean;
  readonly reports: boolean;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_duplicaterule.htm */
export interface DuplicateRule {
  readonly objectName: string;
  readonly developerName: string;
  readonly active: boolean;
  readonly order: number;
  readonly alertText: string;
  readonly onInsert: DuplicateAction;
  readonly onUpdate: DuplicateAction;
  readonly enforcesSharing: boolean;
  readonly criteria: RecordCriteria;
  readonly matchRules: readonly MatchRuleUse[];
}

/** What the platform's own rules say. */
const DEFAULT_ALERT = 'Use one of these records?';

const known = new WeakMap<Component, DuplicateRule>();

/** The active duplicate rules of an object in their order. */
export function activeDuplicateRules(components: ComponentStore, objectName: string): DuplicateRule[] {
  return components
    .childrenOf('DuplicateRule', objectName)
    .map(duplicateRule)
    .filter(({ active }) => active)
    .sort((a, b) => a.order - b.order);
}

/** Reads a rule from its component. */
export function duplicateRule(component: Component): DuplicateRule {
  let rule = known.get(component);
  if (!rule) known.set(component, (rule = read(component)));
  return rule;
}

function read({ fullName, content }: Component): DuplicateRule {
  const action = (operation: 'Insert' | 'Update'): DuplicateAction => {
    const operations = textsOf(content, `operationsOn${operation}`).map((name) => name.toLowerCase());
    return {
      blocks: textOf(content, `actionOn${operation}`) === 'Block',
      alerts: operations.includes('alert'),
      reports: operations.includes('report'),
    };
  };
  return {
    objectName: parentName(fullName),
    developerName: childName(fullName),
    active: booleanOf(content, 'isActive'),
    order: numberOf(content, 'sortOrder') ?? 0,
    alertText: textOf(content, 'alertText') ?? DEFAULT_ALERT,
    onInsert: action('Insert'),
    onUpdate: action('Update'),
    enforcesSharing: textOf(content, 'securityOption') !== 'BypassSharingRules',
    criteria: criteriaOf(objectOf(content, 'duplicateRuleFilter') ?? {}, 'duplicateRuleFilterItems'),
    matchRules: objectsOf(content, 'duplicateRuleMatchRules').map((use) => ({
      objectName: textOf(use, 'matchRuleSObjectType') ?? parentName(fullName),
      matchingRule: textOf(use, 'matchingRule') ?? '',
      mapping: new Map(
        objectsOf(objectOf(use, 'objectMapping') ?? {}, 'mappingFields').map((entry) => [
          textOf(entry, 'outputField') ?? '',
          textOf(entry, 'inputField') ?? '',
        ]),
      ),
    })),
  };
}
