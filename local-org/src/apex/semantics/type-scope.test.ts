import { parseClass } from '../syntax/parse-apex';
import type { TypeRef } from '../syntax/ast';
import { CompileProblems } from './compile-error';
import { declareSources } from './testing/declare-sources';
import { TypeScope } from './type-scope';

const { types, symbol } = declareSources([
  'public virtual class Base { public class Inherited { } private class Hidden { } }',
  'public class A extends Base { class Inner { } class Account { } }',
  'public class Test { }',
]);

function refOf(text: string): TypeRef {
  const { unit } = parseClass(`public class X { ${text} field; }`);
  const member =
    unit?.kind === 'type' && unit.declaration.kind === 'class' ? unit.declaration.members[0] : undefined;
  if (member?.kind !== 'field') throw new Error(`No type: ${text}`);
  return member.declaration.type;
}

function resolve(text: string, from: string | null): string {
  const problems = new CompileProblems();
  const scope = new TypeScope(types, from === null ? null : symbol(from), problems);
  return scope.resolve(refOf(text))?.name ?? problems.all.map(({ message }) => message).join();
}

describe('TypeScope', () => {
  it.each([
    ['Inner', 'A', 'A.Inner'],
    ['Inner', 'A.Inner', 'A.Inner'],
    ['Inherited', 'A', 'Base.Inherited'],
    ['Inherited', 'A.Inner', 'Base.Inherited'],
    ['A.Inherited', 'A', 'Base.Inherited'],
    ['Account', 'A', 'A.Account'],
    ['Account', 'Base', 'Account'],
    ['Schema.Account', 'A', 'Account'],
    ['List<Inner[]>', 'A', 'List<List<A.Inner>>'],
    ['Test', 'A', 'Test'],
    ['Database.QueryLocator', null, 'Database.QueryLocator'],
    ['system.string', null, 'String'],
  ])('%s within %s is %s', (text, from, expected) => {
    expect(resolve(text, from)).toBe(expected);
  });

  it.each([
    ['Inner', 'Base', 'Invalid type: Inner'],
    ['A.Nothing', 'Base', 'Invalid type: A.Nothing'],
    ['A.Inherited', 'Test', 'Invalid type: A.Inherited'],
    ['Base.Hidden', 'Test', 'Type is not visible: Base.Hidden'],
    ['List', null, 'No type arguments provided for a parameterized type: List'],
    ['Test<Id>', null, 'Type arguments provided for a non-parameterized type: Test'],
    ['Cookie', null, 'Apex type System.Cookie is not supported by the local org'],
  ])('%s within %s: %s', (text, from, expected) => {
    expect(resolve(text, from)).toBe(expected);
  });

  it('finds dotted names of expressions without reporting', () => {
    const problems = new CompileProblems();
    const scope = new TypeScope(types, symbol('A'), problems);
    expect(scope.find(['inner'])?.name).toBe('A.Inner');
    expect(scope.find(['Database', 'QueryLocator'])?.name).toBe('Database.QueryLocator');
    expect(scope.find(['nothing'])).toBeUndefined();
    expect(problems.all).toEqual([]);
  });
});
