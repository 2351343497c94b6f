import type { SaveError, SaveResult } from '../../../dml';
import type { ApexRuntime } from '../apex-runtime';
import type { DataAccessMode } from '../data-access';
import type { ApexSObject } from '../values/apex-sobject';
import { contextOf } from './query-rows';
import { saveRecords } from './save-records';

/** Records that may be merged into one at once, the master not counted. */
const MAX_DUPLICATES = 2;

/** What a merge came to. */
export interface MergeOutcome {
  /** The result of the master, or of what was refused. */
  readonly results: SaveResult[];
  /** Records that belong to the master now. */
  readonly movedIds: readonly string[];
}

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
): MergeOutcome {
  const refused = refusal(master, duplicates);
  if (refused) return { results: [{ id: null, success: false, errors: [refused] }], movedIds: [] };
  return runtime.org.transactions.savepoint(() => {
    const updated = saveRecords(runtime, 'update', [master], { allOrNone: true, access });
    if (updated.some(({ success }) => !success)) return { results: updated, movedIds: [] };
    const ids = duplicates.map((record) => record.id ?? '');
    const movedIds = moveChildren(runtime, master, ids);
    const deleted = runtime.org.dml.delete(ids, { allOrNone: true, context: contextOf(runtime, access) });
    runtime.count('dmlRows', ids.length);
    const failed = deleted.filter(({ success }) => !success);
    if (failed.length > 0) return { results: failed, movedIds: [] };
    markMerged(runtime, master, ids);
    return { results: updated, movedIds };
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

/** Lets the master have the children of the duplicates. @returns their ids */
function moveChildren(runtime: ApexRuntime, master: ApexSObject, ids: readonly string[]): string[] {
  const { store } = runtime.org;
  const schema = runtime.org.schema();
  return (master.objectType?.childRelationships ?? []).flatMap(({ childObject, field }): string[] => {
    const type = schema.find(childObject);
    const { kind } = type?.definition ?? {};
    if (!type || kind === 'setup' || !type.definition.capabilities.updateable) return [];
    const rows = store
      .prepare(
        `UPDATE "${type.name}" SET "${field}" = ? WHERE "${field}" IN (SELECT value FROM json_each(?)) ` +
          'RETURNING "Id" AS id',
      )
      .all(master.id, JSON.stringify(ids));
    return rows.map((row) => String(row['id']));
  });
}

function markMerged(runtime: ApexRuntime, master: ApexSObject, ids: readonly string[]): void {
  const type = master.objectType;
  if (!type?.field('MasterRecordId')) return;
  for (const id of ids) runtime.org.store.update(type, id, { MasterRecordId: master.id });
}
