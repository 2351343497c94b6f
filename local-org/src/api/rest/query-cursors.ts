import { ApiError, recordIdFromSequence } from '../../core';
import type { LocalOrg } from '../../org';
import type { QueryResult, ResultRecord } from '../../query';

/** Rows kept for all open cursors together; the oldest cursors go first. */
const MAX_CURSOR_ROWS = 1_000_000;
/** @see https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm */
const CURSOR_LIFETIME_MS = 2 * 24 * 60 * 60 * 1000;
const CURSOR_KEY_PREFIX = '01g';

interface Cursor {
  readonly result: QueryResult;
  readonly userId: string;
  readonly batchSize: number;
  readonly expiresAt: number;
}

/** One page of a result. */
export interface ResultPage {
  readonly totalSize: number;
  readonly records: readonly ResultRecord[];
  /** `01g000000000001AAA-2000`; null on the last page. */
  readonly nextLocator: string | null;
  readonly batchSize: number;
}

/**
 * Results that clients page through. Locators name cursor and offset, so every page can be read again.
 *
 * DEVIATION: cursors are kept in memory; a restarted org answers INVALID_QUERY_LOCATOR, as it does for the oldest
 * cursors once all open ones together hold a million rows.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query_more_results.htm
 */
export class QueryCursors {
  private readonly cursors = new Map<string, Cursor>();
  private rows = 0;

  constructor(private readonly org: LocalOrg) {}

  /** The first page of a result; the rest is kept when there is one. */
  open(result: QueryResult, userId: string, batchSize: number): ResultPage {
    const { totalSize, records } = result;
    if (records.length <= batchSize) return { totalSize, records, nextLocator: null, batchSize };
    const id = recordIdFromSequence(CURSOR_KEY_PREFIX, this.org.store.takeFromSequence('queryCursor'));
    const expiresAt = this.org.clock.now() + CURSOR_LIFETIME_MS;
    this.cursors.set(id, { result, userId, batchSize, expiresAt });
    this.rows += records.length;
    this.evict(id);
    return { totalSize, records: records.slice(0, batchSize), nextLocator: `${id}-${batchSize}`, batchSize };
  }

  /** @throws ApiError INVALID_QUERY_LOCATOR for a locator that is unknown, expired or another user's */
  page(locator: string, userId: string): ResultPage {
    const [, id = '', offsetText = ''] = /^(\w{18})-(\d{1,9})$/.exec(locator) ?? [];
    const cursor = this.cursors.get(id);
    const offset = Number(offsetText);
    if (!cursor || cursor.userId !== userId || this.isExpired(id, cursor)) throw invalidLocator();
    const { totalSize, records } = cursor.result;
    if (offset >= records.length) throw invalidLocator();
    const end = offset + cursor.batchSize;
    return {
      totalSize,
      records: records.slice(offset, end),
      nextLocator: end < records.length ? `${id}-${end}` : null,
      batchSize: cursor.batchSize,
    };
  }

  private isExpired(id: string, cursor: Cursor): boolean {
    if (this.org.clock.now() < cursor.expiresAt) return false;
    this.close(id, cursor);
    return true;
  }

  private evict(newest: string): void {
    for (const [id, cursor] of this.cursors) {
      if (this.rows <= MAX_CURSOR_ROWS || id === newest) return;
      this.close(id, cursor);
    }
  }

  private close(id: string, cursor: Cursor): void {
    this.cursors.delete(id);
    this.rows -= cursor.result.records.length;
  }
}

/** UNVERIFIED: the status; known captures show 400 and 404. */
function invalidLocator(): ApiError {
  return new ApiError('INVALID_QUERY_LOCATOR', 'invalid query locator');
}
