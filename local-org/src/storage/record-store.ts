import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { LocalOrgError, recordIdFromSequence, type FieldValue, type RecordValues } from '../core';
import type { Field, Schema, SObjectType } from '../schema';
import { isStored, quoteName, toSql, type SqlValue } from './columns';
import { RowLayout } from './row-layout';
import { migrateTables } from './table-migration';

/** Raised when the table layout of the store itself changes; older files are refused. */
const STORE_FORMAT = 1;
/** Most memory for pages of the database, in KiB; SQLite's own 2 MB makes large tables slower with every row. */
const PAGE_CACHE_KIB = 64 * 1024;
/** Pages (4 KiB) in the write-ahead log before they are copied into the file, which holds up the save that does it. */
const CHECKPOINT_PAGES = 10_000;
/** Values that one statement looks up, so that the JSON list of them stays small. */
const MAX_VALUES = 10_000;

/** A point of a transaction, valid until the `transaction()` it was set in ends. */
export interface StoreSavepoint {
  readonly name: string;
  readonly depth: number;
}

/**
 * The records of an org in SQLite, one table per object. It knows columns, not rules: what may be saved is
 * decided by `dml`. Reads return deleted records too; callers look at IsDeleted.
 */
export class RecordStore {
  private readonly statements = new Map<string, StatementSync>();
  /** Statements whose rows come as arrays, which SQLite hands over faster than objects. */
  private readonly rowStatements = new Map<string, StatementSync>();
  /** Reads of one record by its id; they are so many that even looking up the statement by its text would show. */
  private readonly findStatements = new Map<SObjectType, StatementSync>();
  private depth = 0;
  private savepoints: StoreSavepoint[] = [];
  private savepointsSet = 0;

  private constructor(readonly database: DatabaseSync) {}

  /**
   * Opens a database.
   * @param location a file path, or `:memory:`
   * @throws LocalOrgError DATABASE_FORMAT when the file was written by another version or is no database
   */
  static open(location: string): RecordStore {
    const database = openDatabase(location);
    database.exec(
      'CREATE TABLE IF NOT EXISTS "_sequence" (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID',
    );
    return new RecordStore(database);
  }

  /** Creates and alters tables so that every stored field of the schema has its column. */
  migrate(schema: Schema): void {
    this.forgetStatements();
    migrateTables(this.database, schema);
  }

  close(): void {
    this.forgetStatements();
    this.database.close();
  }

