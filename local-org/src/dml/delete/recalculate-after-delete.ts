import type { SObjectType } from '../../schema';
import { savePlanOf } from '../save-plan';
import { recalculateRollups } from '../stages/recalculate-rollups';
import type { Deletion, TakenRecord } from './deletion';

/** Recomputes the roll-ups of masters that stay, for all records that went. What refuses a master refuses the root. */
export function recalculateAfterDelete(deletion: Deletion): void {
  const groups = new Map<SObjectType, TakenRecord[]>();
  for (const taken of deletion.taken.values())
    groups.set(taken.type, [...(groups.get(taken.type) ?? []), taken]);
  for (const [type, taken] of groups) recalculate(deletion, type, taken);
}

function recalculate(deletion: Deletion, type: SObjectType, taken: readonly TakenRecord[]): void {
  const { services, options, nested } = deletion;
  const { rollups } = savePlanOf(services.schema(), type, services.formulas.services.compiler);
  if (rollups.length === 0) return;
  const children = taken.map(({ values, root }) => ({
    values,
    prior: null,
    always: true,
    fail: (error: Parameters<Deletion['records'][number]['fail']>[0]) =>
      deletion.records.find((record) => record.id === root)?.fail(error),
  }));
  const saveParents = (objectName: string, records: readonly Readonly<Record<string, unknown>>[]) =>
    nested.updateTrusted(objectName, records, options);
  recalculateRollups({ type, rollups, services, options, saveParents }, children);
}
