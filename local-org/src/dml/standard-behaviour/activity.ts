import { UnsupportedFeatureError, keyPrefixOf, type FieldValue, type RecordValues } from '../../core';
import type { SObjectType } from '../../schema';
import type { SaveChunk, SaveServices } from '../save-chunk';
import { assignComputed } from './assign';

/**
 * Sets AccountId of tasks and events: the account they are about, or of the record they are about, or of the
 * contact they are with. A lead gives none.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_task.htm
 */
export function deriveActivityAccounts(chunk: SaveChunk): void {
  if (!chunk.plan.fields.has('AccountId')) return;
  const about = readAccounts(chunk, 'WhatId');
  const withWhom = readAccounts(chunk, 'WhoId');
  for (const record of chunk.records) {
    const what = record.get('WhatId');
    const account = what === null ? withWhom.get(String(record.get('WhoId'))) : about.get(String(what));
    assignComputed(chunk, record, 'AccountId', account ?? null);
  }
}

/** The account of each record that a field points to, by id. */
function readAccounts({ records, services }: SaveChunk, fieldName: string): Map<string, FieldValue> {
  const schema = services.schema();
  const idsByType = new Map<SObjectType, Set<string>>();
  for (const record of records) {
    const id = record.get(fieldName);
    const type = typeof id === 'string' ? schema.findByKeyPrefix(keyPrefixOf(id)) : undefined;
    if (!type) continue;
    const ids = idsByType.get(type) ?? new Set<string>();
    idsByType.set(type, ids.add(String(id)));
  }
  const accounts = new Map<string, FieldValue>();
  for (const [type, ids] of idsByType) {
    const fields = ['Id', 'AccountId'].flatMap((name) => type.field(name) ?? []);
    for (const [id, row] of services.store.findAll(type, ids, fields))
      accounts.set(id, type.name === 'Account' ? id : (row['AccountId'] ?? null));
  }
  return accounts;
}

/** @throws UnsupportedFeatureError for a recurring task or event */
export function refuseRecurrence(chunk: SaveChunk): void {
  if (chunk.records.some((record) => record.get('IsRecurrence') === true)) {
    throw new UnsupportedFeatureError(`Recurring ${chunk.type.definition.labelPlural}`);
  }
}

const PARENT_FIELDS = ['WhatId', 'WhoId', 'AccountId'];

/** Recomputes LastActivityDate from all activities of each record. */
function refreshLastActivityDates(services: SaveServices, ids: ReadonlySet<string>): void {
  const schema = services.schema();
  const sources = [
    { type: schema.find('Task'), where: '"IsClosed" = 1' },
    { type: schema.find('Event'), where: '1' },
  ];
  for (const id of ids) {
    const parent = typeWithLastActivity(services, id);
    if (!parent) continue;
    const dates = sources.flatMap(({ type, where }) => (type ? latestDate(services, type, where, id) : []));
    services.store.update(parent, id, { LastActivityDate: dates.sort().at(-1) ?? null });
  }
}

function latestDate(services: SaveServices, type: SObjectType, where: string, id: string): string[] {
  const fields = PARENT_FIELDS.filter((name) => type.field(name));
  const points = fields.map(
    (name) =>
      `SELECT max("ActivityDate") AS day FROM "${type.name}" WHERE "${name}" = ? AND "IsDeleted" = 0 AND ${where}`,
  );
  const sql = `SELECT max(day) AS day FROM (${points.join(' UNION ALL ')})`;
  const { day } = services.store.prepare(sql).get(...fields.map(() => id)) as { day: string | null };
  return day === null ? [] : [day];
}

/** Moves LastActivityDate forward to the day of a new activity, whatever other activities the records have. */
function raiseLastActivityDates(services: SaveServices, days: ReadonlyMap<string, string>): void {
  for (const [id, day] of days) {
    const parent = typeWithLastActivity(services, id);
    if (!parent) continue;
    services.store
      .prepare(
        `UPDATE "${parent.name}" SET "LastActivityDate" = ?
         WHERE "Id" = ? AND ("LastActivityDate" IS NULL OR "LastActivityDate" < ?)`,
      )
      .run(day, id, day);
  }
}

function typeWithLastActivity(services: SaveServices, id: string): SObjectType | undefined {
  const type = services.schema().findByKeyPrefix(keyPrefixOf(id));
  return type?.field('LastActivityDate') ? type : undefined;
}

/**
 * Keeps LastActivityDate of the records that a chunk's activities point to or pointed to: the latest day of their
 * events and closed tasks. Only what counts is looked at, so that a new open task costs nothing.
 * DEVIATION: HasOpenActivity and HasOverdueTask of opportunities stay false.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_account.htm
 */
export function refreshTouchedRecords(chunk: SaveChunk): void {
  const raised = new Map<string, string>();
  const changed = new Set<string>();
  for (const { values, prior } of chunk.records) {
    const [day, dayBefore] = [countedDay(chunk, values), prior && countedDay(chunk, prior)];
    for (const name of PARENT_FIELDS) {
      const [id, idBefore] = [values[name], prior?.[name]];
      if (day === dayBefore && id === idBefore) continue;
      if (dayBefore !== null && typeof idBefore === 'string') changed.add(idBefore);
      if (day !== null && typeof id === 'string' && day > (raised.get(id) ?? '')) raised.set(id, day);
    }
  }
  raiseLastActivityDates(chunk.services, raised);
  refreshLastActivityDates(chunk.services, changed);
}

/** The day of an activity that counts; null for an open task, and for one without a day. */
function countedDay(chunk: SaveChunk, values: Readonly<RecordValues>): string | null {
  const isOpenTask = chunk.type.name === 'Task' && values['IsClosed'] !== true;
  const day = values['ActivityDate'];
  return isOpenTask || typeof day !== 'string' ? null : day;
}

/** The same for removed activities. */
export function refreshAfterRemoval(services: SaveServices, rows: readonly RecordValues[]): void {
  const ids = rows.flatMap((row) => PARENT_FIELDS.map((name) => row[name] ?? null));
  refreshLastActivityDates(services, new Set(ids.filter((id) => typeof id === 'string')));
}
