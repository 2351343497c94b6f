import type { FieldValue } from '../../core';
import type { SaveServices } from '../save-chunk';

/** What a campaign shows of its members and opportunities, as SQL over `c` = the campaign's id. */
const FIGURES: readonly {
  readonly field: string;
  readonly object: string;
  readonly expression: string;
  readonly where: string;
}[] = [
  { field: 'NumberOfLeads', object: 'CampaignMember', expression: 'count(*)', where: '"LeadId" IS NOT NULL' },
  {
    field: 'NumberOfContacts',
    object: 'CampaignMember',
    expression: 'count(*)',
    where: '"ContactId" IS NOT NULL',
  },
  {
    field: 'NumberOfResponses',
    object: 'CampaignMember',
    expression: 'count(*)',
    where: '"HasResponded" = 1',
  },
  { field: 'NumberOfOpportunities', object: 'Opportunity', expression: 'count(*)', where: '1' },
  { field: 'NumberOfWonOpportunities', object: 'Opportunity', expression: 'count(*)', where: '"IsWon" = 1' },
  {
    field: 'AmountAllOpportunities',
    object: 'Opportunity',
    expression: 'coalesce(sum("Amount"), 0)',
    where: '1',
  },
  {
    field: 'AmountWonOpportunities',
    object: 'Opportunity',
    expression: 'coalesce(sum("Amount"), 0)',
    where: '"IsWon" = 1',
  },
];

/** Figures that a campaign also shows summed up over itself and the campaigns below it, as `HierarchyActualCost`. */
const HIERARCHY_FIGURES = [
  'ActualCost',
  'AmountAllOpportunities',
  'AmountWonOpportunities',
  'BudgetedCost',
  'ExpectedRevenue',
  'NumberOfContacts',
  'NumberOfConvertedLeads',
  'NumberOfLeads',
  'NumberOfOpportunities',
  'NumberOfResponses',
  'NumberOfWonOpportunities',
  'NumberSent',
];

/** Fields of a campaign on which the figures of a hierarchy rest. */
export const HIERARCHY_SOURCES = ['ParentId', ...HIERARCHY_FIGURES];

/**
 * Recomputes the counts and amounts of campaigns from their stored members and opportunities, and those of the
 * hierarchies they stand in.
 * DEVIATION: the figure of converted leads stays as it is.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_campaign.htm
 */
export function refreshCampaigns(services: SaveServices, campaignIds: readonly FieldValue[]): void {
  const schema = services.schema();
  const type = schema.find('Campaign');
  const ids = new Set(campaignIds.filter((id): id is string => typeof id === 'string'));
  if (!type || ids.size === 0) return;
  const figures = FIGURES.filter(
    ({ field, object }) => type.field(field) && schema.find(object)?.field('CampaignId'),
  );
  for (const id of ids) {
    const values = figures.map(({ field, object, expression, where }): [string, number] => {
      const sql = `SELECT ${expression} AS value FROM "${object}" WHERE "CampaignId" = ? AND "IsDeleted" = 0 AND ${where}`;
      return [field, (services.store.prepare(sql).get(id) as { value: number }).value];
    });
    services.store.update(type, id, Object.fromEntries(values));
  }
  refreshHierarchies(services, campaignIds);
}

const ANCESTORS = `WITH RECURSIVE line(campaign) AS (SELECT ?1 UNION SELECT "ParentId" FROM "Campaign" JOIN line ON "Id" = line.campaign
  WHERE "ParentId" IS NOT NULL) SELECT campaign FROM line`;
const BELOW = `WITH RECURSIVE below(campaign) AS (SELECT ?1 UNION SELECT "Id" FROM "Campaign" JOIN below ON "ParentId" = below.campaign
  WHERE "IsDeleted" = 0)`;

/** Recomputes the figures of the hierarchy of campaigns and of all campaigns above them. */
export function refreshHierarchies(services: SaveServices, campaignIds: readonly FieldValue[]): void {
  const { store } = services;
  const type = services.schema().find('Campaign');
  const figures = HIERARCHY_FIGURES.filter((name) => type?.field(name) && type.field(`Hierarchy${name}`));
  if (!type || figures.length === 0) return;
  const ancestors = store.prepare(ANCESTORS);
  const lines = new Set(
    campaignIds
      .filter((id) => typeof id === 'string')
      .flatMap((id) => (ancestors.all(id) as { campaign: string }[]).map((row) => row.campaign)),
  );
  const sums = figures.map((name) => `sum("${name}") AS "Hierarchy${name}"`).join(', ');
  const summed = store.prepare(
    `${BELOW} SELECT ${sums} FROM "Campaign" WHERE "Id" IN (SELECT campaign FROM below)`,
  );
  for (const id of lines) store.update(type, id, { ...(summed.get(id) as Record<string, number | null>) });
}
