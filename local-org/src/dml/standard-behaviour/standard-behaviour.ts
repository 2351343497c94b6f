import type { RecordValues } from '../../core';
import type { SaveChunk, SaveServices } from '../save-chunk';

/** What a standard object does in a save beside what its fields say. All parts are optional. */
export interface StandardBehaviour {
  readonly objectName: string;
  /** Page of the object reference. */
  readonly documentation: string;
  /** Fields that describe calls required and that the object itself fills after the write. */
  readonly fills?: readonly string[];
  /**
   * Computes fields from others of the same record. Runs before and again after automation, so it must give the
   * same result when it runs twice.
   */
  readonly derive?: (chunk: SaveChunk) => void;
  /** Refuses records for reasons of this object alone. */
  readonly validate?: (chunk: SaveChunk) => void;
  /** Keeps rows and figures of other objects up to date, after the write. */
  readonly afterWrite?: (chunk: SaveChunk) => void;
  /** The same after records were deleted or undeleted; `rows` are the stored values. */
  readonly afterRemoval?: (services: SaveServices, rows: readonly RecordValues[]) => void;
}

/** Address of an object's page in the object reference. */
export function objectReference(name: string): string {
  return `https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_${name.toLowerCase()}.htm`;
}
