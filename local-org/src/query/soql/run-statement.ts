import { ApiError } from '../../core';
import type { SqlValue } from '../../storage';
import type { QueryResult, ResultRecord } from '../types';
import type { BoundRowCount } from './binder/bound';
import type { CompiledChild, CompiledQuery, CompiledStatement } from './compiled-statement';
import { renderSql, type RunEnvironment, type Sql } from './compiler/sql';
import { RecordBuilder, type ChildLists, type Row } from './result/build-records';
import type { FormatContext } from './result/format-value';

/** Most rows of an aggregate query: they cannot be fetched in batches. */
const MAX_AGGREGATE_ROWS = 2_000;

/** Reads rows as arrays. */
export interface RowReader {
  all(sql: string, parameters: readonly SqlValue[]): Row[];
}

/** What a run needs beside the statement. */
export interface RunContext {
  readonly environment: RunEnvironment;
  readonly decode: FormatContext;
  readonly rows: RowReader;
}

/**
 * Runs a statement: one SQL for its rows, and one for each child subquery whatever the number of parents.
 * @throws ApiError EXCEEDED_ID_LIMIT for more than 2,000 aggregate rows
 */
export function runStatement(statement: CompiledStatement, context: RunContext): QueryResult {
  const { root } = statement;
  const entityName = root.bound.root.type.name;
  const rows = read(context, root.sql, context.environment);
  if (root.bound.countOnly) return { entityName, totalSize: Number(rows[0]?.[0] ?? 0), records: [] };
  if (root.bound.aggregate && rows.length > MAX_AGGREGATE_ROWS) {
    throw new ApiError(
      'EXCEEDED_ID_LIMIT',
      'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
    );
  }
  const records = buildRecords(root, rows, context);
  return { entityName, totalSize: records.length, records };
}

function buildRecords(query: CompiledQuery, rows: readonly Row[], context: RunContext): ResultRecord[] {
  const builder = new RecordBuilder(readChildren(query, rows, context), context.decode);
  const { plan } = query;
  const records: ResultRecord[] = new Array(rows.length);
  for (let i = 0; i < rows.length; i++) records[i] = builder.record(plan, rows[i] as Row);
  return records;
}

function readChildren(query: CompiledQuery, rows: readonly Row[], context: RunContext): ChildLists {
  if (query.children.length === 0) return [];
  const parentIds = JSON.stringify(rows.map((row) => row[query.plan.idColumn]));
  return query.children.map((child) => childrenByParent(child, parentIds, context));
}

function childrenByParent(
  child: CompiledChild,
  parentIds: string,
  context: RunContext,
): Map<string, QueryResult> {
  const environment: RunEnvironment = { ...context.environment, parentIds };
  const all = read(context, child.sql, environment);
  const limit = rowLimit(child.limit, environment);
  const rows = limit === Infinity ? all : firstOfEach(all, child.parentColumn, limit);
  const records = buildRecords(child, rows, context);
  const lists = new Map<string, ResultRecord[]>();
  rows.forEach((row, i) => {
    const parent = row[child.parentColumn] as string;
    const list = lists.get(parent);
    if (list) list.push(records[i] as ResultRecord);
    else lists.set(parent, [records[i] as ResultRecord]);
  });
  const entityName = child.bound.root.type.name;
  return new Map(
    [...lists].map(([parent, list]) => [parent, { entityName, totalSize: list.length, records: list }]),
  );
}

function firstOfEach(rows: readonly Row[], parentColumn: number, limit: number): Row[] {
  const taken = new Map<SqlValue, number>();
  return rows.filter((row) => {
    const parent = row[parentColumn] as SqlValue;
    const count = taken.get(parent) ?? 0;
    taken.set(parent, count + 1);
    return count < limit;
  });
}

function rowLimit(limit: BoundRowCount | null, environment: RunEnvironment): number {
  if (!limit) return Infinity;
  return limit.kind === 'constant' ? limit.value : Number(environment.bind(limit.text));
}

function read(context: RunContext, parts: Sql, environment: RunEnvironment): Row[] {
  const { sql, parameters } = renderSql(parts, environment);
  return context.rows.all(sql, parameters);
}
