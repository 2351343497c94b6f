import type { RecordStore } from '../storage';

/** The records that are locked, in the org's database. */
export class RecordLocks {
  constructor(private readonly store: RecordStore) {
    store.database.exec(
      'CREATE TABLE IF NOT EXISTS "_record_lock" (record_id TEXT PRIMARY KEY) WITHOUT ROWID',
    );
  }

  lock(recordId: string): void {
    this.store.prepare('INSERT OR IGNORE INTO "_record_lock" (record_id) VALUES (?)').run(recordId);
  }

  unlock(recordId: string): void {
    this.store.prepare('DELETE FROM "_record_lock" WHERE record_id = ?').run(recordId);
  }

  /** Which of these records are locked. */
  lockedAmong(recordIds: readonly string[]): ReadonlySet<string> {
    const rows = this.store
      .prepare(
        'SELECT record_id AS id FROM "_record_lock" WHERE record_id IN (SELECT value FROM json_each(?))',
      )
      .all(JSON.stringify(recordIds)) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }
}
