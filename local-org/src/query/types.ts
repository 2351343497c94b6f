import type { FieldValue } from '../core';
import type { RequestContext } from '../execution';

export interface QueryOptions {
  readonly context: RequestContext;
  /** Include deleted and archived records (queryAll). */
  readonly allRows?: boolean;
  /** Values of bind variables, by the text after the colon. */
  readonly binds?: Readonly<Record<string, BindValue>>;
}

export type BindValue = FieldValue | readonly FieldValue[];

/** A compound value: an address or a geolocation, by part name in describe's spelling. */
export interface CompoundValue {
  readonly compound: Readonly<Record<string, FieldValue>>;
}

export type ResultValue = FieldValue | ResultRecord | QueryResult | CompoundValue;

/** One row of an answer. `fields` are in SELECT order, by canonical name or alias. */
export interface ResultRecord {
  /** API name of its object; `AggregateResult` for rows of an aggregate query. */
  readonly type: string;
  /** Its id, selected or not; null for aggregate rows. */
  readonly id: string | null;
  readonly fields: Readonly<Record<string, ResultValue>>;
}

/** Describes one selected column, as `columns=true` answers it. */
export interface ResultColumn {
  readonly columnName: string;
  readonly displayName: string;
  readonly aggregate: boolean;
  readonly apexType: string;
  readonly custom: boolean;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: readonly ResultColumn[];
  readonly numberField: boolean;
  readonly textField: boolean;
  readonly updatable: boolean;
  readonly booleanField: boolean;
}

export interface QueryResult {
  /** The object after FROM. */
  readonly entityName: string;
  /** Rows in the whole answer; for `SELECT COUNT()` the count, with no records. */
  readonly totalSize: number;
  readonly records: readonly ResultRecord[];
}

/** Runs SOQL and SOSL against the records of the org. */
export interface QueryEngine {
  /** @throws ApiError MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, ... with the platform's text and position */
  query(soql: string, options: QueryOptions): QueryResult;
  /** What `columns=true` answers for a query. */
  columns(
    soql: string,
    options: QueryOptions,
  ): {
    readonly entityName: string;
    readonly groupBy: boolean;
    readonly idSelected: boolean;
    readonly keyPrefix: string | null;
    readonly columnMetadata: readonly ResultColumn[];
  };
  /** Runs SOSL: the records found, in the order of RETURNING. */
  search(sosl: string, options: QueryOptions): readonly ResultRecord[];
}
