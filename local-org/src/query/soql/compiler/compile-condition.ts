import type { SqlCondition } from '../../../access';
import { ApiError } from '../../../core';
import type { BoundCondition, BoundExpression, BoundQuery, BoundValue } from '../binder/bound';
import { kindOf } from '../binder/value-kind';
import { boundValues } from './bind-values';
import { comparableSql, type RolledUp } from './compile-expression';
import { rangeParameters } from './date-range-parameters';
import { formulasLast } from './formulas-last';
import {
  computed,
  constant,
  joined,
  renderSql,
  sql,
  type RunEnvironment,
  type Sql,
  type SqlParameter,
} from './sql';

/** What a condition is compiled with. */
export interface ConditionCompiler {
  /** Texts of bind variables hold letters outside ASCII, so both sides are folded. */
  readonly foldBinds: boolean;
  readonly rolledUp: RolledUp;
  /** Writes the SELECT of a semi-join. */
  subselect(query: BoundQuery): Sql;
}

type Part<K extends BoundCondition['kind']> = Extract<BoundCondition, { kind: K }>;

/**
 * Writes a condition as SQL.
 *
 * UNVERIFIED: NOT before a condition on an empty field does not find the row, as in SQL (known for INCLUDES; assumed
 * for the other operators). NOT IN, `!=` and EXCLUDES do find it, and so does an anti-join on an empty reference.
 */
export function compileCondition(compiler: ConditionCompiler, condition: BoundCondition): Sql {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = formulasLast(condition.parts).map((part) => compileCondition(compiler, part));
      return chained(parts, condition.kind === 'and' ? ' AND ' : ' OR ');
    }
    case 'not':
      return sql`(NOT ${compileCondition(compiler, condition.part)})`;
    case 'compare':
      return sql`(${compileComparison(compiler, condition)})`;
    case 'in':
      return sql`(${compileIn(compiler, condition)})`;
    case 'includes':
      return sql`(${compileIncludes(compiler, condition)})`;
    case 'semiJoin': {
      const left = comparableSql(condition.left);
      const inner = compiler.subselect(condition.query);
      return condition.negated
        ? sql`(${left} IS NULL OR ${left} NOT IN (${inner}))`
        : sql`(${left} IN (${inner}))`;
    }
  }
}

/** Most conditions in one chain; SQLite nests each one deeper than the one before, and has a limit. */
const MAX_CHAIN_LENGTH = 100;

function chained(parts: readonly Sql[], separator: string): Sql {
  if (parts.length <= MAX_CHAIN_LENGTH) return sql`(${joined(parts, separator)})`;
  const groups: Sql[] = [];
  for (let start = 0; start < parts.length; start += MAX_CHAIN_LENGTH) {
    groups.push(sql`(${joined(parts.slice(start, start + MAX_CHAIN_LENGTH), separator)})`);
  }
  return chained(groups, separator);
}

/** Whether a text has letters that SQLite itself does not compare without regard to case. */
export function needsFolding(value: unknown): boolean {
  return typeof value === 'string' && /[^\x00-\x7f]/.test(value);
}

/** Both sides of a text comparison, folded when a value has letters outside ASCII. */
function sides(
  compiler: ConditionCompiler,
  left: BoundExpression,
  values: readonly BoundValue[],
): { left: Sql; fold: boolean } {
  const fold =
    kindOf(left) === 'text' &&
    !(left.kind === 'column' && left.field.caseSensitive) &&
    values.some((value) =>
      value.kind === 'bind' ? compiler.foldBinds : value.kind === 'constant' && needsFolding(value.value),
    );
  const plain = comparableSql(left, compiler.rolledUp);
  return { left: fold ? sql`sf_fold(${plain})` : plain, fold };
}

function parameterOf(value: BoundValue, left: BoundExpression, fold: boolean): SqlParameter {
  if (value.kind === 'constant') return constant(folded(value.value, fold));
  if (value.kind === 'bind')
    return computed((run) => folded(boundValues(run, value.text, kindOf(left))[0] ?? null, fold));
  throw new Error('a date literal is a range');
}

function folded<T>(value: T, fold: boolean): T | string {
  return fold && typeof value === 'string' ? value.toLowerCase() : value;
}

function compileComparison(
  compiler: ConditionCompiler,
  { left: expression, operator, right }: Part<'compare'>,
): Sql {
  if (right.kind === 'dateRange')
    return compileRange(comparableSql(expression, compiler.rolledUp), operator, right, expression);
  const { left, fold } = sides(compiler, expression, [right]);
  if (right.kind === 'constant' && right.value === null) return compileNull(left, operator);
  if (operator === 'LIKE') return compileLike(left, right, fold, expression);
  const parameter = parameterOf(right, expression, fold);
  if (operator === '=')
    return right.kind === 'bind'
      ? compileList(left, false, [right], expression, fold)
      : sql`${left} = ${parameter}`;
  // Not equal also finds rows without a value.
  if (operator === '!=')
    return right.kind === 'bind'
      ? compileList(left, true, [right], expression, fold)
      : sql`${left} IS NOT ${parameter}`;
  return sql`${left} ${operator} ${parameter}`;
}

