import { UnsupportedFeatureError, type FieldValue } from '../../core';
import type { Field, FilterItem, SObjectType } from '../../schema';
import { quoteName, toSql, type SqlValue } from '../../storage';
import type { SqlCondition } from '../types';

/** Operators of sharing-rule criteria, as SQL over a column and one value. */
const OPERATORS: Readonly<Record<string, (column: string) => string>> = {
  equals: (column) => `${column} IS ?`,
  notEqual: (column) => `${column} IS NOT ?`,
  lessThan: (column) => `${column} < ?`,
  greaterThan: (column) => `${column} > ?`,
  lessOrEqual: (column) => `${column} <= ?`,
  greaterOrEqual: (column) => `${column} >= ?`,
  contains: (column) => `instr(lower(${column}), lower(?)) > 0`,
  notContain: (column) => `instr(lower(coalesce(${column}, '')), lower(?)) = 0`,
  startsWith: (column) => `instr(lower(${column}), lower(?)) = 1`,
};

/**
 * Translates sharing-rule criteria into a condition. Values separated by commas are alternatives.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_sharingrules.htm
 * @throws UnsupportedFeatureError for an operator of other filters, such as `within`
 */
export function criteriaCondition(
  type: SObjectType,
  alias: string,
  items: readonly FilterItem[],
  booleanFilter: string | undefined,
): SqlCondition {
  const conditions = items.map((item) => itemCondition(type, alias, item));
  const formula = booleanFilter ?? conditions.map((_, i) => i + 1).join(' AND ');
  const parameters: SqlValue[] = [];
  const sql = formula.replace(/\d+/g, (number) => {
    const condition = conditions[Number(number) - 1];
    if (!condition) throw new UnsupportedFeatureError(`Sharing rule filter logic '${formula}'`);
    parameters.push(...condition.parameters);
    return condition.sql;
  });
  return { sql: `(${sql})`, parameters };
}

function itemCondition(type: SObjectType, alias: string, item: FilterItem): SqlCondition {
  const operator = OPERATORS[item.operation];
  const field = type.field(item.field);
  if (!operator || !field)
    throw new UnsupportedFeatureError(`Sharing rule criterion ${item.field} ${item.operation}`);
  const values = (item.value ?? '').split(',').map((text) => toSql(literal(field, text.trim())));
  const column = `${alias}.${quoteName(field.name)}`;
  const joiner = item.operation.startsWith('not') ? ' AND ' : ' OR ';
  return { sql: `(${values.map(() => operator(column)).join(joiner)})`, parameters: values };
}

function literal(field: Field, text: string): FieldValue {
  if (text === '') return field.type === 'boolean' ? false : null;
  if (field.type === 'boolean') return text.toLowerCase() === 'true' || text === '1';
  return ['int', 'long', 'double', 'currency', 'percent'].includes(field.type) ? Number(text) : text;
}
