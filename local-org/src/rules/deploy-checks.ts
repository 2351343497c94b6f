import { LocalOrgError } from '../core';
import { criteriaProblems } from '../dml';
import type { FormulaCompiler } from '../execution';
import { parentName, textsOf, type Component, type ComponentId, type ComponentStore } from '../metadata';
import type { Schema, SObjectType } from '../schema';
import type { RecordStore } from '../storage';
import { assignmentRuleProblems } from './assignment/check-assignment-rule';
import { convertSettingsProblems } from './conversion/check-convert-settings';
import { duplicateRule, type DuplicateRule } from './duplicates/duplicate-rule';
import { DUPLICATE_RULE_ELEMENTS, MATCHING_RULE_ELEMENTS, refusedElements } from './element-support';
import { MAX_TRACKED_FIELDS } from './history/field-history';
import { hasAllMatchKeys, matchKeyFormulas, MAX_MATCH_KEYS } from './matching/match-key-formula';
import { findMatchingRule, matchingRule, type MatchingRule } from './matching/matching-rule';

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
  readonly compiler: FormulaCompiler;
}

type Check = (context: RuleCheckContext, component: Component, type: SObjectType) => readonly string[];

const CHECKS: Readonly<Record<string, Check>> = {
  MatchingRule: checkMatchingRule,
  DuplicateRule: checkDuplicateRule,
  AssignmentRule: assignmentRuleProblems,
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
  const ofSettings = context.components.all('LeadConvertSettings').flatMap((component) => {
    const id = { type: component.type, fullName: component.fullName };
    return convertSettingsProblems(context.schema, component).map((problem) => ({ id, problem }));
  });
  return [...ofRules, ...ofSettings, ...tooManyTracked(context)];
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
    const rule = matchingRule(component);
    const unknown = rule.items.flatMap(({ field }) => unknownField(type, field));
    return [
      ...refusedElements('MatchingRule', MATCHING_RULE_ELEMENTS, component.content),
      ...(unknown.length > 0 ? unknown : matchKeyProblems(type, rule)),
    ];
  } catch (error) {
    if (error instanceof LocalOrgError) return [error.message];
    throw error;
  }
}

/**
 * UNVERIFIED: the texts; and that an alternative of fields of parents alone, for which no key can be kept, is refused.
 * @see https://help.salesforce.com/s/articleView?id=sales.matching_rules_match_key_process.htm
 */
function matchKeyProblems(type: SObjectType, rule: MatchingRule): string[] {
  const needed = matchKeyFormulas(type, rule).length;
  if (needed > MAX_MATCH_KEYS)
    return [`The matching rule needs ${needed} match keys. The limit is ${MAX_MATCH_KEYS} match keys`];
  return hasAllMatchKeys(type, rule)
    ? []
    : ['A matching rule needs a field of its own object, other than a title, in each of its alternatives'];
}

function checkDuplicateRule(context: RuleCheckContext, component: Component, type: SObjectType): string[] {
  const { components, schema } = context;
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
    ...criteriaProblems(context, type, rule.criteria),
    ...(isInSequence(components, rule) ? [] : ['SortOrder must be in sequential order from 1.']),
    ...refusedElements('DuplicateRule', DUPLICATE_RULE_ELEMENTS, component.content),
    ...operations
      .filter((operation) => !/^(alert|report)$/i.test(operation))
      .map((operation) => `Duplicate rule operation ${operation} is not supported by the local org`),
  ];
}

/** Whether the rules of an object, up to this one, are numbered 1, 2, 3 ... */
function isInSequence(components: ComponentStore, { objectName, order }: DuplicateRule): boolean {
  const rules = components.childrenOf('DuplicateRule', objectName).map(duplicateRule);
  const lower = rules.filter((rule) => rule.order < order).length;
  return lower === order - 1 && rules.filter((rule) => rule.order === order).length === 1;
}

function unknownField(type: SObjectType, path: string): string[] {
  const [first = ''] = path.split('.');
  const known = type.field(first) ?? type.parentField(first);
  return known ? [] : [`In field: field - no CustomField named ${type.name}.${path} found`];
}