function compileNull(left: Sql, operator: Part<'compare'>['operator']): Sql {
  if (operator === '=' || operator === 'LIKE') return sql`${left} IS NULL`;
  return operator === '!=' ? sql`${left} IS NOT NULL` : ['0'];
}

/** A backslash before a wildcard makes it a plain character. A list of patterns matches when one does. */
function compileLike(left: Sql, right: BoundValue, fold: boolean, expression: BoundExpression): Sql {
  if (right.kind === 'constant') return sql`${left} LIKE ${parameterOf(right, expression, fold)} ESCAPE '\\'`;
  if (right.kind !== 'bind') return ['0'];
  const patterns = computed((run) =>
    JSON.stringify(boundValues(run, right.text, 'text').map((value) => folded(value, fold))),
  );
  return sql`EXISTS (SELECT 1 FROM json_each(${patterns}) AS "p" WHERE ${left} LIKE "p".value ESCAPE '\\' OR ("p".value IS NULL AND ${left} IS NULL))`;
}

function compileRange(
  left: Sql,
  operator: Part<'compare'>['operator'],
  range: BoundValue,
  expression: BoundExpression,
): Sql {
  if (range.kind !== 'dateRange') return ['0'];
  const { start, end } = rangeParameters(range, kindOf(expression));
  switch (operator) {
    case '=':
      return sql`${left} >= ${start} AND ${left} < ${end}`;
    case '!=':
      return sql`${left} IS NULL OR ${left} < ${start} OR ${left} >= ${end}`;
    case '<':
      return sql`${left} < ${start}`;
    case '<=':
      return sql`${left} < ${end}`;
    case '>':
      return sql`${left} >= ${end}`;
    default:
      return sql`${left} >= ${start}`;
  }
}

function compileIn(compiler: ConditionCompiler, { left: expression, negated, values }: Part<'in'>): Sql {
  const { left, fold } = sides(compiler, expression, values);
  const plain = values.filter((value) => value.kind !== 'dateRange');
  const ranges = values.filter((value) => value.kind === 'dateRange');
  const pieces = ranges.map((range) => sql`(${compileRange(left, negated ? '!=' : '=', range, expression)})`);
  if (plain.length > 0) pieces.push(sql`(${compileList(left, negated, plain, expression, fold)})`);
  return joined(pieces, negated ? ' AND ' : ' OR ');
}

/** The list travels as one JSON parameter: the text of the statement does not grow with it. */
function compileList(
  left: Sql,
  negated: boolean,
  values: readonly BoundValue[],
  expression: BoundExpression,
  fold: boolean,
): Sql {
  const kind = kindOf(expression);
  const list = (run: RunEnvironment): unknown[] =>
    values.flatMap((value): unknown[] => {
      if (value.kind === 'bind') return boundValues(run, value.text, kind).map((v) => folded(v, fold));
      return value.kind === 'constant' ? [folded(value.value, fold)] : [];
    });
  return [{ kind: 'slot', condition: (run) => listCondition(renderSql(left, run), negated, list(run)) }];
}

/** A null in the list finds rows without a value; rows without a value are not in any other list. */
function listCondition(left: SqlCondition, negated: boolean, list: readonly unknown[]): SqlCondition {
  const holdsNull = list.includes(null);
  const present = JSON.stringify(holdsNull ? list.filter((value) => value !== null) : list);
  const operator = negated ? 'NOT IN' : 'IN';
  const within = `${left.sql} ${operator} (SELECT value FROM json_each(?))`;
  const parameters = [...left.parameters, present];
  if (negated !== holdsNull)
    return { sql: `${within} OR ${left.sql} IS NULL`, parameters: [...parameters, ...left.parameters] };
  if (!holdsNull) return { sql: within, parameters };
  // Nothing is in an empty list, not even a row without a value.
  return { sql: `${within} AND ${left.sql} IS NOT NULL`, parameters: [...parameters, ...left.parameters] };
}

/** A value such as `A;B` stands for rows in which both are selected. */
function compileIncludes(
  compiler: ConditionCompiler,
  { left: expression, excludes, values }: Part<'includes'>,
): Sql {
  const left = comparableSql(expression, compiler.rolledUp);
  const list = computed((run) => JSON.stringify(values.map((value) => includedValue(run, value))));
  const includes = sql`sf_includes(${left}, ${list})`;
  return excludes ? sql`coalesce(NOT ${includes}, 1)` : includes;
}

function includedValue(run: RunEnvironment, value: BoundValue): unknown {
  if (value.kind === 'constant') return value.value;
  if (value.kind !== 'bind') return null;
  if (Array.isArray(run.bind(value.text))) {
    throw new ApiError(
      'MALFORMED_QUERY',
      `INCLUDES and EXCLUDES take single values, not a list: ${value.text}`,
    );
  }
  return boundValues(run, value.text, 'text')[0];
}
