import { formatDatetime } from '../../core';
import type { RunningUser } from '../../execution';
import type { SObjectType } from '../../schema';
import type { NestedSaves, SaveServices } from '../save-chunk';
import { saveErrors } from '../save-errors';
import { savePlanOf } from '../save-plan';
import type { SaveRecord } from '../save-record';
import { recalculateRollups } from '../stages/recalculate-rollups';
import type { SaveOptions, SaveResult } from '../types';
import { inRuns } from './delete-records';
import type { DeletedRecord, RecycleBin } from './recycle-bin';

interface Undeletion {
  readonly services: SaveServices;
  readonly nested: NestedSaves;
  readonly recycleBin: RecycleBin;
  readonly options: SaveOptions;
}

/**
 * Brings records back from the recycle bin with everything their deletion took, and the lookups it emptied where
 * nothing was put in since. Triggers run for the records asked for, one object at a time.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_dml_undelete.htm
 */
export function undeleteRecords(
  services: SaveServices,
  nested: NestedSaves,
  recycleBin: RecycleBin,
  ids: readonly string[],
  options: SaveOptions,
): SaveResult[] {
  return inRuns(services, ids, options, (type, records) =>
    services.transactions.savepoint(() =>
      undeleteRun({ services, nested, recycleBin, options }, type, records),
    ),
  );
}

function undeleteRun(undeletion: Undeletion, type: SObjectType, records: readonly SaveRecord[]): void {
  const live = records.filter((record) => restore(undeletion, type, record));
  if (live.length === 0) return;
  const { services, options } = undeletion;
  services.transactions.run((transaction) => {
    services.ports.afterTriggers?.({
      objectName: type.name,
      operation: 'undelete',
      records: live,
      context: options.context,
      transaction,
    });
  });
}

/** @returns whether the record is back */
function restore(undeletion: Undeletion, type: SObjectType, record: SaveRecord): boolean {
  const { services, recycleBin, options } = undeletion;
  const { user, mode } = options.context;
  const root = record.id ?? '';
  if (!type.definition.capabilities.undeletable) return refuse(record, saveErrors.notUndeletable());
  if (mode === 'user' && !services.access.objectAccess(user, type.name).delete) {
    return refuse(record, saveErrors.noAccessToRecord());
  }
  const taken = recycleBin.recordsOf(root);
  if (taken.length === 0) return refuse(record, saveErrors.notInRecycleBin());
  for (const deleted of taken) restoreRow(services, deleted, user);
  restoreLookups(services, recycleBin, root);
  recycleBin.forget(root);
  record.values = services.store.find(type, root) ?? {};
  for (const deleted of taken) recalculate(undeletion, deleted, record);
  return !record.failed;
}

function refuse(record: SaveRecord, error: Parameters<SaveRecord['fail']>[0]): false {
  record.fail(error);
  return false;
}

function restoreRow(services: SaveServices, { object, id }: DeletedRecord, user: RunningUser): void {
  const type = services.schema().find(object);
  const prior = type && services.store.find(type, id);
  if (!type || !prior) return;
  const stamp = formatDatetime(Math.floor(services.clock.now() / 1000) * 1000);
  const audit = {
    ...(type.field('SystemModstamp') && { SystemModstamp: stamp }),
    ...(type.field('LastModifiedDate') && { LastModifiedDate: stamp }),
    ...(type.field('LastModifiedById') && { LastModifiedById: user.id }),
  };
  services.store.update(type, id, { IsDeleted: false, ...audit });
  const values = { ...prior, IsDeleted: false, ...audit };
  services.transactions.current?.recordChange({
    objectName: type.name,
    id,
    operation: 'undelete',
    values,
    prior,
    user,
  });
  savePlanOf(services.schema(), type, services.formulas.services.compiler).behaviour?.afterRemoval?.(
    services,
    [values],
  );
}

function restoreLookups(services: SaveServices, recycleBin: RecycleBin, root: string): void {
  for (const { object, id, field, value } of recycleBin.lookupsOf(root)) {
    const type = services.schema().find(object);
    const row = type && services.store.find(type, id);
    if (type && row && row[field] === null) services.store.update(type, id, { [field]: value });
  }
}

function recalculate(
  { services, nested, options }: Undeletion,
  { object, id }: DeletedRecord,
  record: SaveRecord,
): void {
  const type = services.schema().find(object);
  const values = type && services.store.find(type, id);
  if (!type || !values) return;
  const { rollups } = savePlanOf(services.schema(), type, services.formulas.services.compiler);
  const child = { values, prior: null, always: true, fail: record.fail.bind(record) };
  const saveParents = (objectName: string, parents: readonly Readonly<Record<string, unknown>>[]) =>
    nested.updateTrusted(objectName, parents, options);
  recalculateRollups({ type, rollups, services, options, saveParents }, [child]);
}
