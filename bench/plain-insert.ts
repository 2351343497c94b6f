import { rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { millisecondsOf } from './median';

/**
 * Inserts rows that the org has stored once more, by SQLite alone: into an empty database file, a table and indexes
 * of the same text, one prepared statement, one transaction.
 * @param condition of the rows, in SQL: `"Name" LIKE 'Bulk deal %'`
 * @returns milliseconds
 */
export function plainInsertMilliseconds(databaseFile: string, table: string, condition: string): number {
  const source = new DatabaseSync(databaseFile, { readOnly: true });
  const copyFile = `${databaseFile}.plain`;
  const copy = new DatabaseSync(copyFile);
  try {
    const layout = source
      .prepare('SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL')
      .all(table);
    copy.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    for (const { sql } of layout) copy.exec(String(sql));
    const rows = source
      .prepare(`SELECT * FROM "${table}" WHERE ${condition}`)
      .all()
      .map(Object.values) as SQLInputValue[][];
    const columns = rows[0]?.length ?? 0;
    const insert = copy.prepare(`INSERT INTO "${table}" VALUES (${Array(columns).fill('?').join(', ')})`);
    return millisecondsOf(() => {
      copy.exec('BEGIN');
      for (const row of rows) insert.run(...row);
      copy.exec('COMMIT');
    });
  } finally {
    source.close();
    copy.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(copyFile + suffix, { force: true });
  }
}
