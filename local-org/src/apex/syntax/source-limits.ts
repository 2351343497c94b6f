import { ApexLexer, type ApexToken } from '@apexdevtools/apex-parser';
import type { CompileProblem } from '../semantics/compile-error';

/** The kinds of sources, which have limits of their own. */
export type SourceKind = 'class' | 'trigger' | 'anonymous';

/**
 * Most characters of a source: those of the platform's own compiler, which `prettier-plugin-apex` carries
 * (`ScriptTooLargeValidator` in `apex-jorje-lsp.jar`).
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm (Static Apex Limits)
 */
const MAX_SOURCE_CHARACTERS: Readonly<Record<SourceKind, number>> = {
  class: 1_000_000,
  trigger: 1_000_000,
  anonymous: 32_000,
};

/** How much of a source is told when it is too large; from the same place. */
const SHOWN_CHARACTERS = 100;

/** What is wrong with the size of a source; null when it is small enough. */
export function sizeProblem(kind: SourceKind, source: string): CompileProblem | null {
  if (source.length <= MAX_SOURCE_CHARACTERS[kind]) return null;
  return { line: 1, column: 1, message: `Script too large: ${source.slice(0, SHOWN_CHARACTERS)}...` };
}

/** What is said of code that is nested too deeply for the compiler: the platform says it whenever its stack is exhausted. */
export const TOO_LONG_MESSAGE =
  'Expression is too long, please split this expression into multiple statements';

/**
 * How deeply code may nest. Choosing between a cast, a call and a pair of parentheses, the parser looks ahead through all
 * that is open, so its time grows with the third power of the depth. What nests without a bracket is cheap, and is left
 * to the limit of the stack.
 *
 * DEVIATION: the platform's only limit is the size of its stack, which is not known.
 */
const MAX_OPEN_BRACKETS = 200;
/** `(A) (B) (C) x`. */
const MAX_CASTS_IN_A_ROW = 40;
/** `[SELECT Id FROM Account WHERE ((Name = 'x'))]`. */
const MAX_OPEN_BRACKETS_OF_QUERY = 50;
/** `Map<A, Map<B, C>>`, or `a < b`. */
const MAX_OPEN_ANGLES = 100;
/**
 * `a + b + c`: at each operator the parser looks to the end of the expression, so it costs as much as there are operators
 * before it. A whole source may cost what 5,476 operators in a row do, about a second.
 */
const MAX_OPERATOR_COST = 15_000_000;

const OPENING: ReadonlySet<number> = new Set([ApexLexer.LPAREN, ApexLexer.LBRACK, ApexLexer.LBRACE]);
const CLOSING: ReadonlySet<number> = new Set([ApexLexer.RPAREN, ApexLexer.RBRACK, ApexLexer.RBRACE]);
const QUERY_BEGINS: ReadonlySet<number> = new Set([ApexLexer.SELECT, ApexLexer.FIND]);
/** What stands neither between casts nor between angle brackets. */
const ENDS_A_ROW: ReadonlySet<number> = new Set([ApexLexer.SEMI, ApexLexer.LBRACE, ApexLexer.RBRACE]);
const OPERATORS: ReadonlySet<number> = new Set([
  ApexLexer.ADD,
  ApexLexer.SUB,
  ApexLexer.MUL,
  ApexLexer.DIV,
  ApexLexer.AND,
  ApexLexer.OR,
  ApexLexer.BITAND,
  ApexLexer.BITOR,
  ApexLexer.CARET,
  ApexLexer.EQUAL,
  ApexLexer.TRIPLEEQUAL,
  ApexLexer.NOTEQUAL,
  ApexLexer.LESSANDGREATER,
  ApexLexer.TRIPLENOTEQUAL,
  ApexLexer.COAL,
]);

/** Looks at the tokens of a source for what the parser would take too long for. */
export function nestingProblem(tokens: readonly ApexToken[]): CompileProblem | null {
  const depth = new NestingDepth();
  const code = tokens.filter(({ channel }) => channel === 0);
  const found = code.find((token, i) => depth.exceededBy(token.type, code[i - 1]?.type));
  return found ? { line: found.line, column: found.column + 1, message: TOO_LONG_MESSAGE } : null;
}

class NestingDepth {
  private brackets = 0;
  private angles = 0;
  private casts = 0;
  private operators = 0;
  private operatorCost = 0;
  /** Depth at which each open query began. */
  private readonly queries: number[] = [];

  /** Takes the next token. @returns whether the code is too deep there */
  exceededBy(type: number, before: number | undefined): boolean {
    if (ENDS_A_ROW.has(type)) this.angles = this.casts = this.operators = 0;
    else if (type === ApexLexer.COMMA) this.operators = 0;
    else if (OPERATORS.has(type)) this.operatorCost += ++this.operators;
    if (OPENING.has(type)) this.brackets++;
    else if (CLOSING.has(type)) this.close();
    else if (type === ApexLexer.LT) this.angles++;
    else if (type === ApexLexer.GT) this.angles = Math.max(0, this.angles - 1);
    else if (QUERY_BEGINS.has(type) && before === ApexLexer.LBRACK) this.queries.push(this.brackets);
    if (type === ApexLexer.LPAREN && before === ApexLexer.RPAREN) this.casts++;
    return (
      this.brackets > MAX_OPEN_BRACKETS ||
      this.angles > MAX_OPEN_ANGLES ||
      this.casts > MAX_CASTS_IN_A_ROW ||
      this.operatorCost > MAX_OPERATOR_COST ||
      this.brackets - (this.queries.at(-1) ?? this.brackets) > MAX_OPEN_BRACKETS_OF_QUERY
    );
  }

  private close(): void {
    if (this.queries.at(-1) === this.brackets) this.queries.pop();
    this.brackets = Math.max(0, this.brackets - 1);
  }
}
