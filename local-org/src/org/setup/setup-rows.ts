import { formatDatetime, type Clock, type FieldValue, type RecordValues } from '../../core';
import type { Schema, SObjectType } from '../../schema';
import { isStored, type RecordStore } from '../../storage';

/** Where setup rows are written, and as whom. */
export interface SetupTarget {
  readonly schema: Schema;
  readonly store: RecordStore;
  readonly clock: Clock;
  /** User that the rows say created them. */
  readonly userId: string;
}

/** Rows of one setup object that must exist, no more and no fewer. */
export interface DesiredRows {
  readonly objectName: string;
  /** Fields that together name a row. Rows are matched by them, so that ids stay when metadata is deployed again. */
  readonly key: readonly string[];
  readonly rows: readonly RecordValues[];
  /** Which existing rows belong to this set; others are left alone. Default: all. */
  owns?(row: RecordValues): boolean;
}

/** Writes new rows of a setup object and returns their ids. Audit fields and false checkboxes are filled in. */
export function insertSetupRows(
  target: SetupTarget,
  objectName: string,
  rows: readonly RecordValues[],
): string[] {
  const type = requireObject(target.schema, objectName);
  const ids = target.store.newIds(type, rows.length);
  target.store.insert(
    type,
    rows.map((row, i) => complete(target, type, { Id: ids[i] ?? null, ...row })),
  );
  return rows.map((row, i) => (row['Id'] as string | undefined) ?? ids[i] ?? '');
}

/**
 * Makes the rows of a setup object equal to what the metadata says: inserts, updates and removes the difference.
 * @returns the id of each desired row, in order
 */
export function syncSetupRows(target: SetupTarget, desired: DesiredRows): string[] {
  const type = requireObject(target.schema, desired.objectName);
  const keyOf = (row: RecordValues): string =>
    desired.key.map((name) => String(row[name] ?? '').toLowerCase()).join('\u0000');
  const existing = new Map(
    readAll(target.store, type)
      .filter((row) => desired.owns?.(row) ?? true)
      .map((row) => [keyOf(row), row]),
  );
  const ids = desired.rows.map((row) => {
    const present = existing.get(keyOf(row));
    existing.delete(keyOf(row));
    if (!present) return insertSetupRows(target, desired.objectName, [row])[0] ?? '';
    updateSetupRow(target, type, present, row);
    return present['Id'] as string;
  });
  target.store.remove(
    type,
    [...existing.values()].map((row) => row['Id'] as string),
  );
  return ids;
}

/** All rows of an object. Setup objects are small. */
export function readAll(store: RecordStore, type: SObjectType): RecordValues[] {
  const id = type.field('Id');
  if (!id) return [];
  const ids = store.prepare(`SELECT "Id" AS id FROM "${type.name}"`).all() as { id: string }[];
  return store.findBy(
    type,
    id,
    ids.map((row) => row.id),
  );
}

/** Writes what differs from a stored row, with the audit fields. */
export function updateSetupRow(
  target: SetupTarget,
  type: SObjectType,
  present: RecordValues,
  wanted: RecordValues,
): void {
  const changes = Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => (present[name] ?? null) !== (value ?? null)),
  );
  if (Object.keys(changes).length === 0) return;
  target.store.update(type, present['Id'] as string, { ...changes, ...audit(target, type, 'modified') });
}

function complete(target: SetupTarget, type: SObjectType, row: RecordValues): RecordValues {
  const unchecked: [string, FieldValue][] = type.fields
    .filter((field) => field.type === 'boolean' && isStored(field))
    .map((field) => [field.name, field.defaultValue === true]);
  return { ...Object.fromEntries(unchecked), ...audit(target, type, 'created'), ...row };
}

function audit(target: SetupTarget, type: SObjectType, event: 'created' | 'modified'): RecordValues {
  const now = formatDatetime(target.clock.now());
  const values: RecordValues = {
    LastModifiedDate: now,
    LastModifiedById: target.userId,
    SystemModstamp: now,
    ...(event === 'created' ? { CreatedDate: now, CreatedById: target.userId } : {}),
  };
  return Object.fromEntries(Object.entries(values).filter(([name]) => type.field(name)));
}

function requireObject(schema: Schema, objectName: string): SObjectType {
  const type = schema.find(objectName);
  if (!type) throw new Error(`Setup object ${objectName} is missing from the schema`);
  return type;
}
