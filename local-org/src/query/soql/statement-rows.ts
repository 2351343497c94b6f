import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SqlValue } from '../../storage';
import type { Row } from './result/build-records';
import type { RowReader } from './run-statement';

/** Prepared statements kept; a statement of a query that runs again needs not be prepared again. */
const MAX_CACHED_STATEMENTS = 300;
const MAX_CACHED_SQL_CHARACTERS = 50_000;

/** Runs SELECTs with rows as arrays, which SQLite hands over faster than objects. */
export class StatementRows implements RowReader {
  private readonly statements = new Map<string, StatementSync>();

  constructor(private readonly database: DatabaseSync) {}

  all(sql: string, parameters: readonly SqlValue[]): Row[] {
    const known = this.statements.get(sql);
    // Taken out while it runs: a formula may run the same query inside.
    this.statements.delete(sql);
    const statement = known ?? this.prepare(sql);
    const rows = statement.all(...parameters) as unknown as Row[];
    if (sql.length <= MAX_CACHED_SQL_CHARACTERS) this.statements.set(sql, statement);
    if (this.statements.size > MAX_CACHED_STATEMENTS)
      this.statements.delete(this.statements.keys().next().value as string);
    return rows;
  }

  /** Forgets all statements: the tables have changed. */
  clear(): void {
    this.statements.clear();
  }

  private prepare(sql: string): StatementSync {
    const statement = this.database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }
}
