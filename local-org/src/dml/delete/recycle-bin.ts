import type { RecordStore } from '../../storage';

/** A record that was deleted together with the root. */
export interface DeletedRecord {
  readonly object: string;
  readonly id: string;
}

/** A lookup that the deletion of the root cleared. */
export interface ClearedLookup extends DeletedRecord {
  readonly field: string;
  /** Id it held. */
  readonly value: string;
}

/**
 * Remembers what each deletion took with it, so that undelete brings it back. The records themselves stay in their
 * tables with IsDeleted set.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_dml_undelete.htm
 */
export class RecycleBin {
  constructor(private readonly store: RecordStore) {
    store.database.exec(
      `CREATE TABLE IF NOT EXISTS "_recycle_bin" (root TEXT, object TEXT, id TEXT, PRIMARY KEY (root, id)) WITHOUT ROWID;
       CREATE INDEX IF NOT EXISTS "_recycle_bin_id" ON "_recycle_bin" (id);
       CREATE TABLE IF NOT EXISTS "_recycle_bin_lookup" (root TEXT, object TEXT, id TEXT, field TEXT, value TEXT,
         PRIMARY KEY (root, id, field)) WITHOUT ROWID`,
    );
  }

  addRecord(root: string, { object, id }: DeletedRecord): void {
    this.store
      .prepare('INSERT OR REPLACE INTO "_recycle_bin" (root, object, id) VALUES (?, ?, ?)')
      .run(root, object, id);
  }

  addLookup(root: string, { object, id, field, value }: ClearedLookup): void {
    this.store
      .prepare(
        'INSERT OR REPLACE INTO "_recycle_bin_lookup" (root, object, id, field, value) VALUES (?, ?, ?, ?, ?)',
      )
      .run(root, object, id, field, value);
  }

  /** Records deleted with the root, itself included; empty when it is not in the bin. */
  recordsOf(root: string): DeletedRecord[] {
    return this.store
      .prepare('SELECT object, id FROM "_recycle_bin" WHERE root = ?')
      .all(root) as unknown as DeletedRecord[];
  }

  lookupsOf(root: string): ClearedLookup[] {
    const rows = this.store
      .prepare('SELECT object, id, field, value FROM "_recycle_bin_lookup" WHERE root = ?')
      .all(root);
    return rows as unknown as ClearedLookup[];
  }

  /** Forgets a record that was removed for good. */
  purge(id: string): void {
    this.forget(id);
    this.store.prepare('DELETE FROM "_recycle_bin" WHERE id = ?').run(id);
  }

  forget(root: string): void {
    this.store.prepare('DELETE FROM "_recycle_bin" WHERE root = ?').run(root);
    this.store.prepare('DELETE FROM "_recycle_bin_lookup" WHERE root = ?').run(root);
  }
}
