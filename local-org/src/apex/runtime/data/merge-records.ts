import type { SaveError, SaveResult } from '../../../dml';
import type { ApexRuntime } from '../apex-runtime';
import type { DataAccessMode } from '../data-access';
import type { ApexSObject } from '../values/apex-sobject';
import { contextOf } from './query-rows';
import { saveRecords } from './save-records';

/** Records that may be merged into one at once, the master not counted. */
const MAX_DUPLICATES = 2;

/**
 * Merges records into one: the master is updated, the children of the others move to it, and the others are deleted
 * with the master's id in MasterRecordId. Children that move fire no triggers of their own.
 * @returns the result of the first part that failed, or the master's
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_dml_examples_merge.htm
 */
export function mergeRecords(
  runtime: ApexRuntime,
  master: ApexSObject,
  duplicates: readonly ApexSObject[],
  access: DataAccessMode,
): SaveResult[] {
  const refused = refusal(master, duplicates);
  if (refused) return [{ id: null, success: false, errors: [refused] }];
  return runtime.org.transactions.savepoint(() => {
    const updated = saveRecords(runtime, 'update', [master], { allOrNone: true, access });
    if (updated.some(({ success }) => !success)) return updated;
    const ids = duplicates.map((record) => record.id ?? '');
    moveChildren(runtime, master, ids);
    const deleted = runtime.org.dml.delete(ids, { allOrNone: true, context: contextOf(runtime, access) });
    runtime.count('dmlRows', ids.length);
    const failed = deleted.filter(({ success }) => !success);
    if (failed.length > 0) return failed;
    markMerged(runtime, master, ids);
    return updated;
  });
}

function refusal(master: ApexSObject, duplicates: readonly ApexSObject[]): SaveError | null {
  const error = (statusCode: string, message: string): SaveError => ({ statusCode, message, fields: [] });
  if (!master.objectType?.definition.capabilities.mergeable) {
    return error('INVALID_OPERATION', `Entity type ${master.objectName} cannot be merged`);
  }
  if (duplicates.length > MAX_DUPLICATES) {
    return error('INVALID_OPERATION', 'A merge takes one or two records to be merged into the master');
  }
  if (duplicates.some((record) => record.objectName !== master.objectName)) {
    return error('INVALID_OPERATION', 'All records of a merge must be of the same type');
  }
  if (duplicates.some(({ id }) => id === null || id === master.id)) {
    return error('INVALID_ID_FIELD', 'The records to merge need ids that differ from the master');
  }
  return null;
}

function moveChildren(runtime: ApexRuntime, master: ApexSObject, ids: readonly string[]): void {
  const { store } = runtime.org;
  const schema = runtime.org.schema();
  for (const { childObject, field } of master.objectType?.childRelationships ?? []) {
    const type = schema.find(childObject);
    const { kind } = type?.definition ?? {};
    if (!type || kind === 'setup' || !type.definition.capabilities.updateable) continue;
    store
      .prepare(
        `UPDATE "${type.name}" SET "${field}" = ? WHERE "${field}" IN (SELECT value FROM json_each(?))`,
      )
      .run(master.id, JSON.stringify(ids));
  }
}

function markMerged(runtime: ApexRuntime, master: ApexSObject, ids: readonly string[]): void {
  const type = master.objectType;
  if (!type?.field('MasterRecordId')) return;
  for (const id of ids) runtime.org.store.update(type, id, { MasterRecordId: master.id });
}
