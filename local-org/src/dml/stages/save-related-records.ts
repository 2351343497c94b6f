import type { SaveChunk } from '../save-chunk';

/** Lets the standard object keep the rows and figures that other objects show of it: a campaign's counts. */
export function saveRelatedRecords(chunk: SaveChunk): void {
  chunk.plan.behaviour?.afterWrite?.(chunk);
}
