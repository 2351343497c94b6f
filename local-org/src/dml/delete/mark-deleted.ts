import { savePlanOf } from '../save-plan';
import type { Deletion, TakenRecord } from './deletion';

/** Marks the records deleted, or removes them where the object has no recycle bin. */
export function markDeleted(deletion: Deletion): void {
  const { services, recycleBin, transaction, options, stamp } = deletion;
  for (const taken of deletion.taken.values()) {
    const { type, id } = taken;
    if (type.field('IsDeleted') && !isShareAskedFor(taken)) {
      services.store.update(type, id, { IsDeleted: true, ...auditOf(deletion, taken, stamp) });
      recycleBin.addRecord(taken.root, { object: type.name, id });
    } else {
      services.store.remove(type, [id]);
    }
    transaction.recordChange({
      objectName: type.name,
      id,
      operation: 'delete',
      values: { ...taken.values, IsDeleted: true },
      prior: taken.values,
      user: options.context.user,
    });
  }
  notifyBehaviours(deletion);
}

/** Share records that are deleted by themselves have no recycle bin. */
function isShareAskedFor({ type, id, root }: TakenRecord): boolean {
  return root === id && type.field('RowCause') !== undefined && type.field('UserOrGroupId') !== undefined;
}

function auditOf(deletion: Deletion, { type }: TakenRecord, stamp: string): Record<string, string> {
  return {
    ...(type.field('SystemModstamp') && { SystemModstamp: stamp }),
    ...(type.field('LastModifiedDate') && { LastModifiedDate: stamp }),
    ...(type.field('LastModifiedById') && { LastModifiedById: deletion.options.context.user.id }),
  };
}

/** Lets standard objects bring what they show of the deleted records up to date. */
function notifyBehaviours({ taken, services }: Deletion): void {
  for (const type of new Set([...taken.values()].map((record) => record.type))) {
    const { behaviour } = savePlanOf(services.schema(), type, services.formulas.services.compiler);
    const rows = [...taken.values()].filter((record) => record.type === type).map((record) => record.values);
    behaviour?.afterRemoval?.(services, rows);
  }
}
