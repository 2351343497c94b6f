import type { DatabaseSync } from 'node:sqlite';
import type { Field, Schema, SObjectType } from '../schema';
import { columnType, isStored, quoteName } from './columns';

/** References that every record has and no query filters by alone; an index would only slow down saves. */
const UNINDEXED_REFERENCES: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById']);

/**
 * Brings the tables in line with a schema: new tables, new columns, columns and tables that went away.
 * Runs inside the caller's transaction when there is one.
 */
export function migrateTables(database: DatabaseSync, schema: Schema): void {
  const existing = existingTables(database);
  for (const type of schema.all()) {
    const columns = existing.get(type.name);
    if (columns === undefined) createTable(database, type);
    else alterTable(database, type, columns);
    existing.delete(type.name);
  }
  for (const table of existing.keys()) database.exec(`DROP TABLE ${quoteName(table)}`);
}

/** Column types by column name, by table, of the object tables (names of our own tables start with `_`). */
function existingTables(database: DatabaseSync): Map<string, Map<string, string>> {
  const tables = new Map<string, Map<string, string>>();
  const rows = database
    .prepare(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.name NOT LIKE '\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%'`,
    )
    .all() as { table: string; column: string }[];
  for (const row of rows) {
    const columns = tables.get(row.table) ?? new Map<string, string>();
    columns.set(row.column, row.column);
    tables.set(row.table, columns);
  }
  return tables;
}

function createTable(database: DatabaseSync, type: SObjectType): void {
  const fields = type.fields.filter(isStored);
  if (fields.length === 0) return;
  const columns = fields.map(
    (field) => `${quoteName(field.name)} ${columnType(field)}${field.type === 'id' ? ' PRIMARY KEY' : ''}`,
  );
  database.exec(`CREATE TABLE ${quoteName(type.name)} (${columns.join(', ')})`);
  for (const field of fields) createIndex(database, type, field);
}

function alterTable(database: DatabaseSync, type: SObjectType, columns: ReadonlyMap<string, string>): void {
  const fields = type.fields.filter(isStored);
  for (const field of fields) {
    if (!columns.has(field.name)) {
      database.exec(
        `ALTER TABLE ${quoteName(type.name)} ADD COLUMN ${quoteName(field.name)} ${columnType(field)}`,
      );
    }
    createIndex(database, type, field);
  }
  const kept = new Set(fields.map((field) => field.name));
  for (const column of columns.keys()) {
    if (kept.has(column)) continue;
    database.exec(`DROP INDEX IF EXISTS ${indexName(type, column)}`);
    database.exec(`ALTER TABLE ${quoteName(type.name)} DROP COLUMN ${quoteName(column)}`);
  }
}

/**
 * Indexes what records are looked up by. Blanks stay out of it: no lookup asks for them, most references of most
 * records are blank, and each entry costs every save.
 */
function createIndex(database: DatabaseSync, type: SObjectType, field: Field): void {
  const wanted =
    (field.type === 'reference' && !UNINDEXED_REFERENCES.has(field.name)) ||
    field.externalId ||
    field.unique ||
    field.name === 'SystemModstamp';
  if (!wanted) return;
  const column = quoteName(field.name);
  const condition = field.nillable ? ` WHERE ${column} IS NOT NULL` : '';
  database.exec(
    `CREATE INDEX IF NOT EXISTS ${indexName(type, field.name)} ON ${quoteName(type.name)} (${column})${condition}`,
  );
}

function indexName(type: SObjectType, column: string): string {
  return quoteName(`_index_${type.name}_${column}`);
}
