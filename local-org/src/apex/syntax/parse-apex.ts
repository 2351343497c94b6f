import {
  ApexParserFactory,
  type ApexParser,
  type ApexParserRuleContext,
  type ApexTokenStream,
} from '@apexdevtools/apex-parser';
import type { CompileProblem } from '../semantics/compile-error';
import type { CompilationUnit } from './ast';
import { anonymousUnitOf, triggerUnitOf, typeUnitOf } from './read-declarations';
import { nestingProblem, sizeProblem, type SourceKind } from './source-limits';
import { SyntaxProblems, TooManyProblems } from './syntax-problems';

/** The tree of a source, or what is wrong with its syntax. */
export interface ParseResult {
  /** Null when there is a problem. */
  readonly unit: CompilationUnit | null;
  readonly problems: readonly CompileProblem[];
}

/** Parses the source of a class, interface or enum. */
export function parseClass(source: string): ParseResult {
  return parse('class', source, (parser) => parser.compilationUnit(), typeUnitOf);
}

/** Parses the source of a trigger. */
export function parseTrigger(source: string): ParseResult {
  return parse('trigger', source, (parser) => parser.triggerUnit(), triggerUnitOf);
}

/** Parses what `executeAnonymous` takes. */
export function parseAnonymous(source: string): ParseResult {
  return parse('anonymous', source, (parser) => parser.anonymousUnit(), anonymousUnitOf);
}

/** Modes of prediction: the quick one takes most sources; what it refuses the full one decides. */
const QUICK_PREDICTION = 0;
const FULL_PREDICTION = 1;

/** Symbols that no Apex has, with which a source is no Apex. */
const MOST_WRONG_SYMBOLS = 100;

function parse<Context extends ApexParserRuleContext>(
  kind: SourceKind,
  source: string,
  enter: (parser: ApexParser) => Context,
  read: (context: Context) => CompilationUnit,
): ParseResult {
  const tooLarge = sizeProblem(kind, source);
  if (tooLarge) return refused([tooLarge]);
  let problems: readonly CompileProblem[] = [];
  for (const prediction of [QUICK_PREDICTION, FULL_PREDICTION]) {
    const symbols = new SyntaxProblems(MOST_WRONG_SYMBOLS);
    const tokens = untilTooMany(() => tokensOf(source, symbols));
    if (!tokens) return refused(symbols.found);
    const tooDeep = nestingProblem(tokens.tokens);
    if (tooDeep) return refused([tooDeep]);
    const faults = new SyntaxProblems(1);
    const tree = untilTooMany(() => enter(parserOf(tokens, faults, prediction)));
    problems = [...symbols.found, ...faults.found];
    if (tree && problems.length === 0) return { unit: read(tree), problems };
  }
  return refused(problems);
}

/** What a step gives; null when it ended early. */
function untilTooMany<T>(step: () => T): T | null {
  try {
    return step();
  } catch (error) {
    if (error instanceof TooManyProblems) return null;
    throw error;
  }
}

/** What follows the first fault are guesses of a parser that lost its place; the platform reports one. */
function refused(problems: readonly CompileProblem[]): ParseResult {
  const inOrder = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  return { unit: null, problems: inOrder.slice(0, 1) };
}

function tokensOf(source: string, listener: SyntaxProblems): ApexTokenStream {
  const lexer = ApexParserFactory.createLexer(source);
  lexer.removeErrorListeners();
  lexer.addErrorListener(listener);
  const tokens = ApexParserFactory.createTokenStream(lexer);
  tokens.fill();
  return tokens;
}

function parserOf(tokens: ApexTokenStream, listener: SyntaxProblems, predictionMode: number): ApexParser {
  const parser = ApexParserFactory.createParser(tokens);
  parser.removeErrorListeners();
  parser.addErrorListener(listener);
  (parser as unknown as { _interp: { predictionMode: number } })._interp.predictionMode = predictionMode;
  return parser;
}
