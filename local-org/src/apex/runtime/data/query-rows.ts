import { ApiError, MAX_API_VERSION, UnsupportedFeatureError } from '../../../core';
import type { RequestContext } from '../../../execution';
import type { BindValue, QueryOptions, QueryResult, ResultColumn, ResultRecord } from '../../../query';
import type { ApexRuntime } from '../apex-runtime';
import type { DataAccessMode, DataQuery } from '../data-access';
import { ApexList } from '../values/apex-list';
import type { ApexValue } from '../values/apex-value';
import { aggregateRows } from './aggregate-rows';
import { toBindValue } from './field-values';
import { queryException } from './query-exception';
import { fixedSearchQueries } from './fixed-search';
import { RowReader } from './read-rows';

/** Bind of the ids that `Test.setFixedSearchResults` named. */
const FIXED_RESULTS = 'fixedSearchResults';
/** Rows of a list of records that a loop over a query gets at once. */
const LOOP_CHUNK_ROWS = 200;

/**
 * Runs queries of Apex and counts their limits.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL.htm
 */
export class ApexQueries {
  constructor(private readonly runtime: ApexRuntime) {}

  rows(query: DataQuery): ApexList {
    const { runtime } = this;
    const result = this.run(query);
    const columns = this.aggregateColumns(query, result);
    if (!columns) return new RowReader(runtime).list(result.entityName, result.records);
    runtime.count('aggregateQueries');
    return aggregateRows(runtime, result, columns);
  }

  /** Columns of an aggregate query; an answer without rows is told by its columns. */
  private aggregateColumns(query: DataQuery, result: QueryResult): readonly ResultColumn[] | undefined {
    const [first] = result.records;
    if (first && first.type !== 'AggregateResult') return undefined;
    const { groupBy, columnMetadata } = this.asked(() =>
      this.runtime.org.query.columns(query.text, this.options(query)),
    );
    const isAggregate =
      groupBy || columnMetadata.some((column) => column.aggregate && column.joinColumns.length === 0);
    return isAggregate ? columnMetadata : undefined;
  }

  count(query: DataQuery): number {
    return this.run(query).totalSize;
  }

  *iterate(query: DataQuery, chunks: boolean): Iterable<ApexValue> {
    const rows = this.rows(query);
    if (!chunks) yield* rows.items;
    else {
      for (let start = 0; start < rows.items.length; start += LOOP_CHUNK_ROWS) {
        const chunk = new ApexList(rows.type);
        chunk.items.push(...rows.items.slice(start, start + LOOP_CHUNK_ROWS));
        yield chunk;
      }
    }
  }

  search(query: DataQuery): ApexList {
    const { runtime } = this;
    runtime.count('soslQueries');
    const found = this.asked(() => this.found(query));
    const reader = new RowReader(runtime);
    const { types } = runtime;
    const lists = new ApexList(types.list(types.list(types.sobject)));
    for (const objectName of returnedObjects(query.text)) {
      const type = types.sobjectType(objectName);
      const rows = found.filter((row) => row.type === type?.objectName);
      const list = new ApexList(types.list(types.sobject));
      for (const row of rows) list.items.push(reader.record(row));
      lists.items.push(list);
    }
    return lists;
  }

  /** What a search finds; in a test only what was set to be found. */
  private found(query: DataQuery): readonly ResultRecord[] {
    const { org, execution } = this.runtime;
    if (!execution.test) return org.query.search(query.text, this.options(query));
    const ids = execution.test.fixedSearchResults ?? [];
    if (ids.length === 0) return [];
    const options = this.options(query);
    const binds = { ...options.binds, [FIXED_RESULTS]: [...ids] };
    return fixedSearchQueries(query.text, FIXED_RESULTS).flatMap(
      (text) => org.query.query(text, { ...options, binds }).records,
    );
  }

  private run(query: DataQuery): QueryResult {
    const { runtime } = this;
    runtime.count('queries');
    const result = this.asked(() => runtime.org.query.query(query.text, this.options(query)));
    runtime.count('queryRows', rowsOf(result));
    return result;
  }

  private options({ text, binds, access }: DataQuery): QueryOptions {
    const values = Object.entries(binds).map(([name, value]): [string, BindValue] => [
      name,
      toBindValue(this.runtime, value),
    ]);
    return {
      context: contextOf(this.runtime, access),
      binds: Object.fromEntries(values),
      ...(/\bALL\s+ROWS\s*$/i.test(text) && { allRows: true }),
    };
  }

  /** What the query engine refuses is a QueryException of Apex. */
  private asked<T>(ask: () => T): T {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof ApiError) || error instanceof UnsupportedFeatureError) throw error;
      throw queryException(this.runtime, error) as unknown as Error;
    }
  }
}

/** Who asks: the running user, in the mode of the statement. */
export function contextOf(runtime: ApexRuntime, access: DataAccessMode): RequestContext {
  const { execution } = runtime;
  return {
    user: runtime.user,
    mode: access,
    sharing: execution.sharing,
    apiVersion: MAX_API_VERSION,
    ...(execution.saveHeaders && { saveHeaders: execution.saveHeaders }),
  };
}

/** Rows that count against the limit: those of child queries too; a count is one row per row counted. */
function rowsOf(result: QueryResult): number {
  let rows = Math.max(result.records.length, result.records.length === 0 ? result.totalSize : 0);
  for (const record of result.records) {
    for (const value of Object.values(record.fields)) {
      if (value !== null && typeof value === 'object' && 'records' in value) rows += value.records.length;
    }
  }
  return rows;
}

/** Names after RETURNING: the lists of the answer are in their order. */
function returnedObjects(sosl: string): string[] {
  const [, returning = ''] = /\bRETURNING\s+(.+)$/is.exec(sosl) ?? [];
  const names: string[] = [];
  let depth = 0;
  for (const [token] of returning.matchAll(/[(),]|[^(),\s]+/g)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else if (depth === 0 && token !== ',') {
      if (/^(with|limit|update)$/i.test(token)) break;
      names.push(token);
    }
  }
  return names;
}
