import type { RecordValues } from '../../core';
import type { RecordChange } from '../../execution';
import type { ChangeType } from './change-event';

/** What a transaction did to one record in the end. */
export interface NetChange {
  readonly objectName: string;
  readonly id: string;
  readonly changeType: ChangeType;
  /** Null for a new record. */
  readonly prior: Readonly<RecordValues> | null;
  readonly values: Readonly<RecordValues>;
  readonly userId: string;
}

const CHANGE_TYPES = {
  insert: 'CREATE',
  update: 'UPDATE',
  delete: 'DELETE',
  undelete: 'UNDELETE',
} as const satisfies Record<RecordChange['operation'], ChangeType>;

/**
 * Puts the changes of each record together, in the order of first changes: a record that is created and then updated
 * is created with its last values, one that is created and deleted leaves nothing.
 */
export function netChanges(changes: readonly RecordChange[]): NetChange[] {
  const byRecord = new Map<string, { readonly first: RecordChange; last: RecordChange }>();
  for (const change of changes) {
    const known = byRecord.get(change.id);
    if (known) known.last = change;
    else byRecord.set(change.id, { first: change, last: change });
  }
  return [...byRecord.values()].flatMap(({ first, last }): NetChange[] => {
    const isNew = first.operation === 'insert';
    if (isNew && last.operation === 'delete') return [];
    // An update does not hide that the record appeared in this transaction.
    const decisive = last.operation === 'update' ? first : last;
    return [
      {
        objectName: last.objectName,
        id: last.id,
        changeType: isNew ? 'CREATE' : CHANGE_TYPES[decisive.operation],
        prior: first.prior,
        values: last.values,
        userId: last.user.id,
      },
    ];
  });
}
