import { criteriaOf, type RecordCriteria } from '../../dml';
import { booleanOf, objectsOf, textOf, type Component, type ComponentStore } from '../../metadata';
import type { RecordStore } from '../../storage';

/** Who gets the records that meet the criteria. */
export interface AssignmentEntry {
  readonly criteria: RecordCriteria;
  /** Username, or developer name of a queue; null keeps the owner. */
  readonly assignedTo: string | null;
  readonly assignedToType: 'User' | 'Queue';
  /** Template of the mail to the new owner, with its folder; null when none is sent. */
  readonly template: string | null;
}

/** The entries of the active rule of an object; undefined when there is none. */
export function activeEntries(components: ComponentStore, objectName: string): AssignmentEntry[] | undefined {
  const rules = components.childrenOf('AssignmentRule', objectName);
  const rule = rules.find(({ content }) => booleanOf(content, 'active'));
  return rule && entriesOf(rule);
}

/** The entries of a rule in their order. */
export function entriesOf({ content }: Component): AssignmentEntry[] {
  return objectsOf(content, 'ruleEntry').map((entry) => ({
    criteria: criteriaOf(entry, 'criteriaItems'),
    assignedTo: textOf(entry, 'assignedTo') ?? null,
    assignedToType: textOf(entry, 'assignedToType') === 'Queue' ? 'Queue' : 'User',
    template: textOf(entry, 'template') ?? null,
  }));
}

const OWNERS = {
  User: 'SELECT "Id" AS id FROM "User" WHERE "Username" = ?',
  Queue: 'SELECT "Id" AS id FROM "Group" WHERE "Type" = \'Queue\' AND "DeveloperName" = ?',
} as const;

/** The id behind an entry's owner; null when there is none. */
export function ownerOf(
  store: RecordStore,
  { assignedTo, assignedToType }: Pick<AssignmentEntry, 'assignedTo' | 'assignedToType'>,
): string | null {
  const row = store.prepare(OWNERS[assignedToType]).get(assignedTo ?? '') as { id: string } | undefined;
  return row?.id ?? null;
}
