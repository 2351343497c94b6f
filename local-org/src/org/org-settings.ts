import type { RecordStore } from '../storage';

/** Small facts about the org that are no records: clock offset, whether it was filled. */
export class OrgSettings {
  constructor(private readonly store: RecordStore) {
    store.database.exec(
      'CREATE TABLE IF NOT EXISTS "_setting" (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
    );
  }

  get(name: string): string | undefined {
    const row = this.store.prepare('SELECT value FROM "_setting" WHERE name = ?').get(name);
    return row?.['value'] as string | undefined;
  }

  set(name: string, value: string): void {
    this.store
      .prepare(
        'INSERT INTO "_setting" (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2',
      )
      .run(name, value);
  }
}
