import { problemsOf } from '../testing/bind-sources';

const inMethod = (returnType: string, body: string): string[] =>
  problemsOf(`public class A {\n  ${returnType} run(Integer i) {\n    ${body}\n  }\n}`);

const missing = (returnType: string): string =>
  `2:${String(returnType.length + 4)} Missing return statement required return type: ${returnType}`;

describe('flow analysis', () => {
  it.each([
    ['nothing', ''],
    ['one branch of an if', 'if (i > 0) { return 1; }'],
    ['an endless loop', 'while (true) { return 1; }'],
    ['a loop without a condition', 'for (;;) { }'],
    ['a loop that runs at least once', 'do { return 1; } while (true);'],
    ['a switch without else', 'switch on i { when 1 { return 1; } }'],
    ['a try block whose handler goes on', 'try { return 1; } catch (Exception e) { }'],
    ['a finally block', 'try { i = 1; } finally { return 1; }'],
  ])('reports a missing return at the name of the method: %s', (_what, body) => {
    expect(inMethod('Integer', body)).toEqual([missing('Integer')]);
  });

  it.each([
    ['both branches of an if', 'if (i > 0) { return 1; } else { return 2; }'],
    ['a switch with else', 'switch on i { when 1 { return 1; } when else { return 2; } }'],
    ['a block', '{ return 1; }'],
    ['try and its handlers', 'try { return 1; } catch (Exception e) { return 2; }'],
    ['try with a finally block that goes on', 'try { return 1; } finally { i = 1; }'],
    ['an exception', 'throw null;'],
  ])('takes as an end: %s', (_what, body) => {
    expect(inMethod('Integer', body)).toEqual([]);
  });

  it('reports the first statement that is not reached, and only that', () => {
    expect(inMethod('void', 'return;\n    i = 1;\n    i = 2;')).toEqual(['4:5 Unreachable statement']);
  });

  it.each([
    ['break', 'while (i > 0) { break; i = 1; }'],
    ['continue', 'while (i > 0) { continue; i = 1; }'],
    ['an endless loop', 'while (true) { } i = 1;'],
    ['a finally block that returns', 'try { i = 1; } finally { return; } i = 2;'],
  ])('goes on behind %s', (_what, body) => {
    expect(inMethod('void', body)).toEqual([]);
  });

  it('asks a getter for a value to return', () => {
    expect(problemsOf('public class A { Integer size { get { } } }')).toEqual([
      '1:37 Missing return statement required return type: Integer',
    ]);
  });
});
