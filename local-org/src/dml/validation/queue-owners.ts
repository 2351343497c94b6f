import { keyPrefixOf } from '../../core';
import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';
import type { SaveRecord } from '../save-record';

/**
 * Refuses owners that are queues not made for the object.
 * @see https://help.salesforce.com/s/articleView?id=sf.queues_overview.htm
 */
export function checkQueueOwners(chunk: SaveChunk, records: readonly SaveRecord[]): void {
  const schema = chunk.services.schema();
  const group = schema.find('Group');
  const queueObjects = schema.find('QueueSobject');
  const queueField = queueObjects?.field('QueueId');
  if (!group || !queueObjects || !queueField) return;
  const owned = records.filter((record) => {
    const owner = record.get('OwnerId');
    return (
      typeof owner === 'string' &&
      record.changes('OwnerId') &&
      keyPrefixOf(owner) === group.definition.keyPrefix
    );
  });
  if (owned.length === 0) return;
  const rows = chunk.services.store.findBy(
    queueObjects,
    queueField,
    owned.map((record) => record.get('OwnerId')),
  );
  const fitting = new Set(
    rows.filter((row) => row['SobjectType'] === chunk.type.name).map((row) => row['QueueId']),
  );
  for (const record of owned)
    if (!fitting.has(record.get('OwnerId'))) record.fail(saveErrors.queueOfOtherObject());
}
