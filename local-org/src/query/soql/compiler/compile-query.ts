import { quoteName } from '../../../storage';
import type { BoundExpression, BoundOrder, BoundQuery, BoundRowCount, Source } from '../binder/bound';
import { expressionKey, kindOf } from '../binder/value-kind';
import { compileCondition, type ConditionCompiler } from './compile-condition';
import {
  columnSql,
  comparableSql,
  compileExpression,
  NOTHING_ROLLED_UP,
  rankSql,
  type RolledUp,
} from './compile-expression';
import { compact, computed, joined, sql, type RunEnvironment, type Sql, type SqlSlot } from './sql';

/** The SQL of one query. */
export interface CompiledSql {
  readonly sql: Sql;
  /** What each result column holds, in order. */
  readonly columns: readonly ColumnSource[];
}

/** What a result column holds: a value, or whether the user may see the record of a joined table. */
export type ColumnSource =
  | { readonly kind: 'expression'; readonly expression: BoundExpression }
  | { readonly kind: 'visible'; readonly source: Source };

export interface CompileOptions {
  readonly foldBinds: boolean;
  /** Reads the children of many parents at once: their ids come as a parameter. */
  readonly foreignKey?: BoundExpression;
  /** A further condition on the rows, of a search. */
  readonly search?: (root: Source) => Sql;
}

/** Writes a query as SQL that answers the given columns. */
export function compileQuery(
  query: BoundQuery,
  columns: readonly ColumnSource[],
  options: CompileOptions,
): CompiledSql {
  const body =
    query.groupMode === 'plain'
      ? compilePlain(query, columns, options)
      : compileSubtotals(query, columns, options);
  return { sql: compact(body), columns };
}

/** Writes `SELECT COUNT()`: LIMIT caps the rows that are counted. */
export function compileCount(query: BoundQuery, options: CompileOptions): Sql {
  const rows = sql`SELECT 1${fromWhere(query, options)}`;
  return compact(sql`SELECT COUNT(*) FROM (${rows}${rowLimit(query)})`);
}

function compilePlain(query: BoundQuery, columns: readonly ColumnSource[], options: CompileOptions): Sql {
  const select = joined(
    columns.map((column) => columnOf(query, column)),
    ', ',
  );
  const having = havingClause(query, options, NOTHING_ROLLED_UP);
  return sql`SELECT ${select}${fromWhere(query, options)}${groupByClause(query.groupBy)}${having}${orderClause(query, options)}${rowLimit(query)}`;
}

function columnOf(query: BoundQuery, column: ColumnSource): Sql {
  if (column.kind === 'visible') return [visibleSlot(column.source)];
  return query.aggregate ? comparableSql(column.expression) : compileExpression(column.expression);
}

function fromWhere(query: BoundQuery, options: CompileOptions): Sql {
  const { root } = query;
  const joins = query.joins.map((source) => {
    const { parent, reference } = source.join as NonNullable<Source['join']>;
    const key = columnSql({ kind: 'column', source: parent, field: reference });
    return sql` LEFT JOIN ${source.table} "${source.alias}" ON "${source.alias}"."Id" = ${key}`;
  });
  return sql` FROM ${root.table} "${root.alias}"${joins.flat()} WHERE ${whereConditions(query, options)}`;
}

function whereConditions(query: BoundQuery, options: CompileOptions): Sql {
  const { root } = query;
  const conditions: Sql[] = [[visibleSlot(root)]];
  if (root.type.field('IsDeleted')) conditions.push([notDeletedSlot(query)]);
  if (query.onlyMine)
    conditions.push(sql`"${root.alias}".${quoteName(ownerField(root))} = ${computed((run) => run.userId)}`);
  if (options.foreignKey) {
    const ids = computed((run) => run.parentIds);
    conditions.push(sql`${compileExpression(options.foreignKey)} IN (SELECT value FROM json_each(${ids}))`);
  }
  if (options.search) conditions.push(options.search(root));
  if (query.where)
    conditions.push(compileCondition(conditionCompiler(options, NOTHING_ROLLED_UP), query.where));
  return joined(conditions, ' AND ');
}

/** USING SCOPE mine is about OwnerId; an object without owner has its own users' ids. */
function ownerField(root: Source): string {
  return root.type.field('OwnerId')?.name ?? 'Id';
}

function visibleSlot(source: Source): SqlSlot {
  return { kind: 'slot', condition: (run) => run.visible(source.type.name, source.alias) };
}

function notDeletedSlot(query: BoundQuery): SqlSlot {
  const condition = { sql: `"${query.root.alias}"."IsDeleted" IS NOT 1`, parameters: [] };
  return { kind: 'slot', condition: (run) => (run.allRows || query.allRows ? null : condition) };
}

function conditionCompiler(options: CompileOptions, rolledUp: RolledUp): ConditionCompiler {
  return { foldBinds: options.foldBinds, rolledUp, subselect: (query) => compileSubselect(query, options) };
}

function compileSubselect(query: BoundQuery, options: CompileOptions): Sql {
  const [entry] = query.shape.entries;
  if (entry?.kind !== 'value') throw new Error('a semi-join selects one field');
  const value = compileExpression(entry.expression);
  return sql`SELECT ${value}${fromWhere(query, { foldBinds: options.foldBinds })} AND ${value} IS NOT NULL`;
}

