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

/**
 * Recomputes the counts and amounts of campaigns from their stored members and opportunities.
 * DEVIATION: the figures of the hierarchy (`HierarchyNumberOfLeads` ...) and of converted leads stay as they are.
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
}
