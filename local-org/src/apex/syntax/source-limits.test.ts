import { parseAnonymous, parseClass, parseTrigger } from './parse-apex';
import type { CompileProblem } from '../semantics/compile-error';

const TOO_LONG = 'Expression is too long, please split this expression into multiple statements';

const problemsOf = (statement: string): readonly CompileProblem[] =>
  parseClass(`class X { void run() {\n${statement}\n} }`).problems;

describe('size of a source', () => {
  const blanks = (length: number): string => ' '.repeat(length);
  const trigger = 'trigger T on Account (before insert) {}';

  it.each([
    ['a class', parseClass, 'class X {}', 1_000_000],
    ['a trigger', parseTrigger, trigger, 1_000_000],
    ['an anonymous block', parseAnonymous, 'Integer x = 1;', 32_000],
  ])('%s: is refused when it is too large', (_, parse, source, limit) => {
    const full = source + blanks(limit - source.length);
    expect(parse(full).problems).toEqual([]);
    const message = `Script too large: ${full.slice(0, 100)}...`;
    expect(parse(`${full} `)).toEqual({ unit: null, problems: [{ line: 1, column: 1, message }] });
  });
});

describe('nesting of a source', () => {
  it.each([
    ['parentheses', 100, '(', '1', ')'],
    ['calls', 100, 'f(', '1', ')'],
    ['indexes', 100, 'l[', '1', ']'],
    ['lists', 90, 'new List<Object>{ ', '1', ' }'],
    ['casts', 40, '(Object) ', '1', ''],
    ['conditions of a query', 50, '(', "Name = 'x'", ')'],
    ['operators', 2_000, '1 + ', '1', ''],
  ])('%s: are read up to a depth at which no code is written', (kind, depth, open, inner, close) => {
    const nested = open.repeat(depth) + inner + close.repeat(depth);
    const value = kind.endsWith('query') ? `[SELECT Id FROM Account WHERE ${nested}]` : nested;
    expect(problemsOf(`Object o = ${value};`)).toEqual([]);
  });

  it.each([
    ['parentheses', '('],
    ['parentheses that are closed', '(', ')'],
    ['calls', 'f(', ')'],
    ['indexes', 'l[', ']'],
    ['lists', 'new List<Object>{ ', '}'],
    ['casts', '(Object) '],
    ['generic types', 'List<', '>'],
    ['comparisons', 'a < '],
    ['additions', '1 + '],
    ['concatenations', "'a' + "],
    ['conditions', 'a && '],
    ['conditions of a query', '[SELECT Id FROM Account WHERE (', ')'],
  ])('%s without end: are refused where they become too many', (_, open, close = '') => {
    const [problem, ...others] = problemsOf(`Object o = ${open.repeat(20_000)}1${close.repeat(20_000)};`);
    expect(problem).toEqual({ line: 2, column: expect.any(Number) as number, message: TOO_LONG });
    expect(others).toEqual([]);
  });

  it('long rows of operators: are refused when there are many', () => {
    const row = `Integer i = 1${' + 1'.repeat(3_000)};\n`;
    expect(problemsOf(row.repeat(3))).toEqual([]);
    expect(problemsOf(row.repeat(30))).toEqual([expect.objectContaining({ line: 5, message: TOO_LONG })]);
  });

  it('expressions beside each other: do not add up', () => {
    const each = `f(${'('.repeat(50)}(Object) (Object) 1${')'.repeat(50)}, a < b, c < d, 1 + 1);\n`;
    expect(problemsOf(each.repeat(100))).toEqual([]);
  });
});