  /** A prepared statement, kept for the next call with the same text. */
  prepare(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  /**
   * Runs a function in a transaction, or in a savepoint when one is open already. When it throws, everything it
   * wrote is undone and the error goes on to the caller.
   */
  transaction<T>(work: () => T): T {
    const savepoint = `s${this.depth}`;
    this.database.exec(this.depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${savepoint}`);
    const outermost = this.depth === 0;
    this.depth++;
    try {
      const result = work();
      this.database.exec(outermost ? 'COMMIT' : `RELEASE ${savepoint}`);
      return result;
    } catch (error) {
      this.database.exec(outermost ? 'ROLLBACK' : `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
      throw error;
    } finally {
      this.depth--;
      this.savepoints = this.savepoints.filter(({ depth }) => depth <= this.depth);
    }
  }

  /** Marks a point of the transaction under way to which {@link RecordStore.rollBackTo} returns. */
  setSavepoint(): StoreSavepoint {
    const savepoint = { name: `u${this.savepointsSet++}`, depth: this.depth };
    this.database.exec(`SAVEPOINT ${savepoint.name}`);
    this.savepoints.push(savepoint);
    return savepoint;
  }

  /**
   * Undoes what was written since a savepoint, which stays; later ones are gone.
   * @returns false when the savepoint is gone, or was set outside of the innermost `transaction()`
   */
  rollBackTo(savepoint: StoreSavepoint): boolean {
    if (!this.reaches(savepoint)) return false;
    this.database.exec(`ROLLBACK TO ${savepoint.name}`);
    this.savepoints.length = this.savepoints.indexOf(savepoint) + 1;
    return true;
  }

  /** Gives up a savepoint and later ones, and keeps what was written. @returns false as {@link RecordStore.rollBackTo} */
  releaseSavepoint(savepoint: StoreSavepoint): boolean {
    if (!this.reaches(savepoint)) return false;
    this.database.exec(`RELEASE ${savepoint.name}`);
    this.savepoints.length = this.savepoints.indexOf(savepoint);
    return true;
  }

  private reaches(savepoint: StoreSavepoint): boolean {
    return savepoint.depth === this.depth && this.savepoints.includes(savepoint);
  }

  get inTransaction(): boolean {
    return this.depth > 0;
  }

  /** Takes `count` numbers from a named sequence and returns the first. Numbers start at `start`. */
  takeFromSequence(name: string, count = 1, start = 1): number {
    const row = this.prepare(
      'INSERT INTO "_sequence" (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + ? RETURNING value',
    ).get(name, start + count - 1, count) as { value: number };
    return row.value - count + 1;
  }

  /** New ids for records of an object, in order. */
  newIds(type: SObjectType, count: number): string[] {
    const prefix = type.definition.keyPrefix;
    if (!prefix) throw new Error(`${type.name} has no key prefix`);
    const first = this.takeFromSequence(`id:${prefix}`, count);
    return Array.from({ length: count }, (_, i) => recordIdFromSequence(prefix, first + i));
  }

  /** Writes new records; each must carry its Id. Fields that are absent are stored as null. */
  insert(type: SObjectType, records: readonly RecordValues[]): void {
    const fields = type.fields.filter(isStored);
    const names = fields.map((field) => quoteName(field.name)).join(', ');
    const statement = this.prepare(
      `INSERT INTO ${quoteName(type.name)} (${names}) VALUES (${fields.map(() => '?').join(', ')})`,
    );
    const row: SqlValue[] = new Array<SqlValue>(fields.length);
    for (const record of records) {
      for (let i = 0; i < fields.length; i++) row[i] = toSql(record[(fields[i] as Field).name]);
      statement.run(...row);
    }
  }

  /** Overwrites the given fields of one record. */
  update(type: SObjectType, id: string, values: RecordValues): void {
    const names = Object.keys(values).filter((name) => name !== 'Id');
    if (names.length === 0) return;
    const assignments = names.map((name) => `${quoteName(name)} = ?`).join(', ');
    this.prepare(`UPDATE ${quoteName(type.name)} SET ${assignments} WHERE "Id" = ?`).run(
      ...names.map((name) => toSql(values[name])),
      id,
    );
  }

  /** Removes records for good. */
  remove(type: SObjectType, ids: readonly string[]): void {
    const statement = this.prepare(`DELETE FROM ${quoteName(type.name)} WHERE "Id" = ?`);
    for (const id of ids) statement.run(id);
  }

  /** Reads one record with all its stored fields. */
  find(type: SObjectType, id: string): RecordValues | undefined {
    const layout = RowLayout.of(type);
    let statement = this.findStatements.get(type);
    if (!statement) {
      statement = this.rows(`SELECT ${layout.columns} FROM ${quoteName(type.name)} WHERE "Id" = ?`);
      this.findStatements.set(type, statement);
    }
    const row = statement.get(id);
    return row && layout.record(row as unknown as SqlValue[]);
  }

  /**
   * Reads records by id; ids without a record are absent from the answer.
   * @param fields stored fields to read, Id among them; all when absent
   */
  findAll(type: SObjectType, ids: Iterable<string>, fields?: readonly Field[]): Map<string, RecordValues> {
    const records = this.findBy(type, requireField(type, 'Id'), [...new Set(ids)], fields);
    return new Map(records.map((record) => [record['Id'] as string, record]));
  }

  /**
   * Reads the records whose field has one of the values, in order of creation.
   * @param fields stored fields to read; all when absent
   */
  findBy(
    type: SObjectType,
    field: Field,
    values: readonly FieldValue[],
    fields?: readonly Field[],
  ): RecordValues[] {
    const layout = fields ? new RowLayout(fields) : RowLayout.of(type);
    // Statement texts repeat for equal counts only; the list travels as one JSON parameter instead.
    const statement = this.rows(
      `SELECT ${layout.columns} FROM ${quoteName(type.name)} WHERE ${quoteName(field.name)} IN (SELECT value FROM json_each(?)) ORDER BY rowid`,
    );
    const found: RecordValues[] = [];
    for (let start = 0; start < values.length; start += MAX_VALUES) {
      const part = values.slice(start, start + MAX_VALUES).map(toSql);
      const rows = statement.all(JSON.stringify(part)) as unknown as SqlValue[][];
      for (const row of rows) found.push(layout.record(row));
    }
    return found;
  }

  /** A prepared statement whose rows are arrays. */
  private rows(sql: string): StatementSync {
    let statement = this.rowStatements.get(sql);
    if (!statement) {
      statement = this.database.prepare(sql);
      statement.setReturnArrays(true);
      this.rowStatements.set(sql, statement);
    }
    return statement;
  }

  private forgetStatements(): void {
    this.statements.clear();
    this.rowStatements.clear();
    this.findStatements.clear();
  }
}

function requireField(type: SObjectType, name: string): Field {
  const field = type.field(name);
  if (!field) throw new Error(`${type.name} has no field ${name}`);
  return field;
}

function openDatabase(location: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(location);
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as {
      user_version: number;
    };
    const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_master').get() as {
      tables: number;
    };
    if (tables > 0 && version !== STORE_FORMAT) {
      throw new LocalOrgError(
        'DATABASE_FORMAT',
        `${location} was written by another version of the local org`,
        {
          actions: ['Start with another --db file', 'Or clear the state: npm run reset'],
        },
      );
    }
    database.exec(
      `PRAGMA user_version = ${STORE_FORMAT}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
       PRAGMA cache_size = -${PAGE_CACHE_KIB}; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`,
    );
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof LocalOrgError) throw error;
    throw new LocalOrgError('DATABASE_FORMAT', `${location} cannot be opened as a local-org database`, {
      cause: error,
      actions: [
        'Check the path and that the file is a local-org database',
        'Or clear the state: npm run reset',
      ],
    });
  }
}
