import type { RecordValues } from '../core';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';

const PENDING = 'Pending';

/**
 * Rows of ProcessInstanceHistory: what was done in approvals, and the requests that wait for an answer. Each has the id of
 * its ProcessInstanceStep or ProcessInstanceWorkitem. Only child queries read them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_processinstancehistory.htm
 */
export function processInstanceHistoryRows(store: RecordStore, schema: Schema): RecordValues[] {
  const all = (objectName: string): RecordValues[] =>
    schema.find(objectName) ? rowsOf(store, objectName) : [];
  const targets = new Map(all('ProcessInstance').map((row) => [row['Id'], row['TargetObjectId'] ?? null]));
  const nodes = new Map(
    all('ProcessInstanceNode')
      .filter((row) => row['NodeStatus'] === PENDING)
      .map((row) => [row['ProcessInstanceId'], row['ProcessNodeId'] ?? null]),
  );
  const history = (row: RecordValues, own: RecordValues): RecordValues => ({
    ...row,
    ...own,
    TargetObjectId: targets.get(row['ProcessInstanceId']) ?? null,
    RemindersSent: 0,
    IsDeleted: false,
  });
  return [
    ...all('ProcessInstanceStep').map((row) =>
      history(row, { IsPending: false, ProcessNodeId: row['StepNodeId'] ?? null }),
    ),
    ...all('ProcessInstanceWorkitem').map((row) =>
      history(row, {
        IsPending: true,
        StepStatus: PENDING,
        ProcessNodeId: nodes.get(row['ProcessInstanceId']) ?? null,
        Comments: null,
      }),
    ),
  ];
}

/** Values as they are stored, which is the form that a table of made rows keeps too. */
function rowsOf(store: RecordStore, objectName: string): RecordValues[] {
  return store.prepare(`SELECT * FROM "${objectName}"`).all() as RecordValues[];
}
