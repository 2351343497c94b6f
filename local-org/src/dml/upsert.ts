import { ApiError } from '../core';
import type { Field, SObjectType } from '../schema';
import { quoteName, type RecordStore } from '../storage';
import { saveErrors } from './save-errors';
import type { SaveRecord } from './save-record';
import type { RecordInput } from './types';

/** Records of an upsert by what becomes of them. */
export interface MatchedUpsert {
  readonly inserts: SaveRecord[];
  readonly updates: SaveRecord[];
}

/**
 * The field an upsert matches by.
 * @throws ApiError INVALID_FIELD when it is neither Id, an external id nor an id look-up field
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_upsert.htm
 */
export function upsertKeyOf(type: SObjectType, name: string): Field {
  const field = type.field(name);
  if (field && (field.type === 'id' || field.externalId || field.idLookup)) return field;
  const text = `Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${type.name}`;
  throw new ApiError('INVALID_FIELD', text);
}

/**
 * Finds which records exist. Text matches in any case unless the field is case-sensitive; a value that stands twice
 * in one call is refused the second time. UNVERIFIED: that the first of such rows is saved.
 * @param seen keys of the call so far; added to
 */
export function matchUpsert(
  store: RecordStore,
  type: SObjectType,
  key: Field,
  records: readonly SaveRecord[],
  seen: Set<string>,
): MatchedUpsert {
  return key.type === 'id' ? matchById(records) : matchByExternalId(store, type, key, records, seen);
}

function matchById(records: readonly SaveRecord[]): MatchedUpsert {
  const hasId = (record: SaveRecord): boolean => Boolean(givenValue(record.input, 'id'));
  return { inserts: records.filter((record) => !hasId(record)), updates: records.filter(hasId) };
}

function matchByExternalId(
  store: RecordStore,
  type: SObjectType,
  key: Field,
  records: readonly SaveRecord[],
  seen: Set<string>,
): MatchedUpsert {
  const normalize = normalizerOf(key);
  const wanted = records.filter((record) => hasKey(record, key, normalize, seen));
  const found = findIds(store, type, key, wanted, normalize);
  const matched: MatchedUpsert = { inserts: [], updates: [] };
  for (const record of wanted) {
    const ids = found.get(normalize(givenValue(record.input, key.name.toLowerCase()))) ?? [];
    const [id] = ids;
    if (ids.length > 1) record.fail(saveErrors.externalIdAmbiguous(key, ids));
    else if (id === undefined) matched.inserts.push(record);
    else matched.updates.push(record.identifiedBy(id));
  }
  return matched;
}

/** How values of the key are compared: numbers as numbers, text without case unless the field is case-sensitive. */
function normalizerOf(key: Field): (value: unknown) => string {
  if (isNumeric(key)) return (value) => String(Number(value));
  return (value) => (key.caseSensitive ? String(value).trim() : String(value).trim().toLowerCase());
}

function isNumeric(key: Field): boolean {
  return key.type === 'double' || key.type === 'int';
}

function hasKey(
  record: SaveRecord,
  key: Field,
  normalize: (value: unknown) => string,
  seen: Set<string>,
): boolean {
  const value = givenValue(record.input, key.name.toLowerCase());
  if (value === undefined || value === null || value === '') {
    record.fail(saveErrors.externalIdMissing(key.name));
    return false;
  }
  const normal = normalize(value);
  if (seen.has(normal)) record.fail(saveErrors.duplicateExternalIdGiven(key, String(value)));
  seen.add(normal);
  return !record.failed;
}

function findIds(
  store: RecordStore,
  type: SObjectType,
  key: Field,
  records: readonly SaveRecord[],
  normalize: (value: unknown) => string,
): Map<string, string[]> {
  const live = type.field('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  const values = records.map((record) => {
    const value = givenValue(record.input, key.name.toLowerCase());
    return isNumeric(key) ? Number(value) : String(value).trim();
  });
  const rows = store
    .prepare(
      `SELECT "Id" AS id, ${quoteName(key.name)} AS value FROM ${quoteName(type.name)}
       WHERE ${quoteName(key.name)} IN (SELECT value FROM json_each(?))${live}`,
    )
    .all(JSON.stringify(values)) as { id: string; value: unknown }[];
  const found = new Map<string, string[]>();
  for (const { id, value } of rows) found.set(normalize(value), [...(found.get(normalize(value)) ?? []), id]);
  return found;
}

/** A value of the input by lower-case name. */
function givenValue(input: RecordInput, lowerName: string): unknown {
  for (const [name, value] of Object.entries(input)) if (name.toLowerCase() === lowerName) return value;
  return undefined;
}
