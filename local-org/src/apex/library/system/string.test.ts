import { callerOf, valueRuntime } from '../../testing-support/value-runtime';
import { listOf, mapOf } from '../../runtime/values/make-collections';
import { ApexDate } from '../../runtime/values/apex-date';
import { ApexDatetime } from '../../runtime/values/apex-datetime';
import { ApexDouble } from '../../runtime/values/apex-double';
import type { ApexList } from '../../runtime/values/apex-list';
import { stringClass } from './string';

const runtime = valueRuntime();
const call = callerOf(runtime, stringClass);
const items = (list: unknown): unknown => (list as ApexList).items;

describe('System.String', () => {
  it.each<[string, readonly unknown[], unknown]>([
    ['String abbreviate(Integer maxWidth)', ['Hello Maximillian', 8], 'Hello...'],
    ['String abbreviate(Integer maxWidth, Integer offset)', ['abcdefghijklmno', 10, 6], '...ghij...'],
    ['String abbreviate(Integer maxWidth, Integer offset)', ['abcdefghijklmno', 10, 12], '...ijklmno'],
    ['String center(Integer length, String filler)', ['hello', 9, '-'], '--hello--'],
    ['String center(Integer length)', ['ab', 5], ' ab  '],
    ['String leftPad(Integer length, String filler)', ['ab', 5, 'xy'], 'xyxab'],
    ['String leftPad(Integer length, String filler)', ['ab', 4, ''], '  ab'],
    ['String overlay', ['abcdef', 'zz', 4, 2], 'abzzef'],
    ['String swapCase()', ['Straße'], 'sTRASSE'],
    ['String normalizeSpace()', ['  a \n b '], 'a b'],
    ['String trim()', ['\u0001 a\u00a0 '], 'a\u00a0'],
    ['String right(Integer length)', ['abc', 0], ''],
    ['String mid', ['hello', -2, 3], 'hel'],
    ['Integer compareTo', ['abcde', 'abcd'], 1],
    ['Integer lastIndexOf(String text, Integer end)', ['abcab', 'ab', -1], -1],
    ['Integer getLevenshteinDistance(String other, Integer threshold)', ['abc', 'xyz', 2], -1],
    ['String substringBetween(String open', ['a(b)c', '(', ')'], 'b'],
    ['String substringBetween(String open', ['abc', '(', ')'], null],
    ['String escapeHtml4()', ['café € & "x"'], 'caf&eacute; &euro; &amp; &quot;x&quot;'],
    ['String unescapeHtml4()', ['&Alpha;&fnof;&spades;&#233;&#xE9;&nope;'], 'Αƒ♠éé&nope;'],
    ['String escapeXml()', ["<a b='c'>"], '&lt;a b=&apos;c&apos;&gt;'],
    ['String escapeCsv()', ['a,"b"'], '"a,""b"""'],
    ['String unescapeCsv()', ['"a,""b"""'], 'a,"b"'],
    ['String escapeJava()', ['"é"\n'], '\\"\\u00E9\\"\\n'],
    ['String unescapeJava()', ['\\u00e9\\n\\101'], 'é\nA'],
    ['String stripHtmlTags()', ['<p class="x">a</p> 1 < 2'], 'a 1 < 2'],
    ['String replace(', ['a$1', '$1', '$&'], 'a$&'],
    ['String repeat(String separator', ['a', ',', 3], 'a,a,a'],
    ['Boolean isAlpha()', [''], false],
    ['Boolean isWhitespace()', [''], true],
    ['Integer offsetByCodePoints', ['a\u{1F600}b', 0, 2], 3],
    ['Integer codePointCount', ['a\u{1F600}b', 0, 4], 3],
    ['Integer codePointBefore', ['\u{1F600}b', 2], 0x1f600],
  ])('%s: of %j', (signature, parts, expected) => {
    expect(call(signature, ...parts)).toBe(expected);
  });

  it('substring: positions out of bounds are refused', () => {
    const signature = 'String substring(Integer start, Integer end)';
    expect(() => call(signature, 'abc', 4, 5)).toThrow(
      'System.StringException: Starting position out of bounds: 4',
    );
    expect(() => call(signature, 'abc', -1, 2)).toThrow(
      'System.StringException: Starting position out of bounds: -1',
    );
    expect(() => call(signature, 'abc', 0, 4)).toThrow(
      'System.StringException: Ending position out of bounds: 4',
    );
  });

  it('splitByCharacterType: a capital belongs to the small letters behind it in camel case', () => {
    expect(items(call('List<String> splitByCharacterType()', 'fooBar200'))).toEqual([
      'foo',
      'B',
      'ar',
      '200',
    ]);
    expect(items(call('List<String> splitByCharacterTypeCamelCase()', 'ASFLicense 200'))).toEqual([
      'ASF',
      'License',
      ' ',
      '200',
    ]);
  });

  it('repeat: a text of more than 6,000,000 characters is refused', () => {
    expect(() => call('String repeat(Integer times)', 'abcdefg', 1_000_000)).toThrow(
      'System.LimitException: String is too long.',
    );
  });

  it('format: fills the pattern as MessageFormat', () => {
    const format = (pattern: string, ...args: readonly (string | number)[]): unknown =>
      call('String format', pattern, listOf(runtime, 'Object', args));
    expect(format("{0} isn''t '{1}' {2}", 'a')).toBe("a isn't {1} {2}");
    expect(format('{0,number}', 1234567)).toBe('1,234,567');
    expect(() => format('{0,number}', 'x')).toThrow('Cannot format given Object as a Number');
    expect(() => format('{x}')).toThrow("can't parse argument number: x");
  });

  it('valueOf: null stays null, a Datetime is in the user’s time zone', () => {
    expect(call('String valueOf(Object', null)).toBeNull();
    expect(call('String valueOf(Double', new ApexDouble(1e7))).toBe('1.0E7');
    expect(call('String valueOf(Date', ApexDate.of(2024, 1, 31))).toBe('2024-01-31');
    expect(call('String valueOf(Datetime', new ApexDatetime(Date.UTC(2024, 0, 31, 10)))).toBe(
      '2024-01-31 02:00:00',
    );
    expect(call('String valueOf(Object', new ApexDatetime(Date.UTC(2024, 0, 31, 10)))).toBe(
      '2024-01-31 10:00:00',
    );
  });

  it('template: puts values by name', () => {
    const values = mapOf(runtime, 'String', 'Object', [['name', 'Max']]);
    expect(call('String template', 'Hello ${name} ${other}', values)).toBe('Hello Max ${other}');
  });

  it('contains: a null argument is a NullPointerException', () => {
    expect(() => call('Boolean contains(', 'abc', null)).toThrow(
      'System.NullPointerException: Argument 1 cannot be null',
    );
  });
});
