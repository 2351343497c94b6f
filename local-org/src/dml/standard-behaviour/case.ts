import { assignComputed, chosenValue } from './assign';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

/** Case: open or closed by its status, and when it was closed. */
export const caseBehaviour: StandardBehaviour = {
  objectName: 'Case',
  documentation: objectReference('Case'),
  derive: (chunk) => {
    for (const record of chunk.records) {
      const closed = chosenValue(chunk, record, 'Status')?.closed === true;
      assignComputed(chunk, record, 'IsClosed', closed);
      assignComputed(
        chunk,
        record,
        'ClosedDate',
        closed ? (record.before('ClosedDate') ?? chunk.stamp) : null,
      );
      if (record.prior === null) assignComputed(chunk, record, 'IsClosedOnCreate', closed);
    }
  },
};
