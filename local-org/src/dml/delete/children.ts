import type { RecordValues } from '../../core';
import type { ChildRelationship, Field, Schema, SObjectType } from '../../schema';
import { isStored, type RecordStore } from '../../storage';

/** Children of some records through one relationship. */
export interface Children {
  readonly type: SObjectType;
  readonly field: Field;
  readonly rows: readonly RecordValues[];
}

/** The children that point to the records by relationships of one delete behaviour, deleted ones included. */
export function childrenOf(
  schema: Schema,
  store: RecordStore,
  type: SObjectType,
  ids: readonly string[],
  onDelete: ChildRelationship['onDelete'],
): Children[] {
  return type.childRelationships
    .filter((relationship) => relationship.onDelete === onDelete)
    .flatMap((relationship) => {
      const childType = schema.find(relationship.childObject);
      const field = childType?.field(relationship.field);
      if (!childType || !field || !isStored(field)) return [];
      const rows = store.findBy(childType, field, ids);
      return rows.length > 0 ? [{ type: childType, field, rows }] : [];
    });
}
