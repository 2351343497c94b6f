import type { SaveChunk } from '../save-chunk';

/**
 * Sets who and when. On insert, values that the permission Create Audit Fields allowed stay; SystemModstamp never
 * comes from a client. Times are whole seconds.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/system_fields.htm
 */
export function stampAuditFields(chunk: SaveChunk): void {
  const { fields } = chunk.plan;
  const insert = chunk.operation === 'insert';
  const stamps: [string, string][] = [
    ...(insert
      ? ([
          ['CreatedDate', chunk.stamp],
          ['CreatedById', chunk.options.context.user.id],
        ] as [string, string][])
      : []),
    ['LastModifiedDate', chunk.stamp],
    ['LastModifiedById', chunk.options.context.user.id],
    ['SystemModstamp', chunk.stamp],
  ];
  const present = stamps.filter(([name]) => fields.has(name));
  for (const record of chunk.records) {
    for (const [name, value] of present) {
      if (insert && record.assigned.has(name) && record.get(name) !== null) continue;
      record.values[name] = value;
    }
  }
}
