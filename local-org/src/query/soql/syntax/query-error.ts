import { ApiError, positionAt } from '../../../core';

/** Characters of the query shown on either side of the fault, before the cut moves to the next blank or comma. */
const CONTEXT_CHARACTERS = 31;
const BOUNDARY = /[\s,]/;

export type QueryErrorCode =
  | 'INVALID_FIELD'
  | 'INVALID_TYPE'
  | 'INVALID_TYPE_FOR_OPERATION'
  | 'INVALID_QUERY_FILTER_OPERATOR'
  | 'MALFORMED_QUERY'
  | 'MALFORMED_SEARCH'
  | 'NUMBER_OUTSIDE_VALID_RANGE';

/**
 * Makes an error at a place of a query, in the platform's form: a part of the query, a caret under the place, its
 * row and column, the text.
 *
 * `queryError('INVALID_FIELD', 'SELECT X FROM A', 7, 'No such ...').message` is
 * `'\nSELECT X FROM A\n       ^\nERROR at Row:1:Column:8\nNo such ...'`.
 * @param offset place in the query, from 0
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export function queryError(code: QueryErrorCode, query: string, offset: number, text: string): ApiError {
  const { line, column } = positionAt(query, offset);
  return new ApiError(code, positionBlock(query, offset, line, column, 0) + text);
}

/**
 * Makes the error for a token that cannot stand where it stands. The platform counts its column from 0, unlike
 * the columns of all other errors.
 *
 * UNVERIFIED: which token is named where several rules are broken at once.
 * @param token its text, `<EOF>` for the end of the query
 */
export function unexpectedToken(query: string, offset: number, token: string): ApiError {
  const { line, column } = positionAt(query, offset);
  const block = positionBlock(query, offset, line, column - 1, -1);
  return new ApiError('MALFORMED_QUERY', `${block}unexpected token: '${token}'`);
}

function positionBlock(query: string, offset: number, row: number, column: number, shift: number): string {
  let start = Math.max(0, offset - CONTEXT_CHARACTERS);
  if (start > 0) {
    while (start > 0 && !BOUNDARY.test(query.charAt(start))) start--;
    if (BOUNDARY.test(query.charAt(start))) start++;
  }
  let end = Math.min(query.length, offset + CONTEXT_CHARACTERS);
  while (end < query.length && !BOUNDARY.test(query.charAt(end))) end++;
  const excerpt = query.slice(start, end).replace(/[\r\n]/g, ' ');
  const caret = ' '.repeat(Math.max(0, offset - start + shift));
  return `\n${excerpt}\n${caret}^\nERROR at Row:${row}:Column:${column}\n`;
}
