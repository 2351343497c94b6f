import type { SaveChunk } from '../save-chunk';
import { assignComputed } from './assign';

const NAME_PARTS = ['FirstName', 'MiddleName', 'LastName', 'Suffix'];
const MAX_NAME_CHARACTERS = 203;

/**
 * Composes Name of the first, middle and last name and the suffix, without the salutation: `Ann Lee`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contact.htm
 */
export function derivePersonNames(chunk: SaveChunk): void {
  for (const record of chunk.records) {
    const parts = NAME_PARTS.map((part) => record.get(part)).filter((part) => part !== null);
    assignComputed(chunk, record, 'Name', parts.join(' ').slice(0, MAX_NAME_CHARACTERS) || null);
  }
}
