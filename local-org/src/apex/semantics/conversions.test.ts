import { assignment, castable, instanceOfOutcome, promotedKind, argumentConversion } from './conversions';
import { declareSources } from './testing/declare-sources';

const { types, type } = declareSources([
  'public virtual class P { }',
  'public class C extends P implements I { }',
  'public class Other { }',
  'public interface I { }',
  'public enum Color { RED }',
]);

function conversion(from: string, to: string): string | null {
  const found = assignment(from === 'null' ? types.null : type(from), type(to), types);
  return found && (found.conversion?.kind ?? 'unchanged');
}

describe('assignment', () => {
  it.each([
    ['Integer', 'Integer', 'unchanged'],
    ['null', 'Integer', 'unchanged'],
    ['Integer', 'Object', 'unchanged'],
    ['Integer', 'Long', 'integerToLong'],
    ['Integer', 'Decimal', 'integerToDecimal'],
    ['Long', 'Double', 'longToDouble'],
    ['Double', 'Decimal', 'doubleToDecimal'],
    ['Decimal', 'Double', 'decimalToDouble'],
    ['Date', 'Datetime', 'dateToDatetime'],
    ['Id', 'String', 'unchanged'],
    ['String', 'Id', 'stringToId'],
    ['C', 'P', 'unchanged'],
    ['C', 'I', 'unchanged'],
    ['Account', 'SObject', 'unchanged'],
    ['List<Account>', 'List<SObject>', 'unchanged'],
    ['List<SObject>', 'List<Account>', 'checked'],
    ['List<C>', 'List<P>', 'unchanged'],
    ['List<Id>', 'List<String>', 'unchanged'],
    ['List<String>', 'List<Id>', 'unchanged'],
    ['List<C>', 'Iterable<I>', 'unchanged'],
    ['Set<Id>', 'Iterable<Object>', 'unchanged'],
    ['List<List<Id>>', 'List<List<String>>', 'unchanged'],
    ['Map<String, C>', 'Map<String, P>', 'unchanged'],
    ['Map<String, Id>', 'Map<String, String>', 'unchanged'],
    ['Map<String, Account>', 'Map<String, Object>', 'unchanged'],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(conversion(from, to)).toBe(expected);
  });

  it.each([
    ['Long', 'Integer'],
    ['Decimal', 'Long'],
    ['Datetime', 'Date'],
    ['String', 'Integer'],
    ['P', 'C'],
    ['C', 'Other'],
    ['SObject', 'Account'],
    ['Account', 'Contact'],
    ['Object', 'String'],
    ['List<P>', 'List<C>'],
    ['List<Account>', 'List<Contact>'],
    ['Set<Id>', 'Set<String>'],
    ['Set<C>', 'Set<P>'],
    ['Map<Id, String>', 'Map<String, String>'],
    ['Map<String, String>', 'Map<Object, Object>'],
    ['Map<Id, SObject>', 'Map<Id, Account>'],
    ['void', 'Object'],
  ])('%s is not assigned to %s', (from, to) => {
    expect(conversion(from, to)).toBeNull();
  });
});

describe('argumentConversion', () => {
  it('does not pass a Decimal to a Double', () => {
    expect(argumentConversion(type('Decimal'), type('Double'), types)).toBeNull();
    expect(argumentConversion(type('Integer'), type('Double'), types)).not.toBeNull();
  });
});

describe('castable', () => {
  it.each([
    ['Object', 'Integer', true],
    ['Long', 'Integer', true],
    ['P', 'C', true],
    ['P', 'Other', false],
    ['P', 'Integer', false],
    ['Other', 'I', true],
    ['I', 'Other', true],
    ['SObject', 'Account', true],
    ['Account', 'Contact', false],
    ['List<Account>', 'List<Contact>', true],
    ['List<Object>', 'List<String>', true],
    ['Set<Object>', 'Set<String>', false],
    ['I', 'Integer', false],
    ['I', 'Color', false],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(castable(type(from), type(to), types)).toBe(expected);
  });
});

describe('instanceOfOutcome', () => {
  it.each([
    ['C', 'P', 'always'],
    ['P', 'C', 'unknown'],
    ['P', 'Other', 'never'],
    ['P', 'I', 'unknown'],
    ['Account', 'Contact', 'never'],
    ['SObject', 'Account', 'unknown'],
    ['Object', 'Integer', 'unknown'],
    ['String', 'Id', 'unknown'],
    ['List<P>', 'List<C>', 'unknown'],
  ])('%s instanceof %s: %s', (from, tested, expected) => {
    expect(instanceOfOutcome(type(from), type(tested), types)).toBe(expected);
  });
});

describe('promotedKind', () => {
  it.each([
    ['Integer', 'Long', 'long'],
    ['Double', 'Integer', 'double'],
    ['Double', 'Decimal', 'decimal'],
    ['String', 'Integer', null],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(promotedKind(type(left), type(right))).toBe(expected);
  });
});
