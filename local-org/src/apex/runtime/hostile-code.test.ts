import v8 from 'node:v8';
import { createDetachedEngine, detachedUser } from '../engine/detached-engine';
import type { DebugEvent } from './debug-log';

const NOW_MS = Date.UTC(2026, 0, 15, 12);
const CPU_TIME = 'System.LimitException: Apex CPU time limit exceeded';
const HEAP_SIZE = 'System.LimitException: Apex heap size too large: ';
const STACK_DEPTH = 'System.LimitException: Maximum stack depth has been reached: 1001';

const engine = createDetachedEngine([]);

/** What a block printed, then what is wrong with it or what it threw. */
function outcome(source: string, of = engine): string[] {
  const lines: string[] = [];
  const log = (event: DebugEvent): void => {
    if (event.kind === 'USER_DEBUG') lines.push(event.message);
  };
  const { problems, exception } = of.runAnonymous(source, { user: detachedUser, log: { log } });
  const thrown = exception ? [exception.description] : [];
  return [...lines, ...problems.map(({ message }) => message), ...thrown];
}

/** Each look at the machine's clock finds it so many milliseconds later. */
function letTimePass(stepMs: number): void {
  let looks = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => NOW_MS + stepMs * looks++);
}

beforeEach(() => {
  letTimePass(0);
});
afterEach(() => {
  jest.restoreAllMocks();
  // The process lives, and nothing is left behind that would disturb what runs next.
  expect(outcome('System.debug(new List<Integer>{ 1, 2 });')).toEqual(['(1, 2)']);
  expect(engine.isRunning()).toBe(false);
});

