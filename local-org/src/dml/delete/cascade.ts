import type { FieldValue, RecordValues } from '../../core';
import type { SObjectType } from '../../schema';
import { saveErrors } from '../save-errors';
import { childrenOf, type Children } from './children';
import type { Deletion, TakenRecord } from './deletion';

/** Finds what goes with the records: details, and children of cascading lookups, at every depth. */
export function cascade(deletion: Deletion): void {
  for (const record of deletion.records) {
    if (record.id === null) continue;
    deletion.taken.set(record.id, {
      type: deletion.type,
      id: record.id,
      values: record.values,
      root: record.id,
    });
  }
  let level = [...deletion.taken.values()];
  while (level.length > 0) level = nextLevel(deletion, level);
}

function nextLevel(deletion: Deletion, level: readonly TakenRecord[]): TakenRecord[] {
  const next: TakenRecord[] = [];
  for (const [type, records] of byType(level)) {
    for (const children of findChildren(deletion, type, records, 'Cascade')) {
      for (const row of children.rows) {
        const id = String(row['Id']);
        const parent = deletion.taken.get(String(row[children.field.name]));
        if (!parent || row['IsDeleted'] === true || deletion.taken.has(id)) continue;
        const taken = { type: children.type, id, values: row, root: parent.root };
        deletion.taken.set(id, taken);
        deletion.goneWithOthers.add(id);
        next.push(taken);
      }
    }
  }
  return next;
}

/**
 * Refuses roots whose records are held by a restricting lookup of a record that stays. Deleted children that would
 * hold them are removed for good.
 */
export function refuseRestricted(deletion: Deletion): void {
  const refused = new Set<string>();
  for (const [type, records] of byType([...deletion.taken.values()])) {
    for (const children of findChildren(deletion, type, records, 'Restrict'))
      refuse(deletion, children, refused);
  }
  for (const [id, { root }] of deletion.taken) if (refused.has(root)) deletion.taken.delete(id);
}

function refuse(deletion: Deletion, { type, field, rows }: Children, refused: Set<string>): void {
  const holders = new Map<string, FieldValue[]>();
  for (const row of rows) {
    const id = String(row['Id']);
    const root = deletion.taken.get(String(row[field.name]))?.root;
    if (root === undefined || deletion.taken.has(id)) continue;
    if (row['IsDeleted'] === true) {
      deletion.services.store.remove(type, [id]);
      deletion.recycleBin.purge(id);
    } else holders.set(root, [...(holders.get(root) ?? []), nameOf(type, row)]);
  }
  for (const [root, names] of holders) {
    const record = deletion.records.find((candidate) => candidate.id === root);
    record?.fail(
      saveErrors.deleteRestricted(
        String(nameOf(deletion.type, record.values)),
        type.definition.labelPlural,
        names.map(String),
      ),
    );
    refused.add(root);
  }
}

function nameOf(type: SObjectType, row: Readonly<RecordValues>): FieldValue {
  return row[type.nameField?.name ?? 'Id'] ?? row['Id'] ?? null;
}

function findChildren(
  deletion: Deletion,
  type: SObjectType,
  records: readonly TakenRecord[],
  onDelete: 'Cascade' | 'Restrict',
): Children[] {
  const { services } = deletion;
  return childrenOf(
    services.schema(),
    services.store,
    type,
    records.map((record) => record.id),
    onDelete,
  );
}

function byType(records: readonly TakenRecord[]): Map<SObjectType, TakenRecord[]> {
  const groups = new Map<SObjectType, TakenRecord[]>();
  for (const record of records) {
    const group = groups.get(record.type);
    if (group) group.push(record);
    else groups.set(record.type, [record]);
  }
  return groups;
}