function groupByClause(fields: readonly BoundExpression[]): Sql {
  if (fields.length === 0) return [];
  const values = fields.map((field) => comparableSql(field));
  return sql` GROUP BY ${joined(values, ', ')}`;
}

function havingClause(query: BoundQuery, options: CompileOptions, rolledUp: RolledUp): Sql {
  if (!query.having) return [];
  return sql` HAVING ${compileCondition(conditionCompiler(options, rolledUp), query.having)}`;
}

/**
 * Rows without ORDER BY, and rows that tie, come in the order they were made; groups in the order of their fields.
 * Datetimes are stored in whole seconds, so rows of one second tie.
 *
 * DEVIATION: letters outside ASCII sort after Z, by code point; the platform sorts by the user's language.
 */
function orderClause(query: BoundQuery, options: CompileOptions): Sql {
  const items = query.orderBy.flatMap((order) => orderSql(order));
  const named =
    query.root.type.definition.kind === 'customMetadata' && query.root.type.field('DeveloperName');
  if (!query.aggregate) {
    if (named && items.length > 0) items.push([`"${query.root.alias}"."DeveloperName"`]);
    items.push([`"${query.root.alias}".rowid`]);
  } else if (options.foreignKey === undefined && query.groupBy.length > 0) {
    items.push(...query.groupBy.map((g) => comparableSql(g)));
  }
  return items.length > 0 ? sql` ORDER BY ${joined(items, ', ')}` : [];
}

/** Empty values come first unless NULLS LAST is asked for; on references they come first even then. */
function orderSql({ expression, descending, nullsLast }: BoundOrder): Sql[] {
  const last = nullsLast && kindOf(expression) !== 'id';
  const suffix = `${descending ? ' DESC' : ' ASC'} NULLS ${last ? 'LAST' : 'FIRST'}`;
  const value = comparableSql(expression);
  const rank = expression.kind === 'column' ? rankSql(expression.field, columnSql(expression)) : null;
  if (rank === null) return [sql`${value}${suffix}`];
  return [[rank + suffix], sql`${value}${suffix}`];
}

function rowLimit(query: BoundQuery): Sql {
  if (!query.limit && !query.offsetRows) return [];
  const limit = query.limit ? countSql(query.limit) : sql`-1`;
  const offset = query.offsetRows ? sql` OFFSET ${countSql(query.offsetRows)}` : [];
  return sql` LIMIT ${limit}${offset}`;
}

function countSql(count: BoundRowCount): Sql {
  if (count.kind === 'constant') return [String(Math.min(count.value, Number.MAX_SAFE_INTEGER))];
  return [computed((run: RunEnvironment) => Number(run.bind(count.text)))];
}

/** ROLLUP and CUBE: one SELECT for each set of fields that keep their value. */
function compileSubtotals(query: BoundQuery, columns: readonly ColumnSource[], options: CompileOptions): Sql {
  const sets = groupingSets(query.groupBy.length, query.groupMode === 'cube');
  const arms = sets.map((rolledUp) => subtotalArm(query, columns, options, rolledUp));
  const first = columns.length + 1;
  const suffixes = [
    ...query.orderBy.map(
      (order) => `${order.descending ? ' DESC' : ' ASC'} NULLS ${order.nullsLast ? 'LAST' : 'FIRST'}`,
    ),
    ...query.groupBy.flatMap(() => ['', ' NULLS FIRST']),
  ];
  const orderBy = suffixes.map((suffix, i) => `${first + i}${suffix}`).join(', ');
  return sql`${joined(arms, ' UNION ALL ')} ORDER BY ${orderBy}${rowLimit(query)}`;
}

function subtotalArm(
  query: BoundQuery,
  columns: readonly ColumnSource[],
  options: CompileOptions,
  rolledUp: RolledUp,
): Sql {
  const value = (expression: BoundExpression): Sql => {
    const index = query.groupBy.findIndex((g) => expressionKey(g) === expressionKey(expression));
    return rolledUp.has(index) ? ['NULL'] : comparableSql(expression, rolledUp);
  };
  const selected = [
    ...columns.map((column) =>
      column.kind === 'expression' ? value(column.expression) : columnOf(query, column),
    ),
    ...query.orderBy.map((order) => value(order.expression)),
    // Subtotals come after the rows they add up.
    ...query.groupBy.flatMap((g, i): Sql[] => [[rolledUp.has(i) ? '1' : '0'], value(g)]),
  ];
  const kept = query.groupBy.filter((_, i) => !rolledUp.has(i));
  const having = havingClause(query, options, rolledUp);
  // A SELECT with nothing to group by answers one row even when there is none to add up.
  const atLeastOne = kept.length === 0 && having.length === 0 ? sql` HAVING COUNT(*) > 0` : having;
  return sql`SELECT ${joined(selected, ', ')}${fromWhere(query, options)}${groupByClause(kept)}${atLeastOne}`;
}

function groupingSets(fields: number, cube: boolean): RolledUp[] {
  const indexes = Array.from({ length: fields }, (_, i) => i);
  if (!cube) return Array.from({ length: fields + 1 }, (_, kept) => new Set(indexes.slice(kept)));
  return Array.from({ length: 2 ** fields }, (_, bits) => new Set(indexes.filter((i) => bits & (1 << i))));
}
