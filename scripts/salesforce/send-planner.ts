import type { UsageLevel } from './api-usage';

/** How records travel. */
export type SendWay = 'single' | 'collections' | 'bulk' | 'graph';

/** What is to be sent. */
export interface SendRequest {
  readonly records: number;
  /** True for trees of related new records that must arrive together. */
  readonly related: boolean;
  readonly usage: UsageLevel;
}

/** The chosen way and about how many calls it takes. */
export interface SendPlan {
  readonly way: SendWay;
  readonly calls: number;
}

/** Most records in one sObject Collections call. */
export const MAX_COLLECTION_RECORDS = 200;

/** Most nodes in one composite graph call. */
export const MAX_GRAPH_NODES = 500;

/**
 * Records from which Bulk API 2.0 is used. The platform's own advice is 2,000: below it the wait for
 * an asynchronous job costs more than the calls it saves.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_common_diff_two_versions.htm
 */
export const BULK_MINIMUM_RECORDS = 2_000;

/** Calls of a typical bulk job: create, upload, close, three polls, two results. */
export const BULK_JOB_CALLS = 8;

/**
 * Records from which a bulk job needs fewer calls than collections (8 calls x 200 records). Used
 * instead of the minimum when four fifths of the daily limit are gone: then calls matter more than time.
 */
export const BULK_BREAK_EVEN_RECORDS = BULK_JOB_CALLS * MAX_COLLECTION_RECORDS;

/** Most records in one bulk job; keeps a job's result files well under the 150 MB upload limit. */
export const MAX_BULK_JOB_RECORDS = 100_000;

/** Chooses the way by count and kind, and says how many calls to expect. */
export function planSend(request: SendRequest): SendPlan {
  const { records } = request;
  if (records === 0) return { way: 'collections', calls: 0 };
  if (request.related) return { way: 'graph', calls: Math.ceil(records / MAX_GRAPH_NODES) };
  if (records === 1) return { way: 'single', calls: 1 };
  const bulkFrom = request.usage === 'normal' ? BULK_MINIMUM_RECORDS : BULK_BREAK_EVEN_RECORDS;
  if (records < bulkFrom) return { way: 'collections', calls: Math.ceil(records / MAX_COLLECTION_RECORDS) };
  return { way: 'bulk', calls: Math.ceil(records / MAX_BULK_JOB_RECORDS) * BULK_JOB_CALLS };
}
