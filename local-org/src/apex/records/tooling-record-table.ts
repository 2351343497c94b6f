import { recordIdFromSequence, type FieldValue } from '../../core';
import type { RecordStore } from '../../storage';

/** Objects of Tooling API whose records the Apex engine keeps itself, by their key prefix. */
export const TOOLING_KEY_PREFIXES = {
  ApexClassMember: '400',
  ApexCodeCoverage: '714',
  ApexCodeCoverageAggregate: '715',
  ApexOrgWideCoverage: '716',
  ApexTestRunResult: '05m',
  ApexTestSuite: '05F',
  ApexTriggerMember: '401',
  ContainerAsyncRequest: '1dr',
  DebugLevel: '7dl',
  MetadataContainer: '1dc',
  TestSuiteMembership: '05G',
  TraceFlag: '7tf',
} as const;

export type ToolingObjectName = keyof typeof TOOLING_KEY_PREFIXES;

/** A record: fields by API name, with its `Id`. */
export type ToolingRecord = Readonly<Record<string, FieldValue>>;

const TABLE = `
  CREATE TABLE IF NOT EXISTS "_tooling_record" (
    object TEXT NOT NULL, id TEXT NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (object, id)) WITHOUT ROWID`;

/** Records of Tooling API that are no records of the org: trace flags, results of test runs, coverage. */
export class ToolingRecordTable {
  constructor(private readonly store: RecordStore) {
    store.database.exec(TABLE);
  }

  /** Adds a record. @returns its id */
  add(object: ToolingObjectName, fields: ToolingRecord): string {
    const prefix = TOOLING_KEY_PREFIXES[object];
    const id = recordIdFromSequence(prefix, this.store.takeFromSequence(`id:${prefix}`));
    this.store
      .prepare('INSERT INTO "_tooling_record" (object, id, fields) VALUES (?, ?, ?)')
      .run(object, id, JSON.stringify(fields));
    return id;
  }

  /** Overwrites fields of a record. @returns false when there is none */
  update(object: ToolingObjectName, id: string, fields: ToolingRecord): boolean {
    const known = this.find(object, id);
    if (!known) return false;
    const { Id, ...others } = known;
    this.store
      .prepare('UPDATE "_tooling_record" SET fields = ? WHERE object = ? AND id = ?')
      .run(JSON.stringify({ ...others, ...fields }), object, Id as string);
    return true;
  }

  /** Removes a record. @returns whether there was one */
  remove(object: ToolingObjectName, id: string): boolean {
    const { changes } = this.store
      .prepare('DELETE FROM "_tooling_record" WHERE object = ? AND id = ?')
      .run(object, id);
    return changes > 0;
  }

  /** A record by its id of 15 or 18 characters. */
  find(object: ToolingObjectName, id: string): ToolingRecord | undefined {
    return this.all(object).find((record) => String(record['Id']).startsWith(id.slice(0, 15)));
  }

  /** All records of an object, oldest first. */
  all(object: ToolingObjectName): ToolingRecord[] {
    const rows = this.store
      .prepare('SELECT id, fields FROM "_tooling_record" WHERE object = ? ORDER BY id')
      .all(object) as { id: string; fields: string }[];
    return rows.map(({ id, fields }) => ({ Id: id, ...(JSON.parse(fields) as ToolingRecord) }));
  }
}
