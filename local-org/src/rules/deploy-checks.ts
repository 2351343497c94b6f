import { LocalOrgError } from '../core';
import { parentName, textsOf, type Component, type ComponentId, type ComponentStore } from '../metadata';
import type { Schema, SObjectType } from '../schema';
import type { RecordStore } from '../storage';
import { unknownOwners } from './assignment/assignment-rules';
import { criterionPath } from './criteria';
import { duplicateRule } from './duplicates/duplicate-rule';
import { MAX_TRACKED_FIELDS } from './history/field-history';
import { findMatchingRule, matchingRule } from './matching/matching-rule';

/** What is wrong with one component. */
export interface RuleProblem {
  readonly id: ComponentId;
  readonly problem: string;
}

/** What deploys are checked against. */
export interface RuleCheckContext {
  readonly components: ComponentStore;
  readonly schema: Schema;
  readonly store: RecordStore;
}

type Check = (context: RuleCheckContext, component: Component, type: SObjectType) => readonly string[];

const CHECKS: Readonly<Record<string, Check>> = {
  MatchingRule: checkMatchingRule,
  DuplicateRule: checkDuplicateRule,
  AssignmentRule: (context, component) => unknownOwners(context, component),
};

/** What stands against the duplicate, matching and assignment rules of an org, and its tracked fields. */
export function ruleProblems(context: RuleCheckContext): RuleProblem[] {
  const ofRules = Object.entries(CHECKS).flatMap(([componentType, check]) =>
    context.components.all(componentType).flatMap((component) => {
      const type = context.schema.find(parentName(component.fullName));
      const id = { type: componentType, fullName: component.fullName };
      return (type ? check(context, component, type) : []).map((problem) => ({ id, problem }));
    }),
  );
  return [...ofRules, ...tooManyTracked(context)];
}

/** UNVERIFIED: the text. */
function tooManyTracked({ components, schema }: RuleCheckContext): RuleProblem[] {
  return [...schema.all()].flatMap((type) => {
    const tracked = type.fields.filter(({ trackHistory }) => trackHistory);
    if (tracked.length <= MAX_TRACKED_FIELDS) return [];
    const problem = `Too many fields tracked for history. The limit is ${MAX_TRACKED_FIELDS} fields`;
    return tracked
      .map(({ name }) => ({ type: 'CustomField', fullName: `${type.name}.${name}` }))
      .filter((id) => components.has(id))
      .slice(MAX_TRACKED_FIELDS)
      .map((id) => ({ id, problem }));
  });
}

function checkMatchingRule(_context: RuleCheckContext, component: Component, type: SObjectType): string[] {
  try {
    return matchingRule(component).items.flatMap(({ field }) => unknownField(type, field));
  } catch (error) {
    if (error instanceof LocalOrgError) return [error.message];
    throw error;
  }
}

function checkDuplicateRule(
  { components, schema }: RuleCheckContext,
  component: Component,
  type: SObjectType,
): string[] {
  const rule = duplicateRule(component);
  const operations = ['operationsOnInsert', 'operationsOnUpdate'].flatMap((name) =>
    textsOf(component.content, name),
  );
  return [
    ...rule.matchRules.flatMap((use) =>
      schema.find(use.objectName) && findMatchingRule(components, use.objectName, use.matchingRule)
        ? []
        : [`In field: matchingRule - no MatchingRule named ${use.objectName}.${use.matchingRule} found`],
    ),
    ...rule.criteria.items.flatMap(({ field }) => (/^User\./.test(field) ? [] : unknownField(type, field))),
    ...operations
      .filter((operation) => !/^(alert|report)$/i.test(operation))
      .map((operation) => `Duplicate rule operation ${operation} is not supported by the local org`),
  ];
}

function unknownField(type: SObjectType, path: string): string[] {
  const parts = criterionPath(type, path);
  const [first = ''] = parts;
  const known = type.field(first) ?? type.parentField(first);
  return known ? [] : [`In field: field - no CustomField named ${type.name}.${parts.join('.')} found`];
}
