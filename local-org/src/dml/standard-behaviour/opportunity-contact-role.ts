import type { SaveChunk } from '../save-chunk';
import type { SaveRecord } from '../save-record';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

/** Contact role of an opportunity: one primary contact, which the opportunity shows as its ContactId. */
export const opportunityContactRole: StandardBehaviour = {
  objectName: 'OpportunityContactRole',
  documentation: objectReference('OpportunityContactRole'),
  afterWrite: (chunk) => {
    for (const record of chunk.records) if (record.get('IsPrimary') === true) makePrimary(chunk, record);
  },
};

function makePrimary(chunk: SaveChunk, record: SaveRecord): void {
  const { store } = chunk.services;
  const opportunityId = record.get('OpportunityId');
  const field = chunk.type.field('OpportunityId');
  if (typeof opportunityId !== 'string' || !field) return;
  for (const other of store.findBy(chunk.type, field, [opportunityId])) {
    if (other['Id'] !== record.id && other['IsPrimary'] === true) {
      store.update(chunk.type, String(other['Id']), { IsPrimary: false, SystemModstamp: chunk.stamp });
    }
  }
  const opportunity = chunk.services.schema().find('Opportunity');
  if (opportunity?.field('ContactId'))
    store.update(opportunity, opportunityId, { ContactId: record.get('ContactId') });
}
