export { columnType, fromSql, isStored, quoteName, toSql, type SqlValue } from './columns';
export { RecordStore, type StoreSavepoint } from './record-store';
