import type { MethodSymbol } from '../types/symbols';
import { declareSources } from './testing/declare-sources';

function slots(sources: readonly string[], typeName: string): Record<string, readonly string[]> {
  const { symbol, problems } = declareSources(sources);
  expect(problems).toEqual([]);
  return Object.fromEntries(
    symbol(typeName).methods.map((method: MethodSymbol) => [method.name, method.slots]),
  );
}

describe('MethodLinker', () => {
  it('gives overrides the slots of what they override', () => {
    const base = 'public virtual class B { public virtual void run(Integer x) { } }';
    expect(
      slots([base, 'public class A extends B { public override void RUN(Integer y) { } }'], 'A'),
    ).toEqual({
      RUN: ['m_run$Integer'],
    });
  });

  it('names the slots of what the platform calls', () => {
    const source = `public class A implements Comparable, Database.Batchable<SObject> {
      public Integer compareTo(Object other) { return 0; }
      public override String toString() { return null; }
      public Boolean equals(Object other) { return true; }
      public Database.QueryLocator start(Database.BatchableContext context) { return null; }
      public void execute(Database.BatchableContext context, List<Account> scope) { }
      public void finish(Database.BatchableContext context) { }
    }`;
    expect(slots([source], 'A')).toMatchObject({
      compareTo: ['m_compareto$Object', 'p_compareto_1'],
      toString: ['m_tostring$', 'p_tostring_0'],
      equals: ['m_equals$Object', 'p_equals_1'],
      execute: ['m_execute$Database.BatchableContext,List<Account>', 'p_execute_2'],
    });
  });

  it('lets a method of a superclass implement an interface of the class', () => {
    const sources = [
      'public virtual class B { public Integer compareTo(Object other) { return 0; } }',
      'public class A extends B implements Comparable { }',
    ];
    expect(slots(sources, 'B')).toEqual({ compareTo: ['m_compareto$Object', 'p_compareto_1'] });
  });

  it('keeps private methods of classes that can be extended apart', () => {
    const sources = [
      'public virtual class B { private void run() { } }',
      'public class A extends B { private void run() { } }',
    ];
    expect(slots(sources, 'B')).toEqual({ run: ['m_run$$B'] });
    expect(slots(sources, 'A')).toEqual({ run: ['m_run$$A'] });
  });

  it('lists what a static method implements after its own slot', () => {
    const sources = [
      'public interface I { void run(); }',
      'public class A implements I { public static void run() { } }',
    ];
    expect(slots(sources, 'A')).toEqual({ run: ['m_run$', 'm_run$'] });
  });
});
