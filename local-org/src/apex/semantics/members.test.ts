import { findConstructors, findMethods, findVariable } from './members';
import { declareSources } from './testing/declare-sources';

const { types, type, symbol } = declareSources([
  `public virtual class Base implements Named {
    public static Integer count;
    public virtual String name() { return null; }
    public void run(Integer times) { }
  }`,
  `public class Derived extends Base {
    public String label;
    public override String name() { return null; }
    public void run(String text) { }
  }`,
  'public interface Named { String name(); }',
  'public interface Titled extends Named { String title(); }',
  'public enum Color { RED, GREEN }',
  'public class MyException extends Exception { }',
]);

const signatures = (typeName: string, name: string): string[] =>
  findMethods(type(typeName), name, types).map(
    ({ parameters, returnType, method }) =>
      `${returnType.name} ${method.owner.simpleName}(${parameters.map((each) => each.name).join(', ')})`,
  );

describe('findMethods', () => {
  it('has own and inherited overloads, not what is overridden', () => {
    expect(signatures('Derived', 'RUN')).toEqual(['void Derived(String)', 'void Base(Integer)']);
    expect(signatures('Derived', 'name')).toEqual(['String Derived()']);
  });

  it('has methods of interfaces and of Object', () => {
    expect(signatures('Titled', 'name')).toEqual(['String Named()']);
    expect(signatures('Titled', 'hashCode')).toEqual(['Integer Object()']);
  });

  it('puts type arguments in the place of parameters', () => {
    expect(signatures('Map<Id, Account>', 'put')).toEqual(['Account Map(Id, Account)']);
    expect(signatures('List<Account>', 'iterator')).toEqual(['Iterator<Account> Iterable()']);
  });

  it('has methods of records; clone answers the same type', () => {
    expect(signatures('Account', 'clone')).toEqual(['Account SObject()']);
    expect(signatures('SObject', 'get')).toEqual(['Object SObject(String)']);
  });

  it('has methods of enums and of exceptions', () => {
    expect(signatures('Color', 'values')).toEqual(['List<Color> Color()']);
    expect(signatures('Color', 'ordinal')).toEqual(['Integer Color()']);
    expect(signatures('MyException', 'getMessage')).toEqual(['String Exception()']);
  });

  it('leaves out what is not static when asked to', () => {
    expect(findMethods(type('Color'), 'values', types, false)).toEqual([]);
    expect(findMethods(type('Color'), 'values', types, true)).toHaveLength(1);
  });
});

describe('findVariable', () => {
  it('finds inherited variables in any case', () => {
    expect(findVariable(type('Derived'), 'COUNT', types)).toMatchObject({
      variable: { isStatic: true },
      type: { name: 'Integer' },
    });
    expect(findVariable(type('Derived'), 'label', types)?.variable.owner).toBe(symbol('Derived'));
    expect(findVariable(type('Derived'), 'nothing', types)).toBeNull();
  });
});

describe('findConstructors', () => {
  it('has the implicit ones', () => {
    const derived = type('Derived');
    const exception = type('MyException');
    if (derived.kind !== 'class' || exception.kind !== 'class') throw new Error('no class');
    expect(findConstructors(derived, types)).toHaveLength(1);
    expect(findConstructors(exception, types).map(({ parameters }) => parameters.length)).toEqual([
      0, 1, 1, 2,
    ]);
  });
});
