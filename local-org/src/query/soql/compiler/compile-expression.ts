import type { Field } from '../../../schema';
import { isStored, quoteName } from '../../../storage';
import type { AggregateExpression, BoundExpression, ColumnExpression, NameExpression } from '../binder/bound';
import { kindOf } from '../binder/value-kind';
import { compileDateFunction } from './compile-date-function';
import { numberOf } from './bind-values';
import { formulaSql } from './formula-sql';
import { computed, quoteText, sql, type Sql } from './sql';

/** Which fields of GROUP BY are rolled up in the rows a SELECT makes; GROUPING() asks. */
export type RolledUp = ReadonlySet<number>;
export const NOTHING_ROLLED_UP: RolledUp = new Set();

/** Writes an expression as SQL. */
export function compileExpression(expression: BoundExpression, rolledUp: RolledUp = NOTHING_ROLLED_UP): Sql {
  switch (expression.kind) {
    case 'column':
      return [columnSql(expression)];
    case 'name':
      return [nameSql(expression)];
    case 'dateFunction':
      return compileDateFunction(expression, columnSql(expression.operand));
    case 'label':
      return [labelSql(expression.operand)];
    case 'format':
      return compileExpression(expression.operand, rolledUp);
    case 'aggregate':
      return aggregateSql(expression);
    case 'grouping':
      return [rolledUp.has(expression.index) ? '1' : '0'];
    case 'distance': {
      const { latitude, longitude, point, unit } = expression;
      const from = sql`${columnSql(latitude)}, ${columnSql(longitude)}`;
      const to = sql`${computed((run) => numberOf(run, point.latitude))}, ${computed((run) => numberOf(run, point.longitude))}`;
      return sql`sf_distance(${from}, ${to}, '${unit}')`;
    }
    case 'compound':
      throw new Error(`${expression.field.name} has no single value`);
  }
}

/** The column of a field; a formula field is computed by a function of the database. */
export function columnSql(column: ColumnExpression): string {
  const { source, field } = column;
  return isStored(field) ? `"${source.alias}".${quoteName(field.name)}` : formulaSql(column);
}

/** Whether SQLite knows by itself that a value compares without regard to case. */
export function hasOwnCollation(expression: BoundExpression): boolean {
  return expression.kind === 'column' && isStored(expression.field);
}

/** An expression ready to be compared or sorted: texts without regard to case. */
export function comparableSql(expression: BoundExpression, rolledUp: RolledUp = NOTHING_ROLLED_UP): Sql {
  const compiled = compileExpression(expression, rolledUp);
  if (kindOf(expression) === 'text' && !hasOwnCollation(expression)) return sql`${compiled} COLLATE NOCASE`;
  // A checkbox added later is NULL in older rows, which means false.
  return kindOf(expression) === 'boolean' ? sql`coalesce(${compiled}, 0)` : compiled;
}

/** The value of a Name field: the table it comes from is known by the key prefix of the id. */
function nameSql({ source, reference, attribute, targets }: NameExpression): string {
  const id = `"${source.alias}".${quoteName(reference.name)}`;
  if (attribute.name === 'Id') return id;
  const cases = targets.flatMap(({ type, table, field }) => {
    const prefix = type.definition.keyPrefix;
    if (!prefix) return [];
    const when = `WHEN ${quoteText(prefix)} THEN `;
    if (attribute.name === 'Type') return [when + quoteText(type.name)];
    if (!field || !isStored(field)) return [];
    return [`${when}(SELECT "n".${quoteName(field.name)} FROM ${table} "n" WHERE "n"."Id" = ${id})`];
  });
  return cases.length === 0 ? 'NULL' : `CASE substr(${id}, 1, 3) ${cases.join(' ')} END`;
}

function labelSql(operand: ColumnExpression): string {
  const values = operand.field.picklist?.values ?? [];
  const changed = values.filter((value) => value.label !== value.value);
  const column = columnSql(operand);
  if (changed.length === 0) return column;
  const cases = changed.map((value) => `WHEN ${quoteText(value.value)} THEN ${quoteText(value.label)}`);
  return `CASE ${column} ${cases.join(' ')} ELSE ${column} END`;
}

/** Position of a value in its value set; values outside come last. Null for fields without a value set. */
export function rankSql(field: Field, column: string): string | null {
  const values = field.picklist?.values ?? [];
  if (field.type !== 'picklist' || values.length === 0) return null;
  const cases = values.map((value, i) => `WHEN ${quoteText(value.value)} THEN ${i}`);
  return `CASE WHEN ${column} IS NULL THEN NULL ELSE CASE ${column} ${cases.join(' ')} ELSE ${values.length} END END`;
}

function aggregateSql({ name, operand }: AggregateExpression): Sql {
  if (operand === null) return ['COUNT(*)'];
  const value = comparableSql(operand);
  switch (name) {
    case 'COUNT':
      return sql`COUNT(${value})`;
    case 'COUNT_DISTINCT':
      return sql`COUNT(DISTINCT ${value})`;
    case 'SUM':
      return sql`ROUND(SUM(${value}), ${scaleOf(operand)})`;
    case 'AVG':
      // Divided as whole numbers, so that 0.6 / 3 is 0.2.
      return sql`ROUND(SUM(${value}) * 1e${scaleOf(operand)}) / COUNT(${value}) / 1e${scaleOf(operand)}`;
    default:
      return extremeSql(name, operand, value);
  }
}

/** Digits after the point that sums of formulas keep: their values are not rounded to the scale of the field. */
const FORMULA_DIGITS = '9';

/** Sums are exact to the digits of the field: binary residue is rounded off. */
function scaleOf(operand: BoundExpression): string {
  const field = operand.kind === 'column' ? operand.field : undefined;
  return field?.formula ? FORMULA_DIGITS : String(field?.scale ?? 0);
}

/** MIN and MAX of a picklist follow its value set: the rank is put before the value and cut off again. */
function extremeSql(name: 'MIN' | 'MAX', operand: BoundExpression, value: Sql): Sql {
  const rank = operand.kind === 'column' ? rankSql(operand.field, columnSql(operand)) : null;
  if (rank === null) return sql`${name}(${value})`;
  return sql`substr(${name}(printf('%05d', ${rank}) || ${value}), 6)`;
}
