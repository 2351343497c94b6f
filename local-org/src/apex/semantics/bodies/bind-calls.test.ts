import { problemsOf } from '../testing/bind-sources';

const inMethod = (body: string): string[] =>
  problemsOf(`public virtual class A {
    class X {}
    class Y {}
    class B extends A {}
    static void v() {}
    static void m(X x) {}
    static void m(Y y) {}
    static void take(Object o) {}
    static Integer n;
    void own() {}
    void f(A other) { ${body} }
  }`).map((problem) => problem.replace(/^\d+:\d+ /, ''));

describe('calls in bodies', () => {
  it.each([
    ['a method that nothing has', "foo(1, 'a');", 'void foo(Integer, String) from the type A'],
    ['null among the arguments', 'other.bar(null);', 'void bar(NULL) from the type A'],
    ['a void value among the arguments', 'take(v());', 'void take(void) from the type A'],
    ['a method of a void value', 'v().run();', 'void run() from the type void'],
  ])('report %s', (_what, body, signature) => {
    expect(inMethod(body)).toEqual([`Method does not exist or incorrect signature: ${signature}`]);
  });

  it('that fit two methods alike are ambiguous', () => {
    expect(inMethod('m(null);')).toEqual(['Ambiguous method signature: void m(NULL)']);
  });

  it('tell static methods from those of objects', () => {
    expect(inMethod('other.v();')).toEqual([
      'Static method cannot be referenced from a non static context: void A.v()',
    ]);
    expect(inMethod('A.own();')).toEqual([
      'Non static method cannot be referenced from a static context: void A.own()',
    ]);
  });

  it('find inherited static methods by the name of a subclass, though not static variables', () => {
    expect(inMethod('B.v();')).toEqual([]);
    expect(inMethod('Integer i = B.n;')).toEqual(['Variable does not exist: n']);
  });

  it('of addError need a scalar field of a record', () => {
    expect(inMethod("'a'.addError('x');")).toEqual([
      'addError must be invoked on an expression that is an exact SObject field reference',
    ]);
    expect(inMethod("new Account().Contacts.addError('x');")).toEqual([
      'addError must be invoked on an SObject scalar field',
    ]);
  });

  it('of other constructors may not use the object that is not there yet', () => {
    const source = `public class A {
  Integer x;
  Integer size() { return 1; }
  A() { this(x); }
  A(String s) { this(size()); }
  A(Long l) { this(this.x); }
  A(Integer i) {}
}`;
    expect(problemsOf(source).map((problem) => problem.replace(/^(\d+):\d+/, '$1'))).toEqual([
      '4 Cannot reference instance variables in a constructor invocation: x',
      '5 Cannot reference instance methods in a constructor invocation: Integer A.size()',
      '6 Cannot reference instance variables in a constructor invocation: this',
    ]);
  });

  it('of WITH SECURITY_ENFORCED depend on the API version', () => {
    const source = `public class A {
      List<Account> f() { return [SELECT Id FROM Account WITH SECURITY_ENFORCED]; }
    }`;
    expect(problemsOf(source)).toEqual([expect.stringContaining('WITH SECURITY_ENFORCED is not supported')]);
    expect(problemsOf(source, 66)).toEqual([]);
  });
});
