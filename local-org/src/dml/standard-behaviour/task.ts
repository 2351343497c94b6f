import {
  deriveActivityAccounts,
  refreshAfterRemoval,
  refreshTouchedRecords,
  refuseRecurrence,
} from './activity';
import { assignComputed, chosenValue } from './assign';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

/** Task: closed by its status, high priority by its priority, account by what or whom it is about. */
export const task: StandardBehaviour = {
  objectName: 'Task',
  documentation: objectReference('Task'),
  derive: (chunk) => {
    deriveActivityAccounts(chunk);
    for (const record of chunk.records) {
      const closed = chosenValue(chunk, record, 'Status')?.closed === true;
      assignComputed(chunk, record, 'IsClosed', closed);
      assignComputed(
        chunk,
        record,
        'CompletedDateTime',
        closed ? (record.before('CompletedDateTime') ?? chunk.stamp) : null,
      );
      assignComputed(
        chunk,
        record,
        'IsHighPriority',
        chosenValue(chunk, record, 'Priority')?.highPriority === true,
      );
    }
  },
  validate: refuseRecurrence,
  afterWrite: refreshTouchedRecords,
  afterRemoval: refreshAfterRemoval,
};
