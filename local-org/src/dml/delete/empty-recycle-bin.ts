import type { SObjectType } from '../../schema';
import type { SaveServices } from '../save-chunk';
import { saveErrors } from '../save-errors';
import type { SaveRecord } from '../save-record';
import type { SaveOptions, SaveResult } from '../types';
import { inRuns } from './delete-records';
import type { RecycleBin } from './recycle-bin';

/**
 * Removes deleted records for good, with everything their deletion took. Records that are not in the recycle bin are
 * refused. No triggers run.
 *
 * UNVERIFIED: the error for a record that is not in the recycle bin.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_emptyrecyclebin.htm
 */
export function emptyRecycleBin(
  services: SaveServices,
  recycleBin: RecycleBin,
  ids: readonly string[],
  options: SaveOptions,
): SaveResult[] {
  return inRuns(services, ids, options, (type, records) =>
    services.transactions.savepoint(() => {
      for (const record of records) removeForGood(services, recycleBin, type, record, options);
    }),
  );
}

function removeForGood(
  services: SaveServices,
  recycleBin: RecycleBin,
  type: SObjectType,
  record: SaveRecord,
  { context }: SaveOptions,
): void {
  const root = record.id ?? '';
  const taken = recycleBin.recordsOf(root);
  const allowed = context.mode === 'system' || services.access.objectAccess(context.user, type.name).delete;
  if (!allowed) record.fail(saveErrors.noAccessToRecord());
  else if (taken.length === 0) record.fail(saveErrors.notInRecycleBin());
  else {
    for (const { object, id } of taken) {
      const objectType = services.schema().find(object);
      if (objectType) services.store.remove(objectType, [id]);
    }
    recycleBin.forget(root);
  }
}
