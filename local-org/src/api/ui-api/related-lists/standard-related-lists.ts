/** A related list of the platform's own. */
interface StandardRelatedList {
  /** Its id in the User Interface API. */
  readonly id: string;
  /** Child relationship that it shows. */
  readonly relationship: string;
  /** Null: the plural of the children's object. */
  readonly label?: string;
  /** Which children are in it, as SOQL; all when absent. */
  readonly condition?: string;
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
 * Lists of activities, open and done.
 * DEVIATION: they show tasks; the platform shows events too, through objects that stand for both.
 */
const ACTIVITY_LISTS: readonly StandardRelatedList[] = [
  {
    id: 'OpenActivities',
    relationship: 'Tasks',
    label: 'Open Activities',
    condition: 'IsClosed = false',
  },
  {
    id: 'ActivityHistories',
    relationship: 'Tasks',
    label: 'Activity History',
    condition: 'IsClosed = true',
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
