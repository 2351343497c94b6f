import { queryError } from './query-error';

/** Stands for the backslash of `\_` and `\%`, which the grammar does not know, while a query is parsed. */
const LIKE_ESCAPE = '\uE000';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/**
 * Prepares a query for the grammar: escaped wildcards are masked by a text of the same length.
 * @throws ApiError MALFORMED_QUERY for an escape that strings do not have
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm
 */
export function maskLikeEscapes(query: string): string {
  if (!query.includes('\\')) return query;
  return query.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (escape, code: string, offset: number) => {
    if (code === '_' || code === '%') return LIKE_ESCAPE + code;
    if (code.length === 1 && ESCAPES[code] === undefined) {
      throw queryError(
        'MALFORMED_QUERY',
        query,
        offset,
        `Illegal character sequence '${escape}' in string literal`,
      );
    }
    return escape;
  });
}

/** Reads a quoted literal: its value, and the pattern it is for LIKE (a backslash escapes a wildcard). */
export function readStringLiteral(quoted: string): { value: string; pattern: string } {
  const body = quoted.slice(1, -1);
  if (!body.includes('\\') && !body.includes(LIKE_ESCAPE)) return { value: body, pattern: body };
  const unescaped = body.replace(
    /\\(?:u([0-9a-fA-F]{4})|(.))/g,
    (_, hex: string | undefined, code: string) =>
      hex === undefined ? (ESCAPES[code] ?? code) : String.fromCharCode(parseInt(hex, 16)),
  );
  return {
    value: unescaped.replaceAll(LIKE_ESCAPE, ''),
    pattern: unescaped.replaceAll('\\', '\\\\').replaceAll(LIKE_ESCAPE, '\\'),
  };
}
