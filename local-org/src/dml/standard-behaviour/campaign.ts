import { objectReference, type StandardBehaviour } from './standard-behaviour';

/** Statuses that every new campaign offers its members. */
const DEFAULT_MEMBER_STATUSES = [
  { Label: 'Sent', SortOrder: 1, IsDefault: true, HasResponded: false },
  { Label: 'Responded', SortOrder: 2, IsDefault: false, HasResponded: true },
];

/** Campaign: a new one gets the member statuses Sent and Responded. */
export const campaign: StandardBehaviour = {
  objectName: 'Campaign',
  documentation: objectReference('Campaign'),
  afterWrite: (chunk) => {
    if (chunk.operation !== 'insert' || !chunk.services.schema().find('CampaignMemberStatus')) return;
    const statuses = chunk.records.flatMap(({ id }) =>
      DEFAULT_MEMBER_STATUSES.map((status) => ({ CampaignId: id, ...status })),
    );
    chunk.nested.insertTrusted('CampaignMemberStatus', statuses, chunk.options);
  },
};
