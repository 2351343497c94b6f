import { positionAt } from '../../core';
import { FormulaError } from '../errors';
import type { Token } from './token';

const BLANK = /(?:\s|\/\*[\s\S]*?\*\/)*/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const IDENTIFIER = /[A-Za-z$][A-Za-z0-9$_:.#]*/y;
const MERGE = /\{!\s*([^{}\s]+)\s*\}/y;
const SYMBOL = /\|\||&&|<>|!=|==|<=|>=|[-+*/^&!=<>(),[\]]/y;
const STRING = /"((?:[^"\\\n\r]|\\[^\n\r])*)"|'((?:[^'\\\n\r]|\\[^\n\r])*)'/y;

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  N: '\n',
  r: '\r',
  R: '\r',
  t: '\t',
  T: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/**
 * Cuts a formula into tokens, the last of which is `End`. White space and comments fall away.
 * @throws FormulaError on a character, a string or a comment that does not belong to the language
 * @see https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm&type=5
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let offset = skipBlank(source, 0);
  while (offset < source.length) {
    const [token, end] = readToken(source, offset);
    tokens.push(token);
    offset = skipBlank(source, end);
  }
  tokens.push({ kind: 'End', text: 'end of formula', offset: source.length });
  return tokens;
}

function skipBlank(source: string, offset: number): number {
  BLANK.lastIndex = offset;
  BLANK.exec(source);
  return BLANK.lastIndex;
}

function readToken(source: string, offset: number): [Token, number] {
  const number = match(NUMBER, source, offset);
  if (number) return [{ kind: 'Number', text: number[0], offset }, NUMBER.lastIndex];
  const identifier = match(IDENTIFIER, source, offset);
  if (identifier) return [{ kind: 'Identifier', text: identifier[0], offset }, IDENTIFIER.lastIndex];
  const string = match(STRING, source, offset);
  if (string) {
    const text = unescape(string[1] ?? string[2] ?? '', source, offset);
    return [{ kind: 'String', text, offset }, STRING.lastIndex];
  }
  const merge = match(MERGE, source, offset);
  if (merge) return [{ kind: 'Merge', text: merge[1] ?? '', offset }, MERGE.lastIndex];
  const symbol = match(SYMBOL, source, offset);
  if (symbol) return [{ kind: 'Symbol', text: symbol[0], offset }, SYMBOL.lastIndex];
  throw new FormulaError(`Syntax error. Found '${source[offset]}'`, positionAt(source, offset));
}

function match(pattern: RegExp, source: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(source);
}

function unescape(raw: string, source: string, offset: number): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(.)/g, (sequence, character: string) => {
    const value = ESCAPES[character];
    if (value === undefined) {
      throw new FormulaError(`Syntax error. Found '${sequence}'`, positionAt(source, offset));
    }
    return value;
  });
}
