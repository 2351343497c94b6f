import type { SoqlQuery } from './ast';
import { parseTree } from './grammar';
import { unexpectedToken } from './query-error';
import { maskLikeEscapes } from './string-literal';
import { readQuery, ReservedWordAlias } from './tree-query';

/**
 * Parses a query into its syntax tree.
 * @throws ApiError MALFORMED_QUERY at the first fault
 */
export function parseWithGrammar(query: string): SoqlQuery {
  const tree = parseTree(query, maskLikeEscapes(query));
  try {
    return readQuery(tree);
  } catch (error) {
    if (error instanceof ReservedWordAlias) throw unexpectedAfter(query, error.end);
    throw error;
  }
}

function unexpectedAfter(query: string, end: number): Error {
  const [, blanks = '', token] = /^(\s*)([\w.]+|\S)?/.exec(query.slice(end)) ?? [];
  return unexpectedToken(query, end + (token === undefined ? 0 : blanks.length), token ?? '<EOF>');
}
