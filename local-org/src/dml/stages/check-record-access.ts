import { restrictedBySharing } from '../../execution';
import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';
import type { SaveRecord } from '../save-record';

/**
 * Refuses, where sharing counts, records that the user may not edit, and changes of owner without the right to transfer.
 * @see https://help.salesforce.com/s/articleView?id=sf.security_data_access.htm
 */
export function checkRecordAccess(chunk: SaveChunk): void {
  const { context } = chunk.options;
  if (!restrictedBySharing(context) || chunk.trusted || chunk.operation === 'insert') return;
  refuseWithout(chunk, chunk.records, 'edit');
  const transferred = chunk.records.filter((record) => !record.failed && record.changes('OwnerId'));
  if (transferred.length > 0) refuseWithout(chunk, transferred, 'transfer');
}

function refuseWithout(chunk: SaveChunk, records: readonly SaveRecord[], level: 'edit' | 'transfer'): void {
  const { access } = chunk.services;
  const { user } = chunk.options.context;
  const ids = records.flatMap((record) => record.id ?? []);
  const allowed = access.accessibleIds(user, chunk.type.name, ids, level);
  const refused = records.filter((record) => record.id !== null && !allowed.has(record.id));
  if (refused.length === 0) return;
  const readable = access.accessibleIds(
    user,
    chunk.type.name,
    refused.flatMap((record) => record.id ?? []),
    'read',
  );
  for (const record of refused) {
    const id = record.id ?? '';
    record.fail(readable.has(id) ? saveErrors.noAccessToRecord() : saveErrors.noAccessToReference(id));
  }
}
