import type { FieldValue } from '../../core';
import type { Field } from '../../schema';
import { areEqual, orderOf } from './compare';
import { isCollection, type FlowValue } from './flow-value';

/** How one operator filters records: in SOQL, and on a value that was read. Both must agree. */
interface FilterOperator {
  /** @param bind adds a bind variable and gives its text; `null` stands for no record at all */
  soql(field: string, value: FlowValue, bind: (value: FlowValue) => string): string | null;
  matches(actual: FieldValue, value: FlowValue, field: Field): boolean;
}

/**
 * The operators of record filters, which compare as SOQL does: an empty text is no value, `NotEqualTo` finds records
 * without a value.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_operators_record.htm
 */
export const RECORD_FILTER_OPERATORS: ReadonlyMap<string, FilterOperator> = new Map<string, FilterOperator>([
  [
    'EqualTo',
    {
      soql: (field, value, bind) => (isBlank(value) ? `${field} = null` : `${field} = ${bind(value)}`),
      matches: equals,
    },
  ],
  [
    'NotEqualTo',
    {
      soql: (field, value, bind) => (isBlank(value) ? `${field} != null` : `${field} != ${bind(value)}`),
      matches: (actual, value, field) => !equals(actual, value, field),
    },
  ],
  ['GreaterThan', ordering('>', (order) => order > 0)],
  ['GreaterThanOrEqualTo', ordering('>=', (order) => order >= 0)],
  ['LessThan', ordering('<', (order) => order < 0)],
  ['LessThanOrEqualTo', ordering('<=', (order) => order <= 0)],
  [
    'StartsWith',
    like(
      (part) => `${part}%`,
      (text, part) => text.startsWith(part),
    ),
  ],
  [
    'EndsWith',
    like(
      (part) => `%${part}`,
      (text, part) => text.endsWith(part),
    ),
  ],
  [
    'Contains',
    like(
      (part) => `%${part}%`,
      (text, part) => text.includes(part),
    ),
  ],
  [
    'IsNull',
    {
      soql: (field, value) => (isYes(value) ? `${field} = null` : `${field} != null`),
      matches: (actual, value) => (actual === null) === isYes(value),
    },
  ],
  [
    'In',
    {
      soql: (field, value, bind) =>
        itemsOf(value).length === 0 ? null : `${field} IN ${bind(itemsOf(value))}`,
      matches: (actual, value, field) => itemsOf(value).some((item) => equals(actual, item, field)),
    },
  ],
  [
    'NotIn',
    {
      soql: (field, value, bind) =>
        itemsOf(value).length === 0
          ? `${field} != null OR ${field} = null`
          : `${field} NOT IN ${bind(itemsOf(value))}`,
      matches: (actual, value, field) => !itemsOf(value).some((item) => equals(actual, item, field)),
    },
  ],
]);

function isBlank(value: FlowValue): boolean {
  return value === null || value === '';
}

function isYes(value: FlowValue): boolean {
  return value === null || areEqual(value, true);
}

function equals(actual: FieldValue, value: FlowValue, field: Field): boolean {
  if (isBlank(value)) return actual === null || (field.type === 'boolean' && actual === false);
  return actual !== null && areEqual(actual, value);
}

function itemsOf(value: FlowValue): readonly FlowValue[] {
  if (isCollection(value)) return value;
  return value === null ? [] : [value];
}

function ordering(symbol: string, test: (order: number) => boolean): FilterOperator {
  return {
    soql: (field, value, bind) => (isBlank(value) ? null : `${field} ${symbol} ${bind(value)}`),
    matches: (actual, value) => {
      const order = orderOf(actual, value);
      return order !== null && test(order);
    },
  };
}

function like(
  pattern: (part: string) => string,
  test: (text: string, part: string) => boolean,
): FilterOperator {
  return {
    soql: (field, value, bind) =>
      isBlank(value) ? null : `${field} LIKE ${bind(pattern(String(value).replace(/[\\%_]/g, '\\$&')))}`,
    matches: (actual, value) =>
      actual !== null && !isBlank(value) && test(String(actual).toLowerCase(), String(value).toLowerCase()),
  };
}
