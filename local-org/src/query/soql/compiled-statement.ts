import type { ChildQuery, BoundQuery, BoundStatement } from './binder/bound';
import { compileCount, compileQuery, type CompileOptions } from './compiler/compile-query';
import type { Sql } from './compiler/sql';
import { ResultPlanner, type RecordPlan } from './result/result-plan';

/** A query ready to run, with its child queries. */
export interface CompiledQuery {
  readonly bound: BoundQuery;
  readonly sql: Sql;
  readonly plan: RecordPlan;
  readonly children: readonly CompiledChild[];
}

export interface CompiledChild extends CompiledQuery {
  /** Column of the row that holds the parent's id. */
  readonly parentColumn: number;
  /** The most children of one parent; limits apply to each parent for itself. */
  readonly limit: ChildQuery['query']['limit'];
}

export interface CompiledStatement {
  readonly bound: BoundStatement;
  readonly root: CompiledQuery;
}

/** Writes the SQL of a statement. */
export function compileStatement(bound: BoundStatement, options: CompileOptions): CompiledStatement {
  const { query } = bound;
  if (!query.countOnly) return { bound, root: compileRecords(query, options) };
  const plan: RecordPlan = { typeName: '', idColumn: -1, visibleColumn: -1, fields: [] };
  return { bound, root: { bound: query, sql: compileCount(query, options), plan, children: [] } };
}

function compileRecords(bound: BoundQuery, options: CompileOptions): CompiledQuery {
  const planner = new ResultPlanner();
  const plan = planner.plan(bound.shape);
  const { sql } = compileQuery(bound, planner.columns, options);
  return {
    bound,
    sql,
    plan,
    children: planner.children.map((child) => compileChild(child, options.foldBinds)),
  };
}

function compileChild({ query, foreignKey: field }: ChildQuery, foldBinds: boolean): CompiledChild {
  const planner = new ResultPlanner();
  const plan = planner.plan(query.shape);
  const foreignKey = { kind: 'column', source: query.root, field } as const;
  const parentColumn = planner.column(foreignKey);
  const { sql } = compileQuery({ ...query, limit: null }, planner.columns, { foldBinds, foreignKey });
  const children = planner.children.map((child) => compileChild(child, foldBinds));
  return { bound: query, sql, plan, children, parentColumn, limit: query.limit };
}
