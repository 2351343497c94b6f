import type { ApexSource } from './apex-source';
import { createApexEngine, type ApexEngine } from './apex-engine';
import { componentsOf, detachedPort, detachedUser } from './detached-engine';
import type { DebugEvent } from '../runtime/debug-log';

type Source = Pick<ApexSource, 'kind' | 'name' | 'body'>;

const greeter = (word: string): Source => ({
  kind: 'class',
  name: 'Greeter',
  body: `public class Greeter {
  public static String greet() {
    return '${word}';
  }
  public static Integer twice(Integer n) {
    if (n > 100) {
      return 0;
    }
    return n * 2;
  }
}`,
});

const caller: Source = {
  kind: 'class',
  name: 'Caller',
  body: "public class Caller {\n  public static String call() {\n    return Greeter.greet() + '!';\n  }\n}",
};

function printed(engine: ApexEngine, source: string): string[] {
  const messages: string[] = [];
  const log = (event: DebugEvent): void => {
    if (event.kind === 'USER_DEBUG') messages.push(event.message);
  };
  const { problems, exception } = engine.runAnonymous(source, { user: detachedUser, log: { log } });
  return [
    ...messages,
    ...problems.map(({ message }) => message),
    ...(exception ? [exception.description] : []),
  ];
}

describe('createApexEngine', () => {
  it('runs the code that is deployed at the time', () => {
    let components = componentsOf([greeter('hello'), caller]);
    const engine = createApexEngine(detachedPort(() => components));
    expect(printed(engine, 'System.debug(Caller.call());')).toEqual(['hello!']);
    components = componentsOf([greeter('goodbye'), caller]);
    expect(printed(engine, 'System.debug(Caller.call());')).toEqual(['goodbye!']);
  });

  it('says of a block which class it needs does not compile', () => {
    const components = componentsOf([{ ...greeter('x'), body: 'public class Greeter {}' }, caller]);
    const engine = createApexEngine(detachedPort(() => components));
    expect(printed(engine, 'Caller.call();')).toEqual([
      'Dependent class is invalid and needs recompilation:\n Class Caller : line 3, column 20: ' +
        'Method does not exist or incorrect signature: void greet() from the type Greeter',
    ]);
    const [problem] = engine.check(components, engine.runtime.org.schema());
    expect(problem).toMatchObject({ source: { name: 'Caller' }, problems: [{ line: 3 }] });
  });

  it('keeps generated texts by what they depend on', () => {
    const kept = new Map<string, string>();
    const storage = {
      get: (key: string) => kept.get(key),
      put: (key: string, text: string) => void kept.set(key, text),
    };
    const generated = (): number => [...kept.keys()].filter((key) => key.startsWith('generated')).length;
    const run = (...sources: Source[]): string[] => {
      const components = componentsOf(sources);
      return printed(
        createApexEngine(
          detachedPort(() => components),
          { storage },
        ),
        'System.debug(Caller.call());',
      );
    };
    expect(run(greeter('one'), caller)).toEqual(['one!']);
    expect(generated()).toBe(2);
    expect(run(greeter('one'), caller)).toEqual(['one!']);
    expect(generated()).toBe(2);
    // Only the body of one class changes, then a declaration on which the other may depend.
    expect(run(greeter('two'), caller)).toEqual(['two!']);
    expect(generated()).toBe(3);
    const wider = greeter('two').body.replace('String greet()', 'Object greet()');
    expect(run({ ...greeter('two'), body: wider }, caller)).toEqual(['two!']);
    expect(generated()).toBe(5);
  });

  it('counts the lines that run', () => {
    const components = componentsOf([greeter('hello')]);
    const engine = createApexEngine(detachedPort(() => components));
    const coverage = engine.withCoverage((counters) => {
      engine.transaction({ kind: 'test', user: detachedUser }, () =>
        engine.callStatic('Greeter', 'm_twice$Integer', [4]),
      );
      return counters.read();
    });
    expect(coverage).toEqual([{ name: 'Greeter', kind: 'class', covered: [6, 9], uncovered: [3, 7] }]);
  });

  it('ends a loop without end when the time is used up', () => {
    const engine = createApexEngine(detachedPort(() => componentsOf([])));
    const before = Date.now;
    let asked = 0;
    Date.now = () => before() + 11_000 * asked++;
    try {
      expect(printed(engine, 'while (true) {}')).toEqual([
        'System.LimitException: Apex CPU time limit exceeded',
      ]);
    } finally {
      Date.now = before;
    }
  });

  it('shows code nothing but what it is linked with', () => {
    const engine = createApexEngine(detachedPort(() => componentsOf([])));
    for (const name of ['process', 'globalThis', 'require', 'constructor', '$rt', '__proto__']) {
      expect(printed(engine, `System.debug(${name});`).join()).toMatch(
        /Variable does not exist|Unexpected|Invalid/,
      );
    }
    expect(printed(engine, "String s = '`${process.exit(1)}`'; System.debug(s);")).toEqual([
      '`${process.exit(1)}`',
    ]);
  });
});
