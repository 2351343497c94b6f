import { ApiError } from '../../../core';
import type { QueryEngine, QueryOptions, ResultColumn, ResultRecord, ResultValue } from '../../../query';
import { decimalText } from '../../rest/number-text';

/** A column of the result: where its value stands in a record, and how it is written. */
export interface QueryColumn {
  /** `['Account', 'Name']` */
  readonly path: readonly string[];
  readonly write: (value: string | number | boolean) => string;
}

/** What Bulk API 2.0 refuses in a query, by what it looks for in the text without string literals. */
const REFUSED_CLAUSES: readonly (readonly [RegExp, string])[] = [
  [/(?:^\s*SELECT|,)\s*\(\s*SELECT\b/i, 'Aggregate Relationships not supported in Bulk Query'],
  [/\bTYPEOF\b/i, 'TYPEOF not supported in Bulk Query'],
  [/\bGROUP\s+BY\b/i, 'GROUP BY not supported in Bulk Query'],
  [/\bOFFSET\s+\d/i, 'OFFSET not supported in Bulk Query'],
  [/^\s*SELECT\s+COUNT\s*\(\s*\)/i, 'COUNT query not supported'],
];
const STRING_LITERAL = /'(?:\\.|[^'\\])*'/g;
const COMPOUND_TYPES: ReadonlySet<string> = new Set(['Address', 'Location']);

/**
 * The columns of a query, which is checked on the way.
 *
 * UNVERIFIED: the texts for TYPEOF, GROUP BY and OFFSET.
 * @throws ApiError MALFORMED_QUERY, INVALID_FIELD, ... as any query, API_ERROR for what Bulk API 2.0 refuses
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/queries.htm
 */
export function queryColumns(
  engine: QueryEngine,
  soql: string,
  options: QueryOptions,
): { readonly entityName: string; readonly columns: readonly QueryColumn[] } {
  const text = soql.replace(STRING_LITERAL, "''");
  for (const [clause, message] of REFUSED_CLAUSES) if (clause.test(text)) throw refused(message);
  const { entityName, columnMetadata } = engine.columns(soql, options);
  return { entityName, columns: columnMetadata.flatMap((column) => columnsOf(column, [])) };
}

function columnsOf(column: ResultColumn, parents: readonly string[]): QueryColumn[] {
  const path = [...parents, column.columnName];
  if (column.joinColumns.length > 0) return column.joinColumns.flatMap((child) => columnsOf(child, path));
  if (column.aggregate) throw refused('Aggregate functions not supported in Bulk Query');
  if (COMPOUND_TYPES.has(column.apexType))
    throw refused('Selecting compound data not supported in Bulk Query');
  return [{ path, write: WRITERS[column.apexType] ?? String }];
}

/** How values are written, by type; others are written as they are. */
const WRITERS: Readonly<Record<string, QueryColumn['write']>> = {
  Double: (value) => (typeof value === 'number' ? decimalText(value) : String(value)),
  Datetime: (value) => String(value).replace(/\+0000$/, 'Z'),
};

function refused(message: string): ApiError {
  return new ApiError('API_ERROR', message);
}

/** The text of a record's value in a column; empty when it is blank or a parent is missing. */
export function columnText({ path, write }: QueryColumn, record: ResultRecord): string {
  let value: ResultValue | undefined = record;
  for (const name of path) {
    if (value === null || typeof value !== 'object' || !('fields' in value)) return '';
    value = value.fields[name];
  }
  return value === null || value === undefined || typeof value === 'object' ? '' : write(value);
}
