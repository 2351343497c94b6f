import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';
import { assignComputed } from './assign';
import { derivePersonNames } from './person-name';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

/** Lead: the composed name; the day it came to its owner. */
export const lead: StandardBehaviour = {
  objectName: 'Lead',
  documentation: objectReference('Lead'),
  derive: (chunk) => {
    derivePersonNames(chunk);
    deriveLastTransferDate(chunk);
  },
  validate: (chunk) => {
    if (chunk.trusted) return;
    for (const record of chunk.records) {
      if (record.before('IsConverted') === true) record.fail(saveErrors.convertedLead());
    }
  },
};

function deriveLastTransferDate(chunk: SaveChunk): void {
  for (const record of chunk.records) {
    const day = record.changes('OwnerId') ? chunk.stamp.slice(0, 10) : record.before('LastTransferDate');
    assignComputed(chunk, record, 'LastTransferDate', day);
  }
}
