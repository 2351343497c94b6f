import type { QueryRow, RecordData, SaveResult } from './records';

/** Whether the other side can be used now. */
export interface HealthReport {
  readonly healthy: boolean;
  /** Round trip of the check in milliseconds. */
  readonly latencyMs: number;
  /** `Ready, 1,204 of 100,000 daily calls used`. */
  readonly detail: string;
}

/** What an integration has done since it was connected. */
export interface IntegrationMetrics {
  /** Calls that count against the daily limit, by kind: `{ query: 3, bulk: 6 }`. */
  readonly callsByKind: Readonly<Record<string, number>>;
  readonly calls: number;
  /** Calls that were sent again after a failure; each is in `calls` too. */
  readonly retries: number;
  /** Rows sent to be written. */
  readonly recordsSent: number;
  /** `calls / recordsSent`; null when nothing was sent. */
  readonly callsPerRecord: number | null;
  /** Daily limit as the last answer stated it. */
  readonly dailyLimit: { readonly used: number; readonly limit: number } | null;
}

/** Which records a stream watches. */
export interface StreamRequest {
  /** Object API name: `Opportunity`. */
  readonly object: string;
  readonly fields: readonly string[];
  /** Start (UTC); changes at or after it are delivered. */
  readonly since: Date;
  /** Pause between two looks, in milliseconds. */
  readonly pollEveryMs: number;
  readonly signal?: AbortSignal;
}

/**
 * A system that records are exchanged with. Rows go in and results come out in the same order;
 * a refused row is a result, never an exception.
 */
export abstract class Integration {
  /** Short name for logs: `salesforce`. */
  abstract readonly name: string;

  /** Logs in. @throws AuthenticationError, ConnectionError */
  abstract connect(): Promise<void>;

  /** Asks the other side for a sign of life; never throws. */
  abstract health(): Promise<HealthReport>;

  abstract create(object: string, records: readonly RecordData[]): Promise<SaveResult[]>;

  /** Reads records by id; null where none is visible. */
  abstract read(
    object: string,
    ids: readonly string[],
    fields: readonly string[],
  ): Promise<(QueryRow | null)[]>;

  /** Updates records, each with its `Id`. */
  abstract update(object: string, records: readonly RecordData[]): Promise<SaveResult[]>;

  abstract delete(object: string, ids: readonly string[]): Promise<SaveResult[]>;

  /** Creates or updates by external id: sending the same rows twice has the effect of once. */
  abstract upsert(
    object: string,
    externalIdField: string,
    records: readonly RecordData[],
  ): Promise<SaveResult[]>;

  /** Runs a query; pages are fetched as the caller reads on. */
  abstract query(soql: string): AsyncIterable<QueryRow>;

  /** Delivers changed records, oldest first, until the signal is aborted. */
  abstract stream(request: StreamRequest): AsyncIterable<QueryRow>;

  abstract metrics(): IntegrationMetrics;

  abstract close(): Promise<void>;
}
