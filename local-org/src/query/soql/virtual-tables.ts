import type { DatabaseSync } from 'node:sqlite';
import type { RecordValues } from '../../core';
import type { RequestContext } from '../../execution';
import type { SObjectType } from '../../schema';
import { columnType, isStored, quoteName, toSql } from '../../storage';
import { virtualTable } from './binder/bind-context';

/** Rows that the org supplies itself, by object API name: EntityDefinition, FieldDefinition. Some depend on who asks. */
export type VirtualTables = ReadonlyMap<string, (context: RequestContext) => readonly RecordValues[]>;

/** Keeps temporary tables with the rows of objects that are not stored. */
export class VirtualTableLoader {
  private readonly loaded = new Map<
    string,
    { readonly type: SObjectType; readonly rows: readonly RecordValues[] }
  >();

  constructor(
    private readonly database: DatabaseSync,
    private readonly tables: VirtualTables,
  ) {}

  has(objectName: string): boolean {
    return this.tables.has(objectName);
  }

  /** Brings the rows of an object up to date. The same array again means that nothing has changed. */
  load(type: SObjectType, context: RequestContext): void {
    const rows = this.tables.get(type.name)?.(context) ?? [];
    const known = this.loaded.get(type.name);
    if (known?.rows === rows && known.type === type) return;
    const table = virtualTable(type.name);
    const fields = type.fields.filter(isStored);
    const columns = fields.map((field) => `${quoteName(field.name)} ${columnType(field)}`);
    this.database.exec(`DROP TABLE IF EXISTS ${table}; CREATE TABLE ${table} (${columns.join(', ')})`);
    const insert = this.database.prepare(`INSERT INTO ${table} VALUES (${fields.map(() => '?').join(', ')})`);
    for (const row of rows) insert.run(...fields.map((field) => toSql(row[field.name])));
    this.loaded.set(type.name, { type, rows });
  }
}
