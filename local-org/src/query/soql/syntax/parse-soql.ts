import { createRequire } from 'node:module';
import { ApiError, MAX_SOQL_CHARACTERS } from '../../../core';
import type * as grammarModule from './apex-grammar';
import type { SoqlQuery } from './ast';

/** Syntax trees kept for the next query with the same text. */
const MAX_CACHED_QUERIES = 500;
/** Longer queries hold lists of values and hardly come twice; keeping them would only fill the memory. */
export const MAX_CACHED_QUERY_CHARACTERS = 4_000;

const load = createRequire(__filename);

let grammar: typeof grammarModule | undefined;
const cache = new Map<string, SoqlQuery>();

/**
 * Parses a query, or answers the tree of an earlier parse of the same text.
 * The grammar is loaded at the first call: it takes longer to load than an org to start.
 * @throws ApiError MALFORMED_QUERY at the first fault, or for a query of more than 100,000 characters
 */
export function parseSoql(query: string): SoqlQuery {
  const known = cache.get(query);
  if (known) {
    cache.delete(query);
    cache.set(query, known);
    return known;
  }
  if (query.length > MAX_SOQL_CHARACTERS) {
    throw new ApiError('MALFORMED_QUERY', 'SOQL statements cannot be longer than 100000 characters.');
  }
  grammar ??= load('./apex-grammar') as typeof grammarModule;
  const tree = grammar.parseWithGrammar(query);
  if (query.length > MAX_CACHED_QUERY_CHARACTERS) return tree;
  cache.set(query, tree);
  if (cache.size > MAX_CACHED_QUERIES) cache.delete(cache.keys().next().value as string);
  return tree;
}
