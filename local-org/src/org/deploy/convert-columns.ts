import type { Field, Schema, SObjectType } from '../../schema';
import { columnType, isStored, quoteName, type RecordStore } from '../../storage';

/** A column that stays, holding another type of value. */
interface ChangedColumn {
  readonly type: SObjectType;
  readonly field: Field;
}

/**
 * Rebuilds the columns of fields whose type of storage changes: text to number, case-sensitive to not. A deploy has
 * refused changes that would lose values. Runs before the tables are brought in line with the schema.
 */
export function convertColumns(store: RecordStore, before: Schema, after: Schema): void {
  for (const { type, field } of changedColumns(before, after)) {
    const table = quoteName(type.name);
    const column = quoteName(field.name);
    const old = quoteName(`_old_${field.name}`);
    store.database.exec(`DROP INDEX IF EXISTS ${quoteName(`_index_${type.name}_${field.name}`)}`);
    store.database.exec(`ALTER TABLE ${table} RENAME COLUMN ${column} TO ${old}`);
    store.database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${columnType(field)}`);
    store.database.exec(`UPDATE ${table} SET ${column} = ${old}`);
    store.database.exec(`ALTER TABLE ${table} DROP COLUMN ${old}`);
  }
}

function changedColumns(before: Schema, after: Schema): ChangedColumn[] {
  return [...after.all()].flatMap((type) => {
    const previous = before.find(type.name);
    if (!previous || previous.definition === type.definition) return [];
    return type.fields
      .filter((field) => {
        const was = previous.field(field.name);
        return was && isStored(was) && isStored(field) && columnType(was) !== columnType(field);
      })
      .map((field) => ({ type, field }));
  });
}
