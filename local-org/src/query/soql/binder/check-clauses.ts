import { UnsupportedFeatureError } from '../../../core';
import type { SoqlQuery } from '../syntax/ast';
import type { BindContext } from './bind-context';
import { isAggregateQuery, isCountQuery } from './bind-grouping';

/** Most rows of a query with FIELDS(ALL) or FIELDS(CUSTOM). */
const MAX_FIELDS_ROWS = 200;

interface ClauseRule {
  broken(query: SoqlQuery): boolean;
  readonly message: string;
}

/**
 * Clauses that cannot stand together.
 *
 * UNVERIFIED: the texts, but those on LIMIT of a non-grouped query and on FIELDS().
 */
const RULES: readonly ClauseRule[] = [
  {
    broken: (query) => query.forClauses.includes('UPDATE') && query.orderBy.length > 0,
    message: 'ORDER BY is not allowed with FOR UPDATE',
  },
  {
    broken: (query) =>
      query.forClauses.includes('UPDATE') && (isAggregateQuery(query) || isCountQuery(query)),
    message: 'FOR UPDATE is not allowed with aggregate functions',
  },
  {
    broken: (query) => isCountQuery(query) && query.orderBy.length > 0,
    message: 'ORDER BY is not allowed with COUNT()',
  },
  {
    broken: (query) => isCountQuery(query) && query.groupBy !== null,
    message: 'COUNT() is not allowed with GROUP BY: use COUNT(Id)',
  },
  {
    broken: (query) =>
      query.limit !== null && query.groupBy === null && isAggregateQuery(query) && !isCountQuery(query),
    message: 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
  },
  {
    broken: (query) =>
      query.select.some((item) => item.kind === 'fields' && item.group !== 'STANDARD') &&
      (query.limit === null || (query.limit.kind === 'number' && query.limit.value > MAX_FIELDS_ROWS)),
    message: `The SOQL FIELDS function must have a LIMIT of at most ${MAX_FIELDS_ROWS}`,
  },
];

/**
 * Checks which clauses a query combines, before its names are resolved.
 * @throws ApiError MALFORMED_QUERY for two clauses that exclude each other
 * @throws UnsupportedFeatureError for clauses that the local org does not execute
 */
export function checkClauses(context: BindContext, query: SoqlQuery, child: boolean): void {
  for (const rule of RULES) {
    if (rule.broken(query)) throw context.error('MALFORMED_QUERY', query.offset, rule.message);
  }
  if (query.update[0]) throw new UnsupportedFeatureError(`SOQL: UPDATE ${query.update[0]}`);
  if (query.with === 'DATA CATEGORY' || query.with === 'FILTER') {
    throw new UnsupportedFeatureError(`SOQL: WITH ${query.with}`);
  }
  if (child && query.forClauses[0])
    throw new UnsupportedFeatureError(`SOQL: FOR ${query.forClauses[0]} in a child subquery`);
}
