import type { MetadataObject } from '../metadata';

/**
 * What becomes of an element: it is executed, it is refused at deploy unless it says what holds anyway (`false`), or
 * it shapes only a dialog of the user interface and changes nothing in saves and calls.
 */
export type ElementSupport = 'executed' | 'refused' | 'dialog';

/** Every element of a type, so that none is ignored without a word; a test compares them with the Metadata API's. */
export type ElementSupportTable = Readonly<Record<string, ElementSupport>>;

/**
 * The elements of lead conversion settings.
 * DEVIATION: the org has no Convert Lead dialog, so what shapes only that dialog is kept and retrieved, and has no effect.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_leadconvertsettings.htm
 */
export const LEAD_CONVERT_ELEMENTS: ElementSupportTable = {
  allowOwnerChange: 'dialog',
  objectMapping: 'executed',
  opportunityCreationOptions: 'dialog',
};

/** The elements of one assignment rule. */
export const ASSIGNMENT_RULE_ELEMENTS: ElementSupportTable = { active: 'executed', ruleEntry: 'executed' };

/**
 * The elements of an entry. The type serves auto-response and escalation rules too, whose elements an assignment rule
 * has no use for; case teams are not there.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_assignmentrule.htm
 */
export const RULE_ENTRY_ELEMENTS: ElementSupportTable = {
  assignedTo: 'executed',
  assignedToType: 'executed',
  booleanFilter: 'executed',
  businessHours: 'refused',
  businessHoursSource: 'refused',
  criteriaItems: 'executed',
  disableEscalationWhenModified: 'refused',
  escalationAction: 'refused',
  escalationStartTime: 'refused',
  formula: 'executed',
  notifyCcRecipients: 'refused',
  overrideExistingTeams: 'refused',
  replyToEmail: 'refused',
  senderEmail: 'refused',
  senderName: 'refused',
  team: 'refused',
  template: 'executed',
};

/** The elements of a duplicate rule; the texts that only describe it count as executed. */
export const DUPLICATE_RULE_ELEMENTS: ElementSupportTable = {
  actionOnInsert: 'executed',
  actionOnUpdate: 'executed',
  alertText: 'executed',
  description: 'executed',
  duplicateRuleFilter: 'executed',
  duplicateRuleMatchRules: 'executed',
  isActive: 'executed',
  masterLabel: 'executed',
  operationsOnInsert: 'executed',
  operationsOnUpdate: 'executed',
  securityOption: 'executed',
  sortOrder: 'executed',
};

/** The elements of a matching rule. */
export const MATCHING_RULE_ELEMENTS: ElementSupportTable = {
  booleanFilter: 'executed',
  description: 'executed',
  label: 'executed',
  matchingRuleItems: 'executed',
  ruleStatus: 'executed',
};

/** The refused elements that stand in metadata, by name: `RuleEntry team is not supported by the local org`. */
export function refusedElements(
  typeName: string,
  table: ElementSupportTable,
  content: MetadataObject,
): string[] {
  return Object.entries(table)
    .filter(([element, support]) => support === 'refused' && isSet(content, element))
    .map(([element]) => `${typeName} ${element} is not supported by the local org`);
}

/** Whether an element is there and says more than that something is off. */
function isSet(content: MetadataObject, element: string): boolean {
  const value = content[element];
  return (
    value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}
