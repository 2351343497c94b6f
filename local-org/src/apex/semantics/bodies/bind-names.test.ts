import { problemsOf } from '../testing/bind-sources';

describe('names in bodies', () => {
  it.each([
    ['a local variable', 'Integer number = 1;', '1:37 Identifier name is reserved: number'],
    ['a loop variable', 'for (Integer any : list1) { }', '1:42 Identifier name is reserved: any'],
    [
      'a caught exception',
      'try { } catch (Exception system) { }',
      '1:54 Identifier name is reserved: system',
    ],
    ['an underscore at the end', 'Integer a_;', '1:37 Invalid character in identifier: a_'],
  ])('are refused when reserved or malformed: %s', (_what, body, problem) => {
    expect(problemsOf(`public class A { void f() { ${body} } List<Integer> list1; }`)).toContain(problem);
  });

  it('may not be used by an initialiser before their declaration', () => {
    expect(problemsOf('public class A {\n  Integer a = b;\n  Integer b = 1, c = b, d = e, e;\n}')).toEqual([
      '2:15 Illegal forward reference: b',
      '3:29 Illegal forward reference: e',
    ]);
  });

  it('may be used before their declaration through this, a method or an inner class', () => {
    const source = `public class A {
      Integer a = this.b;
      Integer c = count();
      Integer b = 1;
      Integer count() { return b; }
      class Part { Integer x = late; }
      static Integer late = 1;
    }`;
    expect(problemsOf(source)).toEqual([]);
  });

  it('of fields do not exist where there is no object', () => {
    const source = `public class A {
  Integer x;
  static void f() { x = 1; }
  void g() { A.x = 1; }
  class Part { void h() { x = 1; } }
}`;
    expect(problemsOf(source).map((problem) => problem.replace(/^(\d+):\d+/, '$1'))).toEqual([
      '3 Variable does not exist: x',
      '4 Variable does not exist: x',
      '5 Variable does not exist: x',
    ]);
  });

  it('of a property are read by its getter and stored by its setter only', () => {
    const source = `public class A {
  Integer size { get; }
  Integer load { set; }
  void f() {
    load = size;
    size = 1;
    f(load);
  }
  void f(Integer i) {}
}`;
    expect(problemsOf(source).map((problem) => problem.replace(/^(\d+):\d+/, '$1'))).toEqual([
      '6 Variable is not visible: A.size',
      '7 Variable is not visible: A.load',
    ]);
  });

  it('of a parent stand before fields of the object itself in a token', () => {
    const token = (path: string): string[] => problemsOf(`public class A { Object f() { return ${path}; } }`);
    expect(token('Account.Owner.Name')).toEqual([]);
    expect(token('Account.Owner.Alias')).toEqual([expect.stringContaining('Variable does not exist: Alias')]);
  });
});
