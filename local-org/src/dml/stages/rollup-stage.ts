import type { SaveChunk } from '../save-chunk';
import { recalculateRollups } from './recalculate-rollups';

/** Recomputes the parents' roll-up summary fields after an insert or update. */
export function rollupStage(chunk: SaveChunk): void {
  if (chunk.plan.rollups.length === 0) return;
  const { savedRecursively } = chunk.transaction;
  const children = chunk.records.map((record) => ({
    values: record.values,
    prior: record.prior,
    always: record.prior === null || (record.id !== null && savedRecursively.has(record.id)),
    fail: record.fail.bind(record),
  }));
  const context = {
    type: chunk.type,
    rollups: chunk.plan.rollups,
    services: chunk.services,
    options: chunk.options,
    saveParents: (objectName: string, records: readonly Readonly<Record<string, unknown>>[]) =>
      chunk.nested.updateTrusted(objectName, records, chunk.options),
  };
  recalculateRollups(context, children);
}
