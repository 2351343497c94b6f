import { criteriaProblems, type CriteriaCheckContext } from '../../dml';
import { booleanOf, objectsOf, parentName, type Component, type ComponentStore } from '../../metadata';
import type { SObjectType } from '../../schema';
import type { RecordStore } from '../../storage';
import { ASSIGNMENT_RULE_ELEMENTS, refusedElements, RULE_ENTRY_ELEMENTS } from '../element-support';
import { entriesOf, ownerOf, type AssignmentEntry } from './assignment-entries';

/** What assignment rules are checked against. */
export interface AssignmentCheckContext extends CriteriaCheckContext {
  readonly components: ComponentStore;
  readonly store: RecordStore;
}

/**
 * What stands against an assignment rule: what is not there, and what is not carried out.
 * UNVERIFIED: the texts.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_assignmentrule.htm
 */
export function assignmentRuleProblems(
  context: AssignmentCheckContext,
  component: Component,
  type: SObjectType,
): string[] {
  return [
    ...refusedElements('AssignmentRule', ASSIGNMENT_RULE_ELEMENTS, component.content),
    ...objectsOf(component.content, 'ruleEntry').flatMap((entry) =>
      refusedElements('RuleEntry', RULE_ENTRY_ELEMENTS, entry),
    ),
    ...entriesOf(component).flatMap((entry) => entryProblems(context, entry, type)),
    ...(isSecondActive(context.components, component)
      ? [`Only one assignment rule of ${type.name} can be active`]
      : []),
  ];
}

function entryProblems(context: AssignmentCheckContext, entry: AssignmentEntry, type: SObjectType): string[] {
  const { criteria, assignedTo, assignedToType, template } = entry;
  const isUnknown = assignedTo !== null && ownerOf(context.store, entry) === null;
  const hasBoth = criteria.formula !== undefined && criteria.items.length > 0;
  return [
    ...(isUnknown ? [`In field: assignedTo - no ${assignedToType} named ${assignedTo} found`] : []),
    ...(template !== null && !context.components.find('EmailTemplate', template)
      ? [`In field: template - no EmailTemplate named ${template} found`]
      : []),
    ...(hasBoth ? ['Specify either formula or criteriaItems, but not both'] : []),
    ...criteriaProblems(context, type, criteria),
  ];
}

function isSecondActive(components: ComponentStore, component: Component): boolean {
  const active = components
    .childrenOf('AssignmentRule', parentName(component.fullName))
    .filter(({ content }) => booleanOf(content, 'active'));
  return active.some(({ fullName }, i) => i > 0 && fullName === component.fullName);
}
