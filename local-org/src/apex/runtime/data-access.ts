import type { ApexList } from './values/apex-list';
import type { ApexSObject } from './values/apex-sobject';
import type { ApexValue } from './values/apex-value';

/** Whether object and field access of the user count. Sharing in system mode follows `execution.sharing`. */
export type DataAccessMode = 'user' | 'system';

/** A query with its binds, by the text after the colon. */
export interface DataQuery {
  readonly text: string;
  readonly binds: Readonly<Record<string, ApexValue>>;
  readonly access: DataAccessMode;
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/** Queries and saves as the statements of Apex do them. Counts limits; errors are Apex exceptions. */
export interface DataAccess {
  /** Rows of a query: records, or AggregateResult rows. @throws QueryException */
  query(query: DataQuery): ApexList;
  /** `SELECT COUNT()`. */
  count(query: DataQuery): number;
  /** Rows of a query for a loop: single records, or lists of at most 200. */
  iterate(query: DataQuery, chunks: boolean): Iterable<ApexValue>;
  /** A list of records per object of RETURNING. */
  search(query: DataQuery): ApexList;
  /** All or none. `value` is a record or a list of records. @throws DmlException */
  dml(
    operation: DmlOperation,
    value: ApexValue,
    access: DataAccessMode,
    externalIdField: string | null,
  ): void;
  merge(master: ApexSObject, duplicates: ApexValue, access: DataAccessMode): void;
}
