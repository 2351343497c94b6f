import type { ApexRuntime } from '../apex-runtime';
import type { DataAccess, DataAccessMode, DataQuery, DmlOperation } from '../data-access';
import { NO_LOG } from '../debug-log';
import { ApexList } from '../values/apex-list';
import type { ApexSObject } from '../values/apex-sobject';
import type { ApexValue } from '../values/apex-value';

/** Tells the debug log what queries and saves do, when somebody reads it. */
export class LoggedDataAccess implements DataAccess {
  constructor(
    private readonly runtime: ApexRuntime,
    private readonly data: DataAccess,
  ) {}

  query(query: DataQuery): ApexList {
    return this.asked(
      query,
      () => this.data.query(query),
      (rows) => rows.items.length,
    );
  }

  count(query: DataQuery): number {
    return this.asked(
      query,
      () => this.data.count(query),
      () => 1,
    );
  }

  /** The rows of a loop are read at its start. */
  iterate(query: DataQuery, chunks: boolean): Iterable<ApexValue> {
    return this.isLogged
      ? this.asked(
          query,
          () => [...this.data.iterate(query, chunks)],
          (rows) => rows.length,
        )
      : this.data.iterate(query, chunks);
  }

  search(query: DataQuery): ApexList {
    return this.data.search(query);
  }

  dml(
    operation: DmlOperation,
    value: ApexValue,
    access: DataAccessMode,
    externalIdField: string | null,
  ): void {
    this.saved(operation, value, () => {
      this.data.dml(operation, value, access, externalIdField);
    });
  }

  merge(master: ApexSObject, duplicates: ApexValue, access: DataAccessMode): void {
    this.saved('merge', master, () => {
      this.data.merge(master, duplicates, access);
    });
  }

  private get isLogged(): boolean {
    return this.runtime.execution.log !== NO_LOG;
  }

  private asked<T>(query: DataQuery, ask: () => T, rowsOf: (result: T) => number): T {
    if (!this.isLogged) return ask();
    const line = this.runtime.currentLine();
    this.runtime.log({ kind: 'SOQL_EXECUTE_BEGIN', line, query: query.text });
    const result = ask();
    this.runtime.log({ kind: 'SOQL_EXECUTE_END', line, rows: rowsOf(result) });
    return result;
  }

  private saved(operation: string, value: ApexValue, save: () => void): void {
    if (!this.isLogged) return save();
    const records = (value instanceof ApexList ? value.items : [value]) as (ApexSObject | null)[];
    const line = this.runtime.currentLine();
    this.runtime.log({
      kind: 'DML_BEGIN',
      line,
      operation: operation.charAt(0).toUpperCase() + operation.slice(1),
      objectName: records[0]?.objectName ?? 'SObject',
      rows: records.length,
    });
    save();
    this.runtime.log({ kind: 'DML_END', line });
  }
}
