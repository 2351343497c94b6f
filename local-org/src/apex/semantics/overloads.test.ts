import { chooseMethod } from './overloads';
import { declareSources } from './testing/declare-sources';

const { types, type } = declareSources([
  'public virtual class P { }',
  'public virtual class Q extends P { }',
  'public class D extends Q implements I { }',
  'public interface I { }',
]);

function chosen(candidates: readonly string[], args: string, allowDecimalAsDouble = false): string {
  const named = (text: string) =>
    text
      .split(' ')
      .filter((name) => name !== '')
      .map((name) => (name === 'null' ? types.null : type(name)));
  const choice = chooseMethod(
    candidates.map((text) => ({ text, parameters: named(text) })),
    named(args),
    types,
    allowDecimalAsDouble,
  );
  return typeof choice === 'string' ? choice : choice.text;
}

describe('chooseMethod', () => {
  it.each([
    [['Integer', 'Object', 'Decimal'], 'Integer', 'Integer'],
    [['Integer', 'Object', 'Decimal'], 'Long', 'Decimal'],
    [['Object', 'String'], 'String', 'String'],
    [['Object', 'String'], 'Integer', 'Object'],
    [['Long', 'Double'], 'Integer', 'Long'],
    [['Double', 'Decimal'], 'Integer', 'Double'],
    [['String', 'Id'], 'Id', 'Id'],
    [['String'], 'Id', 'String'],
    [['Id'], 'String', 'Id'],
    [['Datetime'], 'Date', 'Datetime'],
    [['List<String>', 'List<Id>'], 'List<Id>', 'List<Id>'],
    [['Object', 'List<Object>'], 'List<Id>', 'List<Object>'],
    [['Long Object', 'Integer String'], 'Integer Id', 'Integer String'],
    [['P', 'Q', 'Object'], 'D', 'Q'],
    [['I', 'P'], 'D', 'I'],
    [['SObject', 'Account'], 'Account', 'Account'],
    [['Long Object', 'Integer String'], 'null String', 'Integer String'],
    [[''], '', ''],
  ])('%j with (%s): %s', (candidates, args, expected) => {
    expect(chosen(candidates, args)).toBe(expected);
  });

  it.each([
    [['String', 'Id'], 'null'],
    [['Object', 'String'], 'null'],
    [['Integer Long', 'Long Integer'], 'Integer Integer'],
    [['I P', 'Object Q'], 'D D'],
  ])('%j with (%s) is ambiguous', (candidates, args) => {
    expect(chosen(candidates, args)).toBe('ambiguous');
  });

  it.each([
    [['Double'], 'Decimal'],
    [['Long'], 'Decimal'],
    [['Account'], 'SObject'],
    [['Set<String>'], 'Set<Id>'],
    [['String'], ''],
    [['String'], 'Object'],
  ])('%j does not take (%s)', (candidates, args) => {
    expect(chosen(candidates, args)).toBe('none');
  });

  it('passes a Decimal to a Double of the platform when nothing else fits', () => {
    expect(chosen(['Double'], 'Decimal', true)).toBe('Double');
    expect(chosen(['Double', 'Decimal'], 'Decimal', true)).toBe('Decimal');
  });
});
