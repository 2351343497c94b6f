import { ApiError, UnsupportedFeatureError } from '../../core';

export type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE';

/** An object of RETURNING, with the query that selects and filters its records. */
export interface ReturningItem {
  readonly objectName: string;
  readonly soql: string;
}

export interface SoslSearch {
  /** The text of the search, or the name of the bind variable that holds it. */
  readonly term: { readonly kind: 'text' | 'bind'; readonly text: string };
  readonly group: SearchGroup;
  /** Null: every searchable object. */
  readonly returning: readonly ReturningItem[] | null;
  readonly limit: { readonly kind: 'number' | 'bind'; readonly text: string } | null;
}

const FIND = /^\s*FIND\s*(?:\{((?:\\.|[^}\\])*)\}|'((?:\\.|[^'\\])*)'|:\s*([\w.]+))/i;
const GROUP = /^\s*IN\s+(\w+)\s+FIELDS\b/i;
const GROUPS: readonly SearchGroup[] = ['ALL', 'NAME', 'EMAIL', 'PHONE'];
const LIMIT = /^\s*LIMIT\s+(?:(\d+)|:\s*([\w.]+))/i;
const CLAUSE = /\b(WHERE|USING|ORDER\s+BY|LIMIT|OFFSET)\b/i;

/**
 * Parses a search into its parts. What stands in the parentheses of RETURNING is turned into a query.
 *
 * UNVERIFIED: the texts of its errors, but that on the missing search term; errors inside RETURNING show that query.
 * @throws ApiError MALFORMED_SEARCH
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_syntax.htm
 */
export function parseSosl(sosl: string): SoslSearch {
  const find = FIND.exec(sosl);
  if (!find) throw malformed('No search term found. The search term must be enclosed in braces.');
  let rest = sosl.slice(find[0].length);
  const term =
    find[3] === undefined
      ? { kind: 'text' as const, text: find[1] ?? find[2] ?? '' }
      : { kind: 'bind' as const, text: find[3] };
  const group = GROUP.exec(rest);
  if (group) rest = rest.slice(group[0].length);
  const returning = /^\s*RETURNING\b/i.exec(rest);
  let items: ReturningItem[] | null = null;
  if (returning) {
    const read = readReturning(rest.slice(returning[0].length));
    items = read.items;
    rest = read.rest;
  }
  const limit = LIMIT.exec(rest);
  if (limit) rest = rest.slice(limit[0].length);
  if (rest.trim() !== '') throw refusedRest(rest.trim());
  return {
    term,
    group: searchGroup(group?.[1]),
    returning: items,
    limit:
      limit &&
      (limit[1] === undefined ? { kind: 'bind', text: limit[2] ?? '' } : { kind: 'number', text: limit[1] }),
  };
}

function searchGroup(name = 'ALL'): SearchGroup {
  const group = GROUPS.find((known) => known === name.toUpperCase());
  if (!group) throw new UnsupportedFeatureError(`SOSL: IN ${name.toUpperCase()} FIELDS`);
  return group;
}

function readReturning(text: string): { items: ReturningItem[]; rest: string } {
  const items: ReturningItem[] = [];
  let rest = text;
  for (;;) {
    const name = /^\s*(\w+)/.exec(rest)?.[1];
    if (!name) throw malformed("unexpected token: '<EOF>'");
    rest = rest.trimStart().slice(name.length).trimStart();
    const inside = rest.startsWith('(') ? upToClosing(rest) : null;
    if (inside !== null) rest = rest.slice(inside.length + 2).trimStart();
    items.push({ objectName: name, soql: queryOf(name, inside ?? '') });
    if (!rest.startsWith(',')) return { items, rest };
    rest = rest.slice(1);
  }
}

/** The text between an opening parenthesis and the one that closes it; parentheses in quotes do not count. */
function upToClosing(text: string): string {
  let depth = 0;
  for (const match of text.matchAll(/'(?:\\.|[^'\\])*'|[()]/g)) {
    if (match[0] === '(') depth++;
    else if (match[0] === ')' && --depth === 0) return text.slice(1, match.index);
  }
  throw malformed("expecting ')', found '<EOF>'");
}

function queryOf(objectName: string, inside: string): string {
  const clause = CLAUSE.exec(inside);
  const fields = (clause ? inside.slice(0, clause.index) : inside).trim();
  const clauses = clause ? inside.slice(clause.index) : '';
  return `SELECT ${fields === '' ? 'Id' : fields} FROM ${objectName} ${clauses}`.trimEnd();
}

function refusedRest(rest: string): Error {
  const clause = /^(WITH\s+\w+|UPDATE\s+\w+)/i.exec(rest)?.[0];
  if (clause) return new UnsupportedFeatureError(`SOSL: ${clause.toUpperCase().replace(/\s+/g, ' ')}`);
  return malformed(`unexpected token: '${/^\S+/.exec(rest)?.[0] ?? ''}'`);
}

function malformed(message: string): ApiError {
  return new ApiError('MALFORMED_SEARCH', message);
}
