import { stagesOf, WRITE_STAGE_NAME } from './order-of-execution';
import type { SaveChunk } from './save-chunk';
import { saveError } from './save-errors';

/** @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers.htm */
const MAX_SAVE_DEPTH = 16;

/**
 * Walks the stages with a chunk.
 * @returns whether a record failed after the write, so that the caller must roll back
 */
export function runStages(chunk: SaveChunk): boolean {
  const { transaction } = chunk;
  const { origin } = chunk.options;
  const recursive = new Set<string>();
  const entered: string[] = [];
  let written = false;
  let failedAfterWrite = false;
  transaction.depth++;
  try {
    if (transaction.depth > MAX_SAVE_DEPTH) return refuseDepth(chunk);
    for (const stage of stagesOf(chunk.type)) {
      if (chunk.records.length === 0) break;
      if (origin && stage.leftOutBy.includes(origin)) continue;
      const all = chunk.records;
      if (!stage.runsInRecursiveSave && recursive.size > 0) {
        chunk.records = all.filter((record) => record.id === null || !recursive.has(record.id));
      }
      if (chunk.records.length > 0) stage.run(chunk);
      const live = all.some((record) => record.failed) ? all.filter((record) => !record.failed) : all;
      failedAfterWrite ||= written && live.length < all.length;
      chunk.records = live;
      if (stage.name !== WRITE_STAGE_NAME) continue;
      written = true;
      for (const { id } of live) {
        if (id === null) continue;
        if (transaction.saving.has(id)) recursive.add(id);
        else entered.push(id);
        transaction.saving.add(id);
      }
      for (const id of recursive) transaction.savedRecursively.add(id);
    }
    return failedAfterWrite;
  } finally {
    transaction.depth--;
    for (const id of entered) transaction.saving.delete(id);
  }
}

function refuseDepth(chunk: SaveChunk): boolean {
  for (const record of chunk.records) {
    record.fail(saveError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'maximum trigger depth exceeded'));
  }
  return false;
}
