import type { SObjectType } from '../../schema';
import { childrenOf } from './children';
import type { Deletion } from './deletion';

/** References that keep their id when the record behind it goes. */
const KEPT: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById', 'OwnerId']);

/** Empties the lookups of records that stay and point to records that go. No trigger runs for them. */
export function clearLookups(deletion: Deletion): void {
  const { services, taken, recycleBin, stamp } = deletion;
  const byType = new Map<SObjectType, string[]>();
  for (const { type, id } of taken.values()) byType.set(type, [...(byType.get(type) ?? []), id]);
  for (const [type, ids] of byType) {
    for (const { type: childType, field, rows } of childrenOf(
      services.schema(),
      services.store,
      type,
      ids,
      'SetNull',
    )) {
      if (KEPT.has(field.name)) continue;
      for (const row of rows) {
        const id = String(row['Id']);
        const value = String(row[field.name]);
        const root = taken.get(value)?.root;
        if (root === undefined || taken.has(id)) continue;
        const modstamp = childType.field('SystemModstamp') ? { SystemModstamp: stamp } : {};
        services.store.update(childType, id, { [field.name]: null, ...modstamp });
        recycleBin.addLookup(root, { object: childType.name, id, field: field.name, value });
      }
    }
  }
}
