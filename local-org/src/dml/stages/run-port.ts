import type { RecordValues } from '../../core';
import type { AutomationPortName } from '../../execution';
import { automationBatch, type SaveChunk } from '../save-chunk';
import type { SaveRecord } from '../save-record';

/** What a stage does to a chunk. */
export interface StageRun {
  (chunk: SaveChunk): void;
  /** The automation it runs, when it has no work of its own. */
  readonly port?: AutomationPortName;
}

/** A stage that hands the chunk to the automation plugged in there, if any. */
export function portStage(port: AutomationPortName): StageRun {
  const run = (chunk: SaveChunk): void => chunk.services.ports[port]?.(automationBatch(chunk));
  return Object.assign(run, { port });
}

/** A before-save stage: fields that the automation changes count as assigned, and are cleaned like a client's. */
export function beforeSavePortStage(port: AutomationPortName): StageRun {
  const run = (chunk: SaveChunk): void => {
    const step = chunk.services.ports[port];
    if (!step) return;
    const before = chunk.records.map((record) => ({ ...record.values }));
    step(automationBatch(chunk));
    chunk.records.forEach((record, position) => {
      // An id that automation gives a new record is ignored.
      if (chunk.operation === 'insert') record.values['Id'] = null;
      noteChanges(record, before[position] ?? {});
    });
  };
  return Object.assign(run, { port });
}

/** Walks the fields without making lists of them: most records of most saves come out of automation unchanged. */
function noteChanges(record: SaveRecord, before: Readonly<RecordValues>): void {
  const { values } = record;
  for (const name in values) {
    const value = values[name];
    if (value === before[name]) continue;
    if (value === '') values[name] = null;
    record.assigned.add(name);
  }
}
