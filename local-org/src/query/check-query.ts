import type { Schema } from '../schema';
import { bindStatement } from './soql/bind-statement';
import { resultColumns } from './soql/result/result-columns';
import { parseSoql } from './soql/syntax/parse-soql';

/** What is known of a query without running it. */
export interface QueryFacts {
  /** The object after FROM. */
  readonly entityName: string;
  /** Whether its rows are aggregates. */
  readonly aggregate: boolean;
  /** `SELECT COUNT()`: a number instead of rows. */
  readonly count: boolean;
}

/**
 * Parses a query and resolves its names against a schema, for code that holds queries. Binds (`:name`) may stand in it.
 * @throws ApiError with the platform's code, text and position
 */
export function checkQuery(soql: string, schema: Schema): QueryFacts {
  const syntax = parseSoql(soql);
  const { query } = bindStatement(soql, syntax, schema, { canRead: () => true, isVirtual: () => false });
  const [only, ...others] = syntax.select;
  const first = only?.kind === 'expression' ? only.expression : null;
  const count =
    others.length === 0 &&
    first?.kind === 'function' &&
    first.name === 'COUNT' &&
    first.arguments.length === 0;
  const aggregates = resultColumns(query.shape).some(
    (column) => column.aggregate && column.joinColumns.length === 0,
  );
  return { entityName: query.root.type.name, aggregate: query.groupBy.length > 0 || aggregates, count };
}
