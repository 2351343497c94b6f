import type { SaveChunk } from '../save-chunk';
import { HIERARCHY_SOURCES, refreshCampaigns, refreshHierarchies } from './campaign-figures';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

/** Statuses that every new campaign offers its members. */
const DEFAULT_MEMBER_STATUSES = [
  { Label: 'Sent', SortOrder: 1, IsDefault: true, HasResponded: false },
  { Label: 'Responded', SortOrder: 2, IsDefault: false, HasResponded: true },
];

/** Campaign: a new one gets the member statuses Sent and Responded; figures are summed up the hierarchy. */
export const campaign: StandardBehaviour = {
  objectName: 'Campaign',
  documentation: objectReference('Campaign'),
  afterWrite: (chunk) => {
    addMemberStatuses(chunk);
    const added = chunk.records.filter((record) => record.prior === null);
    const moved = chunk.records.filter((record) => HIERARCHY_SOURCES.some((name) => record.changes(name)));
    refreshCampaigns(
      chunk.services,
      added.map((record) => record.id),
    );
    refreshHierarchies(
      chunk.services,
      moved.flatMap((record) => [record.id, record.before('ParentId')]),
    );
  },
  afterRemoval: (services, rows) =>
    refreshHierarchies(
      services,
      rows.map((row) => row['ParentId'] ?? null),
    ),
};

function addMemberStatuses(chunk: SaveChunk): void {
  if (chunk.operation !== 'insert' || !chunk.services.schema().find('CampaignMemberStatus')) return;
  const statuses = chunk.records.flatMap(({ id }) =>
    DEFAULT_MEMBER_STATUSES.map((status) => ({ CampaignId: id, ...status })),
  );
  chunk.nested.insertTrusted('CampaignMemberStatus', statuses, chunk.options);
}
