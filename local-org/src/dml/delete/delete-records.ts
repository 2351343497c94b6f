import { MAX_RECORDS_PER_CHUNK, formatDatetime, isRecordId, keyPrefixOf, toId18 } from '../../core';
import type { SObjectType } from '../../schema';
import type { NestedSaves, SaveServices } from '../save-chunk';
import { saveError, saveErrors } from '../save-errors';
import { SaveRecord } from '../save-record';
import type { SaveOptions, SaveResult } from '../types';
import { DELETE_STAGES } from './delete-stages';
import type { RecycleBin } from './recycle-bin';

class RollBack extends Error {}

/** Deletes records of any objects; each run of one object is one chunk of at most 200. */
export function deleteRecords(
  services: SaveServices,
  nested: NestedSaves,
  recycleBin: RecycleBin,
  ids: readonly string[],
  options: SaveOptions,
): SaveResult[] {
  const goneWithOthers = new Set<string>();
  const deleteChunk = (type: SObjectType, records: SaveRecord[]): void =>
    services.transactions.savepoint((transaction) => {
      const deletion = {
        type,
        records: records.filter((record) => !goneWithOthers.has(record.id ?? '')),
        taken: new Map(),
        goneWithOthers: new Set<string>(),
        options,
        services,
        nested,
        recycleBin,
        transaction,
        stamp: formatDatetime(Math.floor(services.clock.now() / 1000) * 1000),
      };
      for (const stage of DELETE_STAGES) {
        const before = deletion.records;
        if (before.length > 0) stage.run(deletion);
        deletion.records = before.filter((record) => !record.failed);
        // Once the cascade is known a record that fails has written: the chunk starts again without it.
        if (deletion.taken.size > 0 && deletion.records.length < before.length) throw new RollBack();
      }
      for (const id of deletion.goneWithOthers) goneWithOthers.add(id);
    });
  return inRuns(services, ids, options, deleteChunk);
}

/** Runs ids through `work` in runs of one object, each with partial success or all or none. */
export function inRuns(
  services: SaveServices,
  ids: readonly string[],
  options: SaveOptions,
  work: (type: SObjectType, records: SaveRecord[]) => void,
): SaveResult[] {
  const records = ids.map((id, index) => identified(id, index));
  const all = (): void => {
    for (const { type, run } of runsOf(services, records)) {
      attempt(type, run, work);
      if (options.allOrNone && records.some((record) => record.failed)) throw new RollBack();
    }
    if (options.allOrNone && records.some((record) => record.failed)) throw new RollBack();
  };
  try {
    services.transactions.savepoint(all);
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
    for (const record of records) if (!record.failed) record.fail(saveErrors.rolledBack());
  }
  return records.map((record) => record.result());
}

/** Repeats a chunk without the records that failed after something was written. */
function attempt(
  type: SObjectType,
  run: readonly SaveRecord[],
  work: (type: SObjectType, records: SaveRecord[]) => void,
): void {
  let remaining = [...run];
  while (remaining.length > 0) {
    try {
      work(type, remaining);
      return;
    } catch (error) {
      if (!(error instanceof RollBack)) throw error;
      remaining = remaining.filter((record) => !record.failed);
    }
  }
}

function identified(id: string, index: number): SaveRecord {
  const record = new SaveRecord(index, {});
  if (isRecordId(id)) record.id = toId18(id);
  else record.fail(saveError('MALFORMED_ID', `bad id ${id}`));
  return record;
}

/** Consecutive records of one object: A, A, C, A are three runs. */
function runsOf(
  services: SaveServices,
  records: readonly SaveRecord[],
): { type: SObjectType; run: SaveRecord[] }[] {
  const runs: { type: SObjectType; run: SaveRecord[] }[] = [];
  for (const record of records) {
    if (record.id === null) continue;
    const type = services.schema().findByKeyPrefix(keyPrefixOf(record.id));
    if (!type) {
      record.fail(saveErrors.invalidCrossReference());
      continue;
    }
    const last = runs.at(-1);
    if (last?.type === type && last.run.length < MAX_RECORDS_PER_CHUNK) last.run.push(record);
    else runs.push({ type, run: [record] });
  }
  return runs;
}
