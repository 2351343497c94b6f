import { LocalOrgError, UnsupportedFeatureError, type FieldValue } from '../core';
import type { FilterItem } from '../schema';

/** Reads a field of the record under test, by the path the filter names. */
export type FilterReader = (path: string) => FieldValue;

/** Whether a record passes. */
export type RecordFilter = (read: FilterReader) => boolean;

/**
 * Compiles the filter of a roll-up or a lookup. Values separated by commas are alternatives, for every operation.
 *
 * `compileFilter([{ field: 'StageName', operation: 'equals', value: 'Closed Won' }])` passes won opportunities.
 * @param booleanFilter how the items combine: `1 AND (2 OR 3)`; absent when all must hold
 * @see https://help.salesforce.com/s/articleView?id=sf.filter_criteria.htm
 */
export function compileFilter(filters: readonly FilterItem[], booleanFilter?: string): RecordFilter {
  const items = filters.map(compileItem);
  if (booleanFilter === undefined || booleanFilter.trim() === '') {
    return (read) => items.every((item) => item(read));
  }
  return compileLogic(booleanFilter, items);
}

type Comparison = (actual: FieldValue, expected: FieldValue) => boolean;

const COMPARISONS: ReadonlyMap<string, { readonly test: Comparison; readonly negated: boolean }> = new Map([
  ['equals', { test: isEqual, negated: false }],
  ['notEqual', { test: isEqual, negated: true }],
  ['lessThan', { test: (a, b) => ordered(a, b, (order) => order < 0), negated: false }],
  ['greaterThan', { test: (a, b) => ordered(a, b, (order) => order > 0), negated: false }],
  ['lessOrEqual', { test: (a, b) => ordered(a, b, (order) => order <= 0), negated: false }],
  ['greaterOrEqual', { test: (a, b) => ordered(a, b, (order) => order >= 0), negated: false }],
  ['contains', { test: (a, b) => textOf(a).includes(textOf(b)), negated: false }],
  ['notContain', { test: (a, b) => textOf(a).includes(textOf(b)), negated: true }],
  ['startsWith', { test: (a, b) => textOf(a).startsWith(textOf(b)), negated: false }],
  ['includes', { test: (a, b) => textOf(a).split(';').includes(textOf(b)), negated: false }],
  ['excludes', { test: (a, b) => textOf(a).split(';').includes(textOf(b)), negated: true }],
]);

function compileItem(item: FilterItem): RecordFilter {
  const comparison = COMPARISONS.get(item.operation);
  if (!comparison) throw new UnsupportedFeatureError(`Filter operation ${item.operation}`);
  const { test, negated } = comparison;
  const { valueField } = item;
  if (valueField !== undefined) return (read) => test(read(item.field), read(valueField)) !== negated;
  const alternatives = alternativesOf(item.value ?? '');
  return (read) => {
    const actual = read(item.field);
    return alternatives.some((expected) => test(actual, expected)) !== negated;
  };
}

/** `Alpha, "Beta, Inc"` are two values. */
function alternativesOf(value: string): string[] {
  const parts = value.match(/"(?:[^"]|"")*"|[^,]+/g) ?? [''];
  return parts.map((part) =>
    part
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"'),
  );
}

function textOf(value: FieldValue): string {
  return value === null ? '' : String(value).toLowerCase();
}

function isEqual(actual: FieldValue, expected: FieldValue): boolean {
  if (typeof actual === 'number' && expected !== null && expected !== '') return actual === Number(expected);
  if (typeof actual === 'boolean') return actual === (textOf(expected) === 'true' || expected === '1');
  if (isId(actual) && isId(expected)) return String(actual).slice(0, 15) === String(expected).slice(0, 15);
  return textOf(actual) === textOf(expected);
}

function isId(value: FieldValue): boolean {
  return typeof value === 'string' && /^[0-9A-Za-z]{15}([0-9A-Za-z]{3})?$/.test(value);
}

/** A blank number counts as 0; other blanks have no order. */
function ordered(actual: FieldValue, expected: FieldValue, test: (order: number) => boolean): boolean {
  if (typeof actual === 'number' || (actual === null && !Number.isNaN(Number(expected)))) {
    return test(((actual ?? 0) as number) - Number(expected));
  }
  if (actual === null) return false;
  const [a, b] = [textOf(actual), textOf(expected)];
  return test(a < b ? -1 : a > b ? 1 : 0);
}

/** Parses `1 AND (2 OR NOT 3)`. */
function compileLogic(text: string, items: readonly RecordFilter[]): RecordFilter {
  const tokens = text.toUpperCase().match(/\d+|AND|OR|NOT|\(|\)/g) ?? [];
  let position = 0;
  const fail = (): never => {
    throw new LocalOrgError('FILTER_LOGIC', `The filter logic ${text} is not valid`);
  };
  const operand = (): RecordFilter => {
    const token = tokens[position++] ?? fail();
    if (token === 'NOT') {
      const inner = operand();
      return (read) => !inner(read);
    }
    if (token === '(') {
      const inner = expression();
      if (tokens[position++] !== ')') fail();
      return inner;
    }
    return items[Number(token) - 1] ?? fail();
  };
  const chain = (operator: string, next: () => RecordFilter, some: boolean): RecordFilter => {
    const parts = [next()];
    while (tokens[position] === operator) {
      position++;
      parts.push(next());
    }
    return (read) => (some ? parts.some((part) => part(read)) : parts.every((part) => part(read)));
  };
  const expression = (): RecordFilter => chain('OR', () => chain('AND', operand, false), true);
  const result = expression();
  return position === tokens.length ? result : fail();
}
