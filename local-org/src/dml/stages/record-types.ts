import type { RecordType } from '../../schema';
import type { SaveChunk } from '../save-chunk';

/** A record type with its id. */
export interface RecordTypeRow {
  readonly id: string;
  readonly active: boolean;
  readonly definition: RecordType | undefined;
}

/** The record types of the chunk's object, from the rows of RecordType. */
export function recordTypesOf(chunk: SaveChunk): RecordTypeRow[] {
  const table = chunk.services.schema().find('RecordType');
  const objectField = table?.field('SobjectType');
  if (!table || !objectField) return [];
  return chunk.services.store.findBy(table, objectField, [chunk.type.name]).map((row) => ({
    id: String(row['Id']),
    active: row['IsActive'] !== false,
    definition: chunk.type.definition.recordTypes.find(
      (recordType) => recordType.developerName.toLowerCase() === String(row['DeveloperName']).toLowerCase(),
    ),
  }));
}