describe('what JavaScript has besides Apex cannot be reached', () => {
  it.each(['process', 'require', 'globalThis', 'constructor', 'prototype', 'arguments', 'eval', 'Function'])(
    'the name %s: is unknown',
    (name) => {
      expect(outcome(`System.debug(${name});`)).toEqual([`Variable does not exist: ${name}`]);
    },
  );

  it.each(['__proto__', '$rt', '$m', '$h', '_x'])('the name %s: is none of Apex', (name) => {
    const [problem, ...others] = outcome(`Object o = ${name};`);
    expect(problem).toMatch(/Variable does not exist|Unexpected|Invalid|extraneous|missing|token/i);
    expect(others).toEqual([]);
  });

  it('texts: are data, whatever they look like', () => {
    const text = '`${process.exit(1)}` \\" \'); process.exit(1); //';
    const literal = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
    expect(outcome(`System.debug('${literal}');`)).toEqual([text]);
  });

  it('members of a class: may have the names of JavaScript', () => {
    const source = `class Constructor {
      public Integer constructor = 1;
      public Integer prototype = 2;
      public Integer type = 3;
      public Integer key = 4;
      public Integer toText() { return constructor + prototype + type + key; }
    }
    System.debug(new Constructor().toText());`;
    expect(outcome(source)).toEqual(['10']);
  });

  it('keys of maps: may have the names of JavaScript', () => {
    const source = `Map<String, Object> m = new Map<String, Object>{ '__proto__' => 1, 'constructor' => 2 };
    System.debug(m.get('__proto__'));
    System.debug(m.get('toString'));
    System.debug(m.size());`;
    expect(outcome(source)).toEqual(['1', 'null', '2']);
  });

  it('fields of records: are those of the object only', () => {
    expect(outcome("new Account().put('__proto__', 'x');")).toEqual([
      'System.SObjectException: Invalid field __proto__ for Account',
    ]);
    expect(outcome("new Account().get('constructor');")).toEqual([
      'System.SObjectException: Invalid field constructor for Account',
    ]);
  });

  it('JSON: names of JavaScript are names of data', () => {
    const json = '{"__proto__":{"Name":"x"},"constructor":1}';
    expect(outcome(`System.debug(JSON.serialize(JSON.deserializeUntyped('${json}')));`)).toEqual([json]);
    expect(outcome(`System.debug(((Account) JSON.deserialize('${json}', Account.class)).Name);`)).toEqual([
      'null',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString', 'System.constructor', 'process'])(
    'Type.forName: knows no %s',
    (name) => {
      expect(outcome(`System.debug(Type.forName('${name}'));`)).toEqual(['null']);
    },
  );
});

describe('what has no end meets the limit of CPU time', () => {
  beforeEach(() => {
    letTimePass(2_000);
  });

  it.each([
    'while (true) {}',
    'do { continue; } while (true);',
    'for (;;) {}',
    'try { while (true) {} } finally { while (true) {} }',
    'while (true) { try { while (true) {} } catch (Exception e) {} }',
    'Object o = 1; for (Integer i = 0; i < 60; i++) { o = new List<Object>{ o, o }; } Integer h = ((List<Object>) o).hashCode();',
    `Object a = 1; Object b = 1;
     for (Integer i = 0; i < 60; i++) { a = new List<Object>{ a, a }; b = new List<Object>{ b, b }; }
     System.debug(a == b);`,
    'void run() { try { run(); } finally { run(); } } run();',
  ])('%s', (source) => {
    expect(outcome(source)).toEqual([CPU_TIME]);
  });
});

describe('calls without end meet the limit of the stack', () => {
  it.each([
    'void run() { run(); } run();',
    'void run() { try { run(); } catch (Exception e) { run(); } } run();',
    'class A { public A() { new A(); } } new A();',
    "class A { public override String toString() { return '' + this; } } System.debug(new A());",
    'List<Object> l = new List<Object>(); l.add(l); l.hashCode();',
  ])('%s', (source) => {
    expect(outcome(source)).toEqual([STACK_DEPTH]);
  });
});

describe('what grows without end meets the limit of the heap', () => {
  it.each([
    'List<Integer> l = new List<Integer>{ 1 }; while (true) { l.addAll(l); }',
    'List<Integer> l = new List<Integer>(); while (true) { l.add(1); }',
    'Set<Integer> s = new Set<Integer>(); Integer i = 0; while (true) { s.add(i++); }',
    'Integer[] a = new Integer[2000000000];',
    "String s = 'x'; while (true) { s += s; }",
    "System.debug('x'.leftPad(2000000000));",
    'Decimal d = 10; while (true) { d = d * d; }',
    'Object o = 1; for (Integer i = 0; i < 60; i++) { o = new List<Object>{ o, o }; } System.debug(o);',
  ])('%s', (source) => {
    expect(outcome(source)).toEqual([expect.stringContaining(HEAP_SIZE)]);
  });

  it('many large values: the transaction ends before the memory of the machine', () => {
    const real = v8.getHeapStatistics();
    let grown = 0;
    jest.spyOn(v8, 'getHeapStatistics').mockImplementation(() => {
      const used_heap_size = real.used_heap_size + 200_000_000 * grown++;
      return { ...real, used_heap_size };
    });
    const source =
      "List<String> l = new List<String>(); String s = 'x'.repeat(100000); while (true) { l.add(s.reverse()); }";
    expect(outcome(source)).toEqual([expect.stringContaining(HEAP_SIZE)]);
  });
});

describe('large sources', () => {
  const TOO_LONG = 'Expression is too long, please split this expression into multiple statements';

  /** What a class of one method does, whose size is that of classes. */
  function outcomeOfClass(statements: string): string[] {
    const body = `public class Large { public static void run() { ${statements} } }`;
    const large = createDetachedEngine([{ kind: 'class', name: 'Large', body }]);
    return outcome('Large.run();', large);
  }

  it('a block of a megabyte: is refused', () => {
    expect(outcome(`String s = '${'x'.repeat(1_000_000)}'; System.debug(s.length());`)).toEqual([
      `Script too large: String s = '${'x'.repeat(88)}...`,
    ]);
  });

  it.each([
    ['a text', `String s = '${'x'.repeat(900_000)}'; System.debug(s.length());`, '900000'],
    ['a list', `System.debug(new List<Integer>{ 1${', 1'.repeat(200_000)} }.size());`, '200001'],
    ['a map', `System.debug(new Map<Integer, Integer>{ 1 => 1${', 2 => 2'.repeat(50_000)} }.size());`, '2'],
    ['a concatenation', `String s = 'x'; System.debug((s${' + s'.repeat(4_000)}).length());`, '4001'],
    ['many statements', `Integer i = 0; ${'i++; '.repeat(50_000)} System.debug(i);`, '50000'],
    ['many branches', `Integer i = 0; if (i == 1) {} ${'else if (i == 1) {} '.repeat(400)}`, undefined],
  ])('%s in a class of a megabyte: runs', (_, statements, printed) => {
    expect(outcomeOfClass(statements)).toEqual(printed === undefined ? [] : [printed]);
  });

  it.each([
    ['statements within statements', '{'.repeat(10_000) + '}'.repeat(10_000)],
    ['negations', `Boolean b = ${'!'.repeat(20_000)}true;`],
    ['sums', `Integer i = 1${' + 1'.repeat(4_000)};`],
    ['branches', `Integer i = 0; if (i == 1) {} ${'else if (i == 1) {}'.repeat(20_000)}`],
    ['choices', `Integer i = ${'true ? 1 : '.repeat(20_000)}1;`],
    ['calls of calls', `String s = 'x'${'.trim()'.repeat(20_000)};`],
    ['assignments', `Integer i; ${'i = '.repeat(20_000)}1;`],
    ['loops', `${'while (true) '.repeat(20_000)}break;`],
  ])('%s without end in a class: do not compile', (_, statements) => {
    const [problem = '', ...others] = outcomeOfClass(statements);
    expect(problem).toMatch(new RegExp(`${TOO_LONG}|Variable does not exist: Large`));
    expect(others).toEqual([]);
  });

  it('calls of what a user may override within each other: keep their size', () => {
    const call = `${'o.equals('.repeat(100)}o${')'.repeat(100)}`;
    expect(outcome(`Object o = 1; System.debug(${call});`)).toEqual(['false']);
  });
});
