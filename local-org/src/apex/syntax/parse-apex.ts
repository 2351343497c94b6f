import type { ApexParser } from '@apexdevtools/apex-parser';
import { ApexParserFactory, type ApexParserRuleContext } from '@apexdevtools/apex-parser';
import type { CompileProblem } from '../semantics/compile-error';
import type { CompilationUnit } from './ast';
import { anonymousUnitOf, triggerUnitOf, typeUnitOf } from './read-declarations';
import { SyntaxProblems } from './syntax-problems';

/** The tree of a source, or what is wrong with its syntax. */
export interface ParseResult {
  /** Null when there is a problem. */
  readonly unit: CompilationUnit | null;
  readonly problems: readonly CompileProblem[];
}

/** Parses the source of a class, interface or enum. */
export function parseClass(source: string): ParseResult {
  return parse(source, (parser) => parser.compilationUnit(), typeUnitOf);
}

/** Parses the source of a trigger. */
export function parseTrigger(source: string): ParseResult {
  return parse(source, (parser) => parser.triggerUnit(), triggerUnitOf);
}

/** Parses what `executeAnonymous` takes. */
export function parseAnonymous(source: string): ParseResult {
  return parse(source, (parser) => parser.anonymousUnit(), anonymousUnitOf);
}

/** Modes of prediction: the quick one takes most sources; what it refuses the full one decides. */
const QUICK_PREDICTION = 0;
const FULL_PREDICTION = 1;

function parse<Context extends ApexParserRuleContext>(
  source: string,
  enter: (parser: ApexParser) => Context,
  read: (context: Context) => CompilationUnit,
): ParseResult {
  let problems: readonly CompileProblem[] = [];
  for (const prediction of [QUICK_PREDICTION, FULL_PREDICTION]) {
    const listener = new SyntaxProblems();
    const { parser } = ApexParserFactory.createLexerAndParser(source, listener);
    setPrediction(parser, prediction);
    const tree = enter(parser);
    if (listener.found.length === 0) return { unit: read(tree), problems: [] };
    problems = listener.found;
  }
  // What follows the first fault are guesses of a parser that lost its place; the platform reports one.
  return { unit: null, problems: problems.slice(0, 1) };
}

function setPrediction(parser: ApexParser, predictionMode: number): void {
  (parser as unknown as { _interp: { predictionMode: number } })._interp.predictionMode = predictionMode;
}
