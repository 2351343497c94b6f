import {
  ApexErrorListener,
  ApexParser,
  ApexParserFactory,
  type ApexToken,
  type QueryContext,
} from '@apexdevtools/apex-parser';
import { ApiError, UnsupportedFeatureError } from '../../../core';
import { queryError, unexpectedToken } from './query-error';

interface SyntaxFault {
  readonly token: ApexToken | null;
  readonly offset: number;
}

/** Keeps the first fault of lexer or parser. */
class FirstFault extends ApexErrorListener {
  fault: SyntaxFault | null = null;

  constructor(private readonly text: string) {
    super();
  }

  override apexSyntaxError(line: number, column: number): void {
    this.fault ??= { token: null, offset: offsetOf(this.text, line, column) };
  }

  override syntaxError(
    _recognizer: unknown,
    offending: ApexToken | number | null,
    line: number,
    column: number,
  ): void {
    const token = typeof offending === 'object' ? offending : null;
    this.fault ??= {
      token,
      offset: token ? tokenOffset(token, this.text) : offsetOf(this.text, line, column),
    };
  }
}

/**
 * How much a query may nest: the sum of the squares of the depths of its brackets. At each bracket the parser looks ahead
 * through all that is open; fifty within each other take it a third of a second.
 *
 * DEVIATION: the platform judges by the size of the statement that it makes of the query.
 */
const MAX_NESTING_COST = 50_000;
/** Brackets, and texts with what stands in them. */
const BRACKETS = /[()]|'(?:\\.|[^'\\])*'/gs;
const TOO_COMPLICATED =
  'Query is either selecting too many fields or the filter conditions are too complicated.';

/**
 * Parses a query with the grammar that SOQL and Apex share.
 * @param query the text for error messages
 * @param masked the same with escaped wildcards masked
 * @throws ApiError MALFORMED_QUERY at the first fault, QUERY_TOO_COMPLICATED for brackets within brackets without end
 * @see https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_soslsoql.htm
 */
export function parseTree(query: string, masked: string): QueryContext {
  checkNesting(masked);
  const listener = new FirstFault(masked);
  const { parser } = ApexParserFactory.createLexerAndParser(masked, listener);
  const tree = parser.query();
  if (listener.fault) throw faultError(query, parser, listener.fault);
  const next = parser.getTokenStream().LT(1);
  if (next.type !== ApexParser.EOF) throw unexpectedToken(query, next.start, next.text);
  return tree;
}

function checkNesting(masked: string): void {
  let depth = 0;
  let cost = 0;
  for (const [token] of masked.matchAll(BRACKETS)) {
    if (token === '(') cost += (++depth) ** 2;
    else if (token === ')') depth = Math.max(0, depth - 1);
    if (cost > MAX_NESTING_COST) {
      throw new ApiError('QUERY_TOO_COMPLICATED', TOO_COMPLICATED);
    }
  }
}

function faultError(
  query: string,
  parser: ApexParser,
  fault: SyntaxFault,
): ApiError | UnsupportedFeatureError {
  if (fault.token === null) return characterError(query, fault.offset);
  if (fault.token.type === ApexParser.OFFSET)
    return new UnsupportedFeatureError('SOQL: OFFSET in a child subquery');
  const misplaced = misplacedFrom(parser);
  if (misplaced) return unexpectedToken(query, misplaced.start, misplaced.text);
  const text = fault.token.type === ApexParser.EOF ? '<EOF>' : fault.token.text;
  return unexpectedToken(query, fault.offset, text);
}

/** The grammar takes FROM for a field name after a comma and complains later; the platform complains at FROM. */
function misplacedFrom(parser: ApexParser): ApexToken | undefined {
  const stream = parser.getTokenStream();
  let previous: ApexToken | undefined;
  for (let i = 0; i < stream.size; i++) {
    const token = stream.get(i);
    if (token.channel !== 0) continue;
    const afterList = previous?.type === ApexParser.COMMA || previous?.type === ApexParser.SELECT;
    if (token.type === ApexParser.FROM && afterList) return token;
    previous = token;
  }
  return undefined;
}

function characterError(query: string, offset: number): ApiError {
  const { character, column } = { character: query.charAt(offset), column: offset };
  const text =
    character === "'"
      ? `line 1:${query.length} mismatched character '<EOF>' expecting '''`
      : `line 1:${column} no viable alternative at character '${character}'`;
  return queryError('MALFORMED_QUERY', query, character === "'" ? query.length : offset, text);
}

function tokenOffset(token: ApexToken, text: string): number {
  return token.type === ApexParser.EOF ? text.length : token.start;
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let row = 1; row < line; row++) start = text.indexOf('\n', start) + 1;
  return start + column;
}
