import type { RecordStore } from '../../../storage';

const TABLE = `
  CREATE TABLE IF NOT EXISTS "_user_state" (
    user TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (user, kind, name)
  ) WITHOUT ROWID`;

/** What the org remembers of each user's page: which sections are closed, column widths, the app chosen last. */
export type UserStateKind =
  | 'layoutSections'
  | 'listPreferences'
  | 'relatedListPreferences'
  | 'selectedApp'
  | 'navItems'
  | 'notification';

/** Keeps JSON values by user, kind and name, in the org's database. */
export class UserState {
  constructor(private readonly store: RecordStore) {
    store.database.exec(TABLE);
  }

  get(userId: string, kind: UserStateKind, name: string): unknown {
    const row = this.store
      .prepare('SELECT value FROM "_user_state" WHERE user = ? AND kind = ? AND name = ?')
      .get(userId, kind, name);
    return row && JSON.parse(String(row['value']));
  }

  /** Values of one kind, by name. */
  all(userId: string, kind: UserStateKind): ReadonlyMap<string, unknown> {
    const rows = this.store
      .prepare('SELECT name, value FROM "_user_state" WHERE user = ? AND kind = ?')
      .all(userId, kind);
    return new Map(rows.map((row) => [String(row['name']), JSON.parse(String(row['value'])) as unknown]));
  }

  set(userId: string, kind: UserStateKind, name: string, value: unknown): void {
    this.store
      .prepare('INSERT OR REPLACE INTO "_user_state" (user, kind, name, value) VALUES (?, ?, ?, ?)')
      .run(userId, kind, name, JSON.stringify(value));
  }
}
