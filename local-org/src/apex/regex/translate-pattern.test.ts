import { valueRuntime } from '../testing-support/value-runtime';
import { compilePattern } from './compiled-pattern';
import { replaceMatches, splitText } from './replacement';

const runtime = valueRuntime();
const matches = (pattern: string, text: string): boolean =>
  compilePattern(runtime, pattern).search(runtime, text, 0, 'matches') !== null;
const find = (pattern: string, text: string): readonly (string | null)[] | null =>
  compilePattern(runtime, pattern).search(runtime, text, 0, 'find')?.groups ?? null;

describe('patterns of Java', () => {
  it.each([
    ['possessive quantifier gives nothing back', 'a*+a', 'aaa', false],
    ['possessive quantifier of a group', '(ab)++c', 'ababc', true],
    ['atomic group', '(?>a|ab)c', 'abc', false],
    ['atomic group that fits', '(?>ab|a)c', 'abc', true],
    ['intersection of classes', '[a-z&&[^aeiou]]+', 'xyz', true],
    ['intersection of classes refuses', '[a-z&&[^aeiou]]+', 'abc', false],
    ['union of classes', '[a-c[x-z]]+', 'axz', true],
    ['negated class with a union', '[^a-c[x-z]]+', 'mno', true],
    ['category', '\\p{Lu}\\p{Ll}+', 'Ärger', true],
    ['category in one letter', '\\pL+', 'äb', true],
    ['POSIX class', '\\p{Alpha}+\\p{Punct}', 'abc!', true],
    ['POSIX class is ASCII', '\\p{Alpha}+', 'ä', false],
    ['script', '\\p{IsLatin}+', 'Äb', true],
    ['java method', '\\p{javaLowerCase}+', 'äb', true],
    ['horizontal space', 'a\\hb', 'a\u00a0b', true],
    ['line break', 'a\\Rb', 'a\r\nb', true],
    ['quotation', '\\Qa.b*\\E+', 'a.b**', false],
    ['quotation is literal', '\\Qa.b*\\E', 'a.b*', true],
    ['flag for the rest', 'a(?i)b|c', 'C', true],
    ['flag within a group', '(?i:a)b', 'AB', false],
    ['flag for all', '(?i)abc', 'ABC', true],
    ['flag for all, switched off', '(?i)a(?-i)b', 'AB', false],
    ['dot leaves out line ends', 'a.b', 'a\u0085b', false],
    ['dot with flag s', '(?s)a.b', 'a\nb', true],
    ['comments with flag x', '(?x) a b # rest\n c', 'abc', true],
    ['named group with reference', '(?<x>a|b)\\k<x>', 'bb', true],
    ['numbered reference', '(a)(b)\\2\\1', 'abba', true],
    ['reference behind a possessive part', '(x)(?:(a)(b))++\\1', 'xababx', true],
    ['reference out of a possessive part', '(x)(?:\\1y)++', 'xxyxy', true],
    ['reference within a possessive part', '(x)(?:(a)\\2)++b', 'xaaaab', true],
    ['reference within nested possessive parts', '(?:(?:(a)\\1)++c)++', 'aacaaaac', true],
    ['white space is ASCII', '\\s', '\u00a0', false],
    ['digit is ASCII', '\\d', '٣', false],
    ['bracket first in a class', '[]a]+', ']a', true],
    ['hyphen last in a class', '[a-]+', 'a-', true],
    ['escapes', '\\x41\\u0042\\0103\\t\\x{1F600}', 'ABC\t\u{1F600}', true],
    ['supplementary characters are one', '^.$', '\u{1F600}', true],
    ['email', '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$', 'a.b@example.com', true],
  ])('%s: %s on %j', (_name, pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it('groups: one that took no part is null, an empty one is empty', () => {
    expect(find('(a)?(b*)c', 'c')).toEqual(['c', null, '']);
  });

  it('groups: keep their numbers beside atomic parts', () => {
    expect(find('(?>(x))(a++)(b)', 'xaab')).toEqual(['xaab', 'x', 'aa', 'b']);
  });

  it('dollar: matches before a final line break', () => {
    expect(find('b$', 'ab\n')).toEqual(['b']);
    expect(find('a$', 'a\nb')).toBeNull();
    expect(find('(?m)a$', 'a\nb')).toEqual(['a']);
  });

  it.each([
    ['([a', 'Unclosed character class'],
    ['(a', 'Unclosed group'],
    ['a)', "Unmatched closing ')'"],
    ['*a', "Dangling meta character '*'"],
    ['a{', 'Illegal repetition'],
    ['\\y', 'Illegal/unsupported escape sequence'],
    ['\\p{Latin}', 'Unknown character property name {Latin}'],
    ['[z-a]', 'Illegal character range'],
  ])('compile: %s is a StringException', (pattern, description) => {
    expect(() => compilePattern(runtime, pattern)).toThrow('System.StringException');
    expect(() => compilePattern(runtime, pattern)).toThrow(description);
  });

  it.each(['\\G', '\\X', '\\p{InGreek}', '(?<=a*+)b'])('compile: %s is refused by name', (pattern) => {
    expect(() => compilePattern(runtime, pattern)).toThrow('is not supported by the local org');
  });

  it.each([
    ['(a+)+b', 40],
    ['a*a*a*a*a*a*a*a*c', 3_000],
    ['a+b', 1_000_000],
  ])('search: %s in %i letters is too complicated', (pattern, length) => {
    const text = 'a'.repeat(length);
    expect(() => compilePattern(runtime, pattern).search(runtime, text, 0, 'find')).toThrow(
      'System.LimitException: Regex too complicated',
    );
  });

  it('search: a pattern that is too large is too complicated', () => {
    expect(() => matches('a'.repeat(1_000_000), 'b')).toThrow('System.LimitException: Regex too complicated');
  });

  it.each([
    ['a,b,,', ',', 0, ['a', 'b']],
    ['a,b,,', ',', -1, ['a', 'b', '', '']],
    ['a,b,c', ',', 2, ['a', 'b,c']],
    ['abc', '', 0, ['a', 'b', 'c']],
    ['', ',', 0, ['']],
    [',', ',', 0, []],
    [',a', ',', 0, ['', 'a']],
    ['a1b22c', '\\d+', 0, ['a', 'b', 'c']],
  ])('split: %j by %j with limit %i', (text, pattern, limit, parts) => {
    expect(splitText(runtime, compilePattern(runtime, pattern), text, limit)).toEqual(parts);
  });

  it.each([
    ['(a)(b)?', 'ab-a', '[$1$2]', '[ab]-[a]'],
    ['(a)', 'a', '$1x', 'ax'],
    ['(?<l>a)', 'a', '${l}${l}', 'aa'],
    ['a', 'a', '\\$1', '$1'],
    ['x*', 'abc', '-', '-a-b-c-'],
  ])('replace: %s in %j by %j', (pattern, text, replacement, expected) => {
    expect(replaceMatches(runtime, compilePattern(runtime, pattern), text, replacement, Infinity)).toBe(
      expected,
    );
  });

  it('replace: a group that is not there is refused', () => {
    expect(() => replaceMatches(runtime, compilePattern(runtime, 'a'), 'a', '$3', 1)).toThrow('No group 3');
  });
});
