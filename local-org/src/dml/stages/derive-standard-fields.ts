import type { SaveChunk } from '../save-chunk';

/**
 * Lets the standard object compute what follows from other fields: a stage's probability, a person's name.
 * Runs before automation, which sees the computed values, and again after it, because it may have changed them.
 */
export function deriveStandardFields(chunk: SaveChunk): void {
  const derive = chunk.plan.behaviour?.derive;
  if (!derive) return;
  const live = chunk.records.filter((record) => !record.failed);
  derive({ ...chunk, records: live });
}
