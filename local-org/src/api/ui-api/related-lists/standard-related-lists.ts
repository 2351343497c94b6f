/** Children of one relationship in a related list. */
export interface RelatedListPart {
  /** Child relationship that it shows. */
  readonly relationship: string;
  /** Which children are in it, as SOQL; all when absent. @param now as a datetime literal: `2026-11-22T11:01:25Z` */
  readonly condition?: (now: string) => string;
}

/** A related list of the platform's own. */
interface StandardRelatedList extends RelatedListPart {
  /** Its id in the User Interface API. */
  readonly id: string;
  /** Null: the plural of the children's object. */
  readonly label?: string;
  /** Children of other relationships that stand among them. */
  readonly others?: readonly RelatedListPart[];
  /** Order when the layout has none. */
  readonly order?: { readonly sortField: string; readonly sortAscending: boolean };
}

/** Child relationships behind the names that layouts have for standard related lists. */
const RELATIONSHIPS: Readonly<Record<string, string>> = {
  RelatedAccountSalesTeam: 'AccountTeamMembers',
  RelatedAssetList: 'Assets',
  RelatedCampaignHistoryList: 'CampaignMembers',
  RelatedCampaignMemberList: 'CampaignMembers',
  RelatedCaseCommentsList: 'CaseComments',
  RelatedCaseList: 'Cases',
  RelatedCompetitorList: 'OpportunityCompetitors',
  RelatedContactAccountRelationList: 'AccountContactRelations',
  RelatedContactList: 'Contacts',
  RelatedContactRoleList: 'OpportunityContactRoles',
  RelatedContractList: 'Contracts',
  RelatedEntityHistoryList: 'Histories',
  RelatedLeadList: 'Leads',
  RelatedLineItemList: 'OpportunityLineItems',
  RelatedOpportunityList: 'Opportunities',
  RelatedOpportunitySalesTeam: 'OpportunityTeamMembers',
  RelatedOrderLineItemList: 'OrderItems',
  RelatedOrderList: 'Orders',
  RelatedQuoteList: 'Quotes',
};

/**
 * Lists of activities: tasks that are open and events to come; tasks that are done and events that are over.
 *
 * DEVIATION: their records are tasks and events; on the platform they are of objects that stand for both.
 */
const ACTIVITY_LISTS: readonly StandardRelatedList[] = [
  {
    id: 'OpenActivities',
    relationship: 'Tasks',
    label: 'Open Activities',
    condition: () => 'IsClosed = false',
    others: [{ relationship: 'Events', condition: (now) => `EndDateTime >= ${now}` }],
    order: { sortField: 'ActivityDate', sortAscending: true },
  },
  {
    id: 'ActivityHistories',
    relationship: 'Tasks',
    label: 'Activity History',
    condition: () => 'IsClosed = true',
    others: [{ relationship: 'Events', condition: (now) => `EndDateTime < ${now}` }],
    order: { sortField: 'ActivityDate', sortAscending: false },
  },
];
const ACTIVITY_NAMES: Readonly<Record<string, string>> = {
  RelatedActivityList: 'OpenActivities',
  RelatedHistoryList: 'ActivityHistories',
};

/** What a name of layouts or of the User Interface API stands for; undefined when it is a relationship itself. */
export function standardRelatedList(name: string): StandardRelatedList | undefined {
  const activities = ACTIVITY_LISTS.find(({ id }) => id === (ACTIVITY_NAMES[name] ?? name));
  if (activities) return activities;
  const relationship = RELATIONSHIPS[name];
  return relationship === undefined ? undefined : { id: relationship, relationship };
}
