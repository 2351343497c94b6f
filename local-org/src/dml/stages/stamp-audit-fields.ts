import type { RecordValues } from '../../core';
import type { SaveChunk } from '../save-chunk';

/**
 * Sets who and when. On insert, values that the permission Create Audit Fields allowed stay; SystemModstamp never
 * comes from a client. Times are whole seconds.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/system_fields.htm
 */
export function stampAuditFields(chunk: SaveChunk): void {
  const { fields } = chunk.plan;
  const { id: userId } = chunk.options.context.user;
  const isInsert = chunk.operation === 'insert';
  const changed: RecordValues = {
    LastModifiedDate: chunk.stamp,
    LastModifiedById: userId,
    SystemModstamp: chunk.stamp,
  };
  const stamps = isInsert ? { CreatedDate: chunk.stamp, CreatedById: userId, ...changed } : changed;
  for (const name of Object.keys(stamps)) {
    if (!fields.has(name)) continue;
    const value = stamps[name] ?? null;
    for (const record of chunk.records) {
      if (isInsert && record.assigned.has(name) && record.get(name) !== null) continue;
      record.values[name] = value;
    }
  }
}
