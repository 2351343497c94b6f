import { formatDatetime, keyPrefixOf, type Clock } from '../core';
import type { RequestContext } from '../execution';
import type { RecordStore } from '../storage';

const TABLE = `
  CREATE TABLE IF NOT EXISTS "_recent_item" (
    user TEXT NOT NULL, record TEXT NOT NULL, prefix TEXT NOT NULL, viewed TEXT NOT NULL, turn INTEGER NOT NULL,
    PRIMARY KEY (user, record)
  ) WITHOUT ROWID`;
/** Kept for each user and object, as on the platform. */
const MAX_ITEMS_PER_OBJECT = 200;

/** A record that a user has viewed. */
export interface RecentItem {
  readonly id: string;
  /** Datetime field value. */
  readonly viewedDate: string;
}

/**
 * The records that each user viewed last. Rows stay when a record is deleted or hidden; whoever reads them asks whether
 * the user still sees it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_recentlyviewed.htm
 */
export class RecentItems {
  constructor(
    private readonly store: RecordStore,
    private readonly clock: Clock,
  ) {
    store.database.exec(TABLE);
  }

  /** Notes that a user has viewed a record, now. */
  add(userId: string, recordId: string): void {
    const prefix = keyPrefixOf(recordId);
    this.store
      .prepare(
        `INSERT OR REPLACE INTO "_recent_item" (user, record, prefix, viewed, turn)
         VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(turn), 0) + 1 FROM "_recent_item" WHERE user = ?1))`,
      )
      .run(userId, recordId, prefix, formatDatetime(this.clock.now()));
    this.store
      .prepare(
        `DELETE FROM "_recent_item" WHERE user = ?1 AND prefix = ?2 AND record NOT IN (
           SELECT record FROM "_recent_item" WHERE user = ?1 AND prefix = ?2 ORDER BY turn DESC LIMIT ?3)`,
      )
      .run(userId, prefix, MAX_ITEMS_PER_OBJECT);
  }

  /** Notes what a query `FOR VIEW` or `FOR REFERENCE` has shown to its user. */
  shown(_objectName: string, ids: readonly string[], _use: string, { user }: RequestContext): void {
    for (const id of [...ids].reverse()) this.add(user.id, id);
  }

  /** What a user viewed, the latest first. @param keyPrefix of the only object wanted; null for all objects */
  list(userId: string, keyPrefix: string | null, limit = MAX_ITEMS_PER_OBJECT): RecentItem[] {
    const rows = this.store
      .prepare(
        `SELECT record AS id, viewed AS viewedDate FROM "_recent_item"
         WHERE user = ?1 AND (?2 IS NULL OR prefix = ?2) ORDER BY turn DESC LIMIT ?3`,
      )
      .all(userId, keyPrefix, limit);
    return rows as unknown as RecentItem[];
  }
}
