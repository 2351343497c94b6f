import type { FieldValue } from '../../core';
import type { SaveServices } from '../save-chunk';
import { touchedIds } from './assign';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

/**
 * Product of an opportunity: the opportunity shows whether it has any.
 * DEVIATION: the opportunity's Amount does not follow its products.
 */
export const opportunityLineItem: StandardBehaviour = {
  objectName: 'OpportunityLineItem',
  documentation: objectReference('OpportunityLineItem'),
  afterWrite: (chunk) => refresh(chunk.services, [...touchedIds(chunk, 'OpportunityId')]),
  afterRemoval: (services, rows) =>
    refresh(
      services,
      rows.map((row) => row['OpportunityId'] ?? null),
    ),
};

function refresh(services: SaveServices, ids: readonly FieldValue[]): void {
  const opportunity = services.schema().find('Opportunity');
  if (!opportunity?.field('HasOpportunityLineItem')) return;
  const exists = services.store.prepare(
    'SELECT EXISTS (SELECT 1 FROM "OpportunityLineItem" WHERE "OpportunityId" = ? AND "IsDeleted" = 0) AS found',
  );
  for (const id of new Set(ids)) {
    if (typeof id !== 'string') continue;
    const { found } = exists.get(id) as { found: number };
    services.store.update(opportunity, id, { HasOpportunityLineItem: found === 1 });
  }
}
