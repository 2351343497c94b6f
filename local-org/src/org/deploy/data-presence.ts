import type { DataPresence } from '../../metadata';
import type { Schema } from '../../schema';
import { isStored, quoteName, type RecordStore } from '../../storage';

/** Answers from the store whether a deploy would touch data. Deleted records count: they may be undeleted. */
export function dataPresence(store: RecordStore, schema: () => Schema): DataPresence {
  return {
    hasRecords: (objectName) => {
      const type = schema().find(objectName);
      return !!type && store.prepare(`SELECT 1 FROM ${quoteName(type.name)} LIMIT 1`).get() !== undefined;
    },
    hasValues: (objectName, fieldName) => {
      const type = schema().find(objectName);
      const field = type?.field(fieldName);
      if (!type || !field || !isStored(field)) return false;
      // A checkbox always has a value; only a ticked one says something.
      const present = field.type === 'boolean' ? '= 1' : 'IS NOT NULL';
      const sql = `SELECT 1 FROM ${quoteName(type.name)} WHERE ${quoteName(field.name)} ${present} LIMIT 1`;
      return store.prepare(sql).get() !== undefined;
    },
  };
}
