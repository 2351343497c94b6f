import { ApiError, UnsupportedFeatureError, type FieldValue } from '../../../core';
import type { Field, FieldType } from '../../../schema';
import { dateLiteral, dateOf, dayBounds } from './date-range';
import { escapeLike, joined, type SoqlBinds } from './soql-condition';

/** A field under comparison. */
export interface ComparedField {
  /** `Account.Name` */
  readonly path: string;
  readonly field: Field;
}

/** What conditions are written with. */
export interface ConditionWriter {
  readonly binds: SoqlBinds;
  readonly timeZone: string;
}

const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'long', 'double', 'currency', 'percent']);
const ORDER_OPERATORS: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};
/** Filters by text: what stands around the value, and whether the record must not match. */
const TEXT_OPERATORS: Readonly<Record<string, readonly [before: string, after: string, negated: boolean]>> = {
  contains: ['%', '%', false],
  notContain: ['%', '%', true],
  startsWith: ['', '%', false],
};

/**
 * Writes a filter of a list view as SOQL: `StageName` `equals` `Closed Won, Closed Lost`. Values separated by commas are
 * alternatives; of negated ones none may hold.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listview.htm
 * @throws UnsupportedFeatureError for `within`, which compares distances
 * @throws ApiError INVALID_QUERY_FILTER_OPERATOR for a value that the field cannot have
 */
export function filterCondition(
  writer: ConditionWriter,
  compared: ComparedField,
  operation: string,
  text: string,
): string {
  const values = filterValues(text);
  const around = TEXT_OPERATORS[operation];
  if (around) return textCondition(writer, compared, values, around);
  if (operation === 'includes' || operation === 'excludes') {
    return `${compared.path} ${operation.toUpperCase()} (${values.map((value) => writer.binds.add(value)).join(', ')})`;
  }
  const operator = ORDER_OPERATORS[operation];
  if (operator !== undefined) {
    const conditions = values.map((value) => orderCondition(writer, compared, operator, value));
    return joined('OR', conditions) ?? '';
  }
  if (operation !== 'equals' && operation !== 'notEqual') {
    throw new UnsupportedFeatureError(`List view filter operation ${operation}`);
  }
  const negated = operation === 'notEqual';
  const conditions = values.map((value) => equality(writer, compared, value, negated));
  return joined(negated ? 'AND' : 'OR', conditions) ?? '';
}

/** The values of a filter: `Alpha, "Beta, Inc"` are two; an empty text is one blank. */
export function filterValues(text: string): string[] {
  const parts = text.match(/\s*"(?:[^"]|"")*"\s*|[^,]+/g) ?? [''];
  return parts.map((part) =>
    part
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"'),
  );
}

/** The reverse of {@link filterValues}. */
export function filterText(values: readonly string[]): string {
  return values.map((value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',');
}

function textCondition(
  { binds }: ConditionWriter,
  { path }: ComparedField,
  values: readonly string[],
  [before, after, negated]: readonly [string, string, boolean],
): string {
  const likes = values.map((value) => `${path} LIKE ${binds.add(before + escapeLike(value) + after)}`);
  const any = joined('OR', likes) ?? '';
  return negated ? `(NOT ${any})` : any;
}

function equality(writer: ConditionWriter, compared: ComparedField, text: string, negated: boolean): string {
  const { path, field } = compared;
  if (text === '' && field.type !== 'boolean') return `${path} ${negated ? '!=' : '='} null`;
  if (field.type === 'date' || field.type === 'datetime')
    return dateEquality(writer, compared, text, negated);
  return `${path} ${negated ? '!=' : '='} ${writer.binds.add(literal(field, text))}`;
}

function orderCondition(
  writer: ConditionWriter,
  compared: ComparedField,
  operator: string,
  text: string,
): string {
  const { path, field } = compared;
  if (field.type !== 'date' && field.type !== 'datetime') {
    return `${path} ${operator} ${writer.binds.add(literal(field, text))}`;
  }
  const relative = dateLiteral(text);
  if (relative !== undefined) return `${path} ${operator} ${relative}`;
  const date = requireDate(field, text);
  if (field.type === 'date') return `${path} ${operator} ${writer.binds.add(date)}`;
  const { from, to } = dayBounds(date, writer.timeZone);
  // A day is reached with its first moment and passed with its last.
  const bound = operator === '<=' || operator === '>' ? to : from;
  const exact = operator === '<=' ? '<' : operator === '>' ? '>=' : operator;
  return `${path} ${exact} ${writer.binds.add(bound)}`;
}

function dateEquality(
  { binds, timeZone }: ConditionWriter,
  { path, field }: ComparedField,
  text: string,
  negated: boolean,
): string {
  const relative = dateLiteral(text);
  if (relative !== undefined) return `${path} ${negated ? '!=' : '='} ${relative}`;
  const date = requireDate(field, text);
  if (field.type === 'date') return `${path} ${negated ? '!=' : '='} ${binds.add(date)}`;
  const { from, to } = dayBounds(date, timeZone);
  const within = `(${path} >= ${binds.add(from)} AND ${path} < ${binds.add(to)})`;
  return negated ? `(NOT ${within})` : within;
}

function requireDate(field: Field, text: string): string {
  const date = dateOf(text);
  if (date === undefined) throw invalidValue(field, text);
  return date;
}

/** A value of a filter as its field has it. */
function literal(field: Field, text: string): FieldValue {
  if (field.type === 'boolean') return text === '1' || text.toLowerCase() === 'true';
  if (!NUMBERS.has(field.type)) return text;
  const number = Number(text.replace(/[$,%\s]/g, ''));
  if (Number.isNaN(number)) throw invalidValue(field, text);
  return number;
}

function invalidValue({ name }: Field, text: string): ApiError {
  return new ApiError('INVALID_QUERY_FILTER_OPERATOR', `'${text}' is not a valid value of ${name}`);
}
