import type { SourcePosition } from '../../core';
import { positionAt } from '../../core';
import { FormulaError } from '../errors';
import { tokenize } from './lexer';
import type { BinaryOperator, FormulaNode } from './nodes';
import type { Token } from './token';

/**
 * Operators by binding strength, weakest first. Multiplication binds tighter than `^`, as in the platform's grammar:
 * `2 * 3 ^ 2` is 36.
 */
const LEVELS: readonly Readonly<Record<string, BinaryOperator>>[] = [
  { '||': '||' },
  { '&&': '&&' },
  { '=': '=', '==': '=', '<>': '<>', '!=': '<>' },
  { '<': '<', '>': '>', '<=': '<=', '>=': '>=' },
  { '+': '+', '-': '-', '&': '&' },
  { '^': '^' },
  { '*': '*', '/': '/' },
];

const CONSTANTS: Readonly<Record<string, (position: SourcePosition) => FormulaNode>> = {
  TRUE: (position) => ({ kind: 'Boolean', value: true, position }),
  FALSE: (position) => ({ kind: 'Boolean', value: false, position }),
  NULL: (position) => ({ kind: 'Null', position }),
};

/** Nesting at which the parser gives up, so that a hostile formula cannot exhaust the stack. */
const MAX_DEPTH = 500;

/**
 * Parses a formula into its tree.
 * @throws FormulaError with the platform's text, such as `Syntax error. Missing ')'`
 * @see https://help.salesforce.com/s/articleView?id=platform.formula_elements.htm&type=5
 */
export function parseFormula(source: string): FormulaNode {
  return new FormulaParser(source).parse();
}

class FormulaParser {
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;

  constructor(private readonly source: string) {
    this.tokens = tokenize(source);
  }

  parse(): FormulaNode {
    const node = this.binary(0);
    if (this.current.kind !== 'End') throw this.error(`Syntax error. Extra ${this.quoted(this.current)}`);
    return node;
  }

  private binary(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const token = this.current;
      const operator = token.kind === 'Symbol' ? operators[token.text] : undefined;
      if (!operator) return left;
      this.index++;
      const right = this.binary(level + 1);
      left = Object.freeze({ kind: 'Binary', operator, left, right, position: this.positionOf(token) });
    }
  }

  private unary(): FormulaNode {
    const token = this.current;
    const operator = unaryOperator(token);
    if (!operator) return this.primary();
    this.enter();
    this.index++;
    const operand = this.unary();
    this.depth--;
    return Object.freeze({ kind: 'Unary', operator, operand, position: this.positionOf(token) });
  }

  private primary(): FormulaNode {
    const token = this.current;
    const position = this.positionOf(token);
    this.index++;
    switch (token.kind) {
      case 'Number':
        return Object.freeze({ kind: 'Number', text: token.text, position });
      case 'String':
        return Object.freeze({ kind: 'Text', value: token.text, position });
      case 'Merge':
        return Object.freeze({ kind: 'Reference', name: token.text, merge: true, position });
      case 'Identifier':
        return Object.freeze(this.named(token, position));
      default:
        if (token.text === '(') return this.parenthesised();
        this.index--;
        throw this.error(token.kind === 'End' ? 'Syntax error' : `Syntax error. Found ${this.quoted(token)}`);
    }
  }

  private parenthesised(): FormulaNode {
    this.enter();
    const node = this.binary(0);
    this.expect(')');
    this.depth--;
    return node;
  }

  private named(token: Token, position: SourcePosition): FormulaNode {
    const constant = CONSTANTS[token.text.toUpperCase()];
    if (constant) return constant(position);
    if (!this.at('(')) return { kind: 'Reference', name: token.text, merge: false, position };
    this.enter();
    this.index++;
    const parameters: FormulaNode[] = [];
    if (!this.at(')')) {
      do parameters.push(this.binary(0));
      while (this.take(','));
    }
    this.expect(')');
    this.depth--;
    return { kind: 'Call', name: token.text, arguments: Object.freeze(parameters), position };
  }

  private enter(): void {
    if (++this.depth > MAX_DEPTH) throw this.error('Syntax error');
  }

  private get current(): Token {
    return this.tokens[this.index] as Token;
  }

  private at(symbol: string): boolean {
    return this.current.kind === 'Symbol' && this.current.text === symbol;
  }

  private take(symbol: string): boolean {
    if (!this.at(symbol)) return false;
    this.index++;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.take(symbol)) throw this.error(`Syntax error. Missing '${symbol}'`);
  }

  private quoted(token: Token): string {
    return token.kind === 'String' ? `'"${token.text}"'` : `'${token.text}'`;
  }

  private positionOf(token: Token): SourcePosition {
    return positionAt(this.source, token.offset);
  }

  private error(message: string): FormulaError {
    return new FormulaError(message, this.positionOf(this.current));
  }
}

function unaryOperator(token: Token): '-' | '+' | '!' | undefined {
  if (token.kind === 'Identifier') return token.text.toUpperCase() === 'NOT' ? '!' : undefined;
  if (token.kind !== 'Symbol') return undefined;
  return token.text === '-' || token.text === '+' || token.text === '!' ? token.text : undefined;
}
