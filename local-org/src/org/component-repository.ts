import {
  componentFromRow,
  componentToRow,
  ComponentStore,
  type ComponentRow,
  type PlanOperation,
} from '../metadata';
import type { RecordStore } from '../storage';

const TABLES = `
  CREATE TABLE IF NOT EXISTS "_component" (
    type TEXT NOT NULL, name TEXT NOT NULL, row TEXT NOT NULL,
    id TEXT NOT NULL, created_by TEXT NOT NULL, created TEXT NOT NULL, modified_by TEXT NOT NULL, modified TEXT NOT NULL,
    PRIMARY KEY (type, name)
  );
  CREATE TABLE IF NOT EXISTS "_key_prefix" (object TEXT PRIMARY KEY, prefix TEXT NOT NULL) WITHOUT ROWID`;

/** When and by whom a component was deployed. Ids are local: they tell components apart, nothing more. */
export interface ComponentAudit {
  readonly id: string;
  readonly createdById: string;
  /** Datetime field value. */
  readonly createdDate: string;
  readonly lastModifiedById: string;
  readonly lastModifiedDate: string;
}

/** The deployed components of the org, kept beside its records so that a rolled-back deploy leaves both as they were. */
export class ComponentRepository {
  constructor(private readonly store: RecordStore) {
    store.database.exec(TABLES);
  }

  load(): ComponentStore {
    const rows = this.store.prepare('SELECT row FROM "_component" ORDER BY rowid').all() as { row: string }[];
    return ComponentStore.of(rows.map(({ row }) => componentFromRow(JSON.parse(row) as ComponentRow)));
  }

  /** Writes what a deploy changed. Runs inside the deploy's transaction. */
  apply(operations: readonly PlanOperation[], newId: () => string, userId: string, now: string): void {
    const remove = this.store.prepare('DELETE FROM "_component" WHERE type = ? AND name = ?');
    const write = this.store.prepare(
      `INSERT INTO "_component" (type, name, row, id, created_by, created, modified_by, modified)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?6)
       ON CONFLICT (type, name) DO UPDATE SET row = ?3, modified_by = ?5, modified = ?6`,
    );
    for (const { id, after } of operations) {
      const name = id.fullName.toLowerCase();
      if (after) write.run(id.type, name, JSON.stringify(componentToRow(after)), newId(), userId, now);
      else remove.run(id.type, name);
    }
  }

  audit(type: string, fullName: string): ComponentAudit | undefined {
    const row = this.store
      .prepare(
        `SELECT id, created_by AS createdById, created AS createdDate, modified_by AS lastModifiedById,
                modified AS lastModifiedDate
         FROM "_component" WHERE type = ? AND name = ?`,
      )
      .get(type, fullName.toLowerCase());
    return row as unknown as ComponentAudit | undefined;
  }

  /** Key prefixes by lower-case object name, for objects that have one of this org's own. */
  keyPrefixes(): Record<string, string> {
    const rows = this.store.prepare('SELECT object, prefix FROM "_key_prefix"').all() as {
      object: string;
      prefix: string;
    }[];
    return Object.fromEntries(rows.map(({ object, prefix }) => [object, prefix]));
  }

  /** Remembers key prefixes for good, so that ids of a deleted object are never given out again. */
  keepKeyPrefixes(assignments: Readonly<Record<string, string>>): void {
    const statement = this.store.prepare(
      'INSERT OR IGNORE INTO "_key_prefix" (object, prefix) VALUES (?, ?)',
    );
    for (const [object, prefix] of Object.entries(assignments)) statement.run(object, prefix);
  }
}
