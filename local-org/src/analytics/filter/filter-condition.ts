import { UnsupportedFeatureError } from '../../core';
import type { Field, FieldType } from '../../schema';
import type { ReportFilter } from '../report/report-definition';
import type { ReportColumn } from '../report-type/report-type';
import { soqlDate } from './date-value';

/** Conditions that hold for every record, and for none. */
export const EVERY_RECORD = 'Id != null';
export const NO_RECORD = 'Id = null';

const COMPARISONS: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'long', 'double', 'currency', 'percent']);

/** `1,000.50`, `USD 1000`, `50%` */
const NUMBER = /^(?:[A-Z]{3}|\$)?\s*(-?[\d,]+(?:\.\d+)?)\s*%?$/;

/** Builds the condition of one filter line on a path, for the values that the line lists. */
type Operator = (target: FilterTarget, values: readonly string[]) => string;

/** What a filter line compares. */
interface FilterTarget {
  readonly path: string;
  readonly field: Field;
  /** Whether it is compared as a text: texts, picklists, names of records. */
  readonly isText: boolean;
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  equals: (target, values) => any(values.map((value) => equals(target, value))),
  notEqual: (target, values) => all(values.map((value) => equals(target, value, '!='))),
  contains: (target, values) => any(values.map((value) => like(target, `%${escapeLike(value)}%`))),
  notContain: (target, values) =>
    `(${target.path} = null OR ${all(values.map((value) => `(NOT ${like(target, `%${escapeLike(value)}%`)})`))})`,
  startsWith: (target, values) => any(values.map((value) => like(target, `${escapeLike(value)}%`))),
  includes: ({ path }, values) => `${path} INCLUDES (${values.map(quote).join(', ')})`,
  excludes: ({ path }, values) => `${path} EXCLUDES (${values.map(quote).join(', ')})`,
  ...Object.fromEntries(
    Object.entries(COMPARISONS).map(([name, sign]): [string, Operator] => [
      name,
      (target, values) => any(values.map((value) => compare(target, sign, value))),
    ]),
  ),
};

/**
 * The SOQL condition of a filter line. Values separated by commas are alternatives; an empty value stands for blank.
 * @param path SOQL path of what the column is filtered by, from the object that is queried
 * @throws UnsupportedFeatureError for an operator that is not run, and for values the column cannot have
 * @see https://help.salesforce.com/s/articleView?id=sf.filter_operators.htm
 */
export function filterCondition(column: ReportColumn, path: string, filter: ReportFilter): string {
  if (filter.columnToColumn) throw new UnsupportedFeatureError('Report filter that compares two columns');
  const operator = OPERATORS[filter.operator];
  if (!operator) throw new UnsupportedFeatureError(`Report filter operator ${filter.operator}`);
  return operator({ path, field: column.field, isText: isText(column) }, valuesOf(filter.value));
}

/** Whether a row without the column's record passes a filter line: as if the column were blank. */
export function passesWhenBlank({ operator, value }: ReportFilter): boolean {
  const blank = valuesOf(value).includes('');
  return operator === 'equals' ? blank : operator === 'notEqual' ? !blank : operator === 'notContain';
}

/** `Alpha, "Beta, Inc"` are two values; nothing but separators is one empty value. */
function valuesOf(text: string): readonly string[] {
  const values = (text.match(/"(?:[^"]|"")*"|[^,]+/g) ?? [])
    .map((part) =>
      part
        .trim()
        .replace(/^"(.*)"$/s, '$1')
        .replaceAll('""', '"'),
    )
    .filter((part) => part !== '');
  return values.length > 0 ? values : [''];
}

function isText({ field, isLink }: ReportColumn): boolean {
  return isLink || !(NUMBERS.has(field.type) || ['boolean', 'date', 'datetime', 'time'].includes(field.type));
}

function equals(target: FilterTarget, value: string, sign: '=' | '!=' = '='): string {
  return value === '' ? `${target.path} ${sign} null` : compare(target, sign, value);
}

function compare(target: FilterTarget, sign: string, value: string): string {
  const { path, field, isText: text } = target;
  if (text) return `${path} ${sign} ${quote(value)}`;
  if (field.type === 'date' || field.type === 'datetime') return compareDate(target, sign, value);
  if (field.type === 'boolean') return `${path} ${sign} ${String(/^(1|true|yes)$/i.test(value))}`;
  const number = NUMBER.exec(value)?.[1]?.replaceAll(',', '');
  if (number === undefined) throw invalidValue(field, value);
  return `${path} ${sign} ${number}`;
}

function compareDate({ path, field }: FilterTarget, sign: string, value: string): string {
  const date = soqlDate(value);
  if (date === undefined) throw invalidValue(field, value);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
  return field.type === 'datetime' && isDay
    ? `DAY_ONLY(convertTimezone(${path})) ${sign} ${date}`
    : `${path} ${sign} ${date}`;
}

function invalidValue(field: Field, value: string): UnsupportedFeatureError {
  return new UnsupportedFeatureError(`Report filter value "${value}" of ${field.name} (${field.type})`);
}

/** A blank never is like a text. */
function like({ path, isText: text, field }: FilterTarget, pattern: string): string {
  if (!text) throw new UnsupportedFeatureError(`Report filter by part of ${field.name} (${field.type})`);
  return pattern === '%%' ? `${path} = null` : `${path} LIKE ${quote(pattern)}`;
}

function any(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' OR ')})`;
}

function all(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' AND ')})`;
}

/** A text as SOQL writes it. */
export function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Percent signs and underscores of the value itself stand for themselves; `quote` doubles the backslash for SOQL. */
function escapeLike(text: string): string {
  return text.replace(/[%_]/g, '\\$&');
}
