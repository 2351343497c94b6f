import { ApexErrorListener, type ApexToken } from '@apexdevtools/apex-parser';
import type { CompileProblem } from '../semantics/compile-error';

/** Ends the reading of a source whose faults are known well enough. */
export class TooManyProblems extends Error {}

/** Collects what lexer and parser complain about, in the platform's words. */
export class SyntaxProblems extends ApexErrorListener {
  readonly found: CompileProblem[] = [];

  /** @param most how many problems are looked for; recovering from thousands takes longer than all else */
  constructor(private readonly most: number) {
    super();
  }

  /** @throws TooManyProblems */
  override apexSyntaxError(line: number, column: number, message: string): void {
    this.found.push({ line, column: column + 1, message });
    if (this.found.length >= this.most) throw new TooManyProblems();
  }

  override syntaxError(
    _recognizer: unknown,
    offending: ApexToken | number | null,
    line: number,
    column: number,
    message: string,
  ): void {
    const token = offending !== null && typeof offending === 'object' ? offending.text : null;
    this.apexSyntaxError(line, column, platformText(message, token));
  }
}

/** The parser's message in the platform's words; the parser lists all it would have taken, the platform does not. */
function platformText(message: string, token: string | null): string {
  const missing = /^missing ('.+') at ('.*')$/s.exec(message);
  if (missing) return `Missing ${missing[1] ?? ''} at ${missing[2] ?? ''}`;
  if (token !== null) return `Unexpected token '${token}'.`;
  const [, text = ''] = /^token recognition error at: '(.*)'$/s.exec(message) ?? [];
  if (!text.startsWith("'")) return `Unrecognized symbol '${text}', which is not a valid Apex identifier.`;
  const [, escape] = /\\([^btnfr"'\\u])/i.exec(text) ?? [];
  if (escape === undefined || text.includes('\n')) return 'Line breaks are not allowed in string literals';
  const literal = text.slice(1);
  return `Invalid string literal '${literal}'. Illegal character sequence '\\${escape}' in string literal.`;
}
