export { columnType, fromSql, isStored, quoteName, toSql, type SqlValue } from './columns';
export { RecordStore } from './record-store';
