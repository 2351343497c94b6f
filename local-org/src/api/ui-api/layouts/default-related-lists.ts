import type { LayoutRelatedListDefinition } from '../../../metadata';
import type { SObjectType } from '../../../schema';

/** What no layout says of a related list. */
export const PLAIN_RELATED_LIST: Omit<LayoutRelatedListDefinition, 'relatedList'> = {
  fields: [],
  sortField: null,
  sortAscending: true,
  excludeButtons: [],
  customButtons: [],
  quickActions: [],
};

/**
 * The related lists of standard objects that nobody has laid out, as layouts name them, with activities last.
 * UNVERIFIED: which ones the layouts of a new org have, and their order.
 */
const STANDARD_LISTS: Readonly<Record<string, readonly string[]>> = {
  Account: ['RelatedContactList', 'RelatedOpportunityList', 'RelatedCaseList'],
  Campaign: ['RelatedCampaignMemberList', 'RelatedOpportunityList'],
  Case: ['RelatedCaseCommentsList'],
  Contact: ['RelatedOpportunityList', 'RelatedCaseList', 'RelatedCampaignHistoryList'],
  Contract: ['RelatedOrderList'],
  Lead: ['RelatedCampaignHistoryList'],
  Opportunity: ['RelatedLineItemList', 'RelatedContactRoleList'],
  Order: ['RelatedOrderLineItemList'],
};
const ACTIVITIES = ['RelatedActivityList', 'RelatedHistoryList'];

/**
 * The related lists of an object without a layout: those that the platform gives it, and one for each custom reference
 * of an object that has pages, as it is put on layouts when such a field is made.
 */
export function defaultRelatedLists(type: SObjectType, children: readonly SObjectType[]): string[] {
  const own = type.childRelationships.flatMap(({ relationshipName, childObject, field }) => {
    const child = children.find(({ name }) => name === childObject);
    return relationshipName !== null && child?.field(field)?.custom ? [`${childObject}.${field}`] : [];
  });
  const hasActivities = type.childRelationships.some(({ childObject }) => childObject === 'Task');
  return [...(STANDARD_LISTS[type.name] ?? []), ...own, ...(hasActivities ? ACTIVITIES : [])];
}
