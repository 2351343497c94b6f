import { UnsupportedFeatureError, keyPrefixOf, type FieldValue, type RecordValues } from '../../core';
import type { SObjectType } from '../../schema';
import type { SaveChunk, SaveServices } from '../save-chunk';
import { assignComputed, touchedIds } from './assign';

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
function readAccounts(chunk: SaveChunk, fieldName: string): Map<string, FieldValue> {
  const accounts = new Map<string, FieldValue>();
  const byType = new Map<SObjectType, string[]>();
  for (const record of chunk.records) {
    const id = record.get(fieldName);
    const type =
      typeof id === 'string' ? chunk.services.schema().findByKeyPrefix(keyPrefixOf(id)) : undefined;
    if (type) byType.set(type, [...(byType.get(type) ?? []), String(id)]);
  }
  for (const [type, ids] of byType) {
    for (const [id, row] of chunk.services.store.findAll(type, ids)) {
      accounts.set(id, type.name === 'Account' ? id : (row['AccountId'] ?? null));
    }
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

/**
 * Recomputes LastActivityDate of the records that activities point to: the latest day of their events and closed tasks.
 * DEVIATION: HasOpenActivity and HasOverdueTask of opportunities stay false.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_account.htm
 */
export function refreshLastActivityDates(services: SaveServices, ids: Iterable<FieldValue>): void {
  const schema = services.schema();
  const sources = [
    { type: schema.find('Task'), where: '"IsClosed" = 1' },
    { type: schema.find('Event'), where: '1' },
  ];
  for (const id of new Set(ids)) {
    if (typeof id !== 'string') continue;
    const parent = schema.findByKeyPrefix(keyPrefixOf(id));
    if (!parent?.field('LastActivityDate')) continue;
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

/** The same for the records that a chunk's activities point to or pointed to. */
export function refreshTouchedRecords(chunk: SaveChunk): void {
  refreshLastActivityDates(
    chunk.services,
    PARENT_FIELDS.flatMap((name) => [...touchedIds(chunk, name)]),
  );
}

/** The same for removed activities. */
export function refreshAfterRemoval(services: SaveServices, rows: readonly RecordValues[]): void {
  refreshLastActivityDates(
    services,
    rows.flatMap((row) => PARENT_FIELDS.map((name) => row[name] ?? null)),
  );
}
