import type { ApexRuntime } from '../apex-runtime';
import type { DataAccess, DataAccessMode, DataQuery, DmlOperation } from '../data-access';
import type { ApexList } from '../values/apex-list';
import type { ApexSObject } from '../values/apex-sobject';
import type { ApexValue } from '../values/apex-value';
import { throwFailures } from './dml-exception';
import { mergeRecords } from './merge-records';
import { ApexQueries } from './query-rows';
import { recordsOf, saveRecords } from './save-records';

/** Queries and saves of Apex on the org beneath. */
export class OrgDataAccess implements DataAccess {
  private readonly queries: ApexQueries;

  constructor(private readonly runtime: ApexRuntime) {
    this.queries = new ApexQueries(runtime);
  }

  query(query: DataQuery): ApexList {
    return this.queries.rows(query);
  }

  count(query: DataQuery): number {
    return this.queries.count(query);
  }

  iterate(query: DataQuery, chunks: boolean): Iterable<ApexValue> {
    return this.queries.iterate(query, chunks);
  }

  search(query: DataQuery): ApexList {
    return this.queries.search(query);
  }

  dml(
    operation: DmlOperation,
    value: ApexValue,
    access: DataAccessMode,
    externalIdField: string | null,
  ): void {
    const records = recordsOf(this.runtime, value);
    const results = saveRecords(this.runtime, operation, records, {
      allOrNone: true,
      access,
      externalIdField,
    });
    throwFailures(this.runtime, operation, records, results);
  }

  merge(master: ApexSObject, duplicates: ApexValue, access: DataAccessMode): void {
    const records = recordsOf(this.runtime, duplicates);
    const { results } = mergeRecords(this.runtime, master, records, access);
    throwFailures(this.runtime, 'merge', [master], results);
  }
}
