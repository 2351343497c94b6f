import {
  activeDuplicateRules,
  findMatchingRule,
  type DuplicateAction,
  type DuplicateRule,
  type MatchRuleUse,
} from '../../../rules';
import type { SObjectType } from '../../../schema';
import type { UiRequest } from '../request/ui-request';

/**
 * The duplicate rules that watch an object.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_duplicates_configuration.htm
 */
export function duplicateConfiguration(ui: UiRequest, type: SObjectType): Record<string, unknown> {
  const rules = activeDuplicateRules(ui.deps.org.components(), type.name);
  const matchRules = rules.flatMap((rule) => rule.matchRules.map((use) => matchRule(ui, use)));
  return {
    apiName: type.name,
    dedupeEnabled: rules.length > 0,
    dedupeFields: [...new Set(matchRules.flatMap(({ matchFields }) => matchFields))],
    duplicateRules: rules.map((rule) => ruleRepresentation(ui, rule)),
    predupeEnabled: matchRules.length > 0,
  };
}

function ruleRepresentation(ui: UiRequest, rule: DuplicateRule): unknown {
  const { items = [], booleanFilter = null } = rule.criteria;
  return {
    actionOnInsert: rule.onInsert.blocks ? 'Block' : 'Allow',
    actionOnUpdate: rule.onUpdate.blocks ? 'Block' : 'Allow',
    active: rule.active,
    duplicateRuleFilters:
      items.length === 0
        ? []
        : [
            {
              booleanFilter,
              filterItems: items.map(({ field, operation, value = null }, index) => ({
                field,
                operation,
                sortOrder: index + 1,
                value,
              })),
              // Misspelt by the platform.
              ruleCritera: null,
            },
          ],
    matchRules: rule.matchRules.map((use) => matchRule(ui, use)),
    name: rule.developerName,
    operationsOnInsert: operations(rule.onInsert),
    operationsOnUpdate: operations(rule.onUpdate),
  };
}

function operations({ alerts, reports }: DuplicateAction): string[] {
  return [...(alerts ? ['Alert'] : []), ...(reports ? ['Report'] : [])];
}

/** A matching rule, as duplicate rules show it. */
interface MatchRuleRepresentation {
  readonly matchEngine: string;
  readonly matchFields: readonly string[];
  readonly name: string;
  readonly objectApiName: string;
}

function matchRule(ui: UiRequest, { objectName, matchingRule }: MatchRuleUse): MatchRuleRepresentation {
  const items = findMatchingRule(ui.deps.org.components(), objectName, matchingRule)?.items ?? [];
  return {
    matchEngine: items.every(({ method }) => method === 'Exact') ? 'ExactMatchEngine' : 'FuzzyMatchEngine',
    matchFields: items.map(({ field }) => field),
    name: matchingRule,
    objectApiName: objectName,
  };
}
