import { localeTag } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { method, type PlatformMember } from '../platform-class';
import { normalizeSpace, reverse, swapCase, trim, withoutWhitespace } from '../text/characters';
import * as escapes from '../text/escape-text';
import * as parts from '../text/substrings';
import { plain, withOne, withTwo } from './string-members';

/** Characters of the longest text that `repeat` makes. */
const MAX_REPEATED_CHARACTERS = 6_000_000;

function abbreviated(
  runtime: ApexRuntime,
  self: string,
  width: Maybe<number>,
  offset?: Maybe<number>,
): string {
  const maxWidth = required(runtime, width);
  const shortened = parts.abbreviate(self, maxWidth, offset === undefined ? 0 : required(runtime, offset, 2));
  if (shortened !== null) return shortened;
  // UNVERIFIED: type and text of the exception of String.abbreviate, which are those of Apache Commons Lang.
  const least = maxWidth < 4 ? '4' : 'with offset is 7';
  return runtime.throwNew(
    'System.IllegalArgumentException',
    `Minimum abbreviation width ${maxWidth < 4 ? 'is ' : ''}${least}`,
  );
}

/** @throws StringException when a position is out of bounds */
function substring(runtime: ApexRuntime, self: string, from: Maybe<number>, to?: Maybe<number>): string {
  const start = required(runtime, from);
  const end = to === undefined ? self.length : required(runtime, to, 2);
  if (start < 0 || start > self.length) {
    return runtime.throwNew('System.StringException', `Starting position out of bounds: ${start}`);
  }
  if (end < start || end > self.length) {
    return runtime.throwNew('System.StringException', `Ending position out of bounds: ${end}`);
  }
  return self.slice(start, end);
}

/** @throws LimitException `String is too long.` */
function repeated(runtime: ApexRuntime, text: string, separator: string, times: number): string {
  if (times <= 0) return '';
  if (text.length * times + separator.length * (times - 1) > MAX_REPEATED_CHARACTERS) {
    return runtime.throwNew('System.LimitException', 'String is too long.');
  }
  return separator === '' ? text.repeat(times) : (text + separator).repeat(times - 1) + text;
}

const capitalizedBy =
  (change: (letter: string) => string) =>
  (text: string): string => {
    const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
    return text === '' ? '' : change(first) + text.slice(first.length);
  };

const withoutStart = (text: string, prefix: string, matches: boolean): string =>
  matches ? text.slice(prefix.length) : text;
const withoutEnd = (text: string, suffix: string, matches: boolean): string =>
  matches ? text.slice(0, text.length - suffix.length) : text;

/** Methods of String that give a changed text. */
export const STRING_CHANGES: readonly PlatformMember[] = [
  method('String abbreviate(Integer maxWidth)', abbreviated),
  method('String abbreviate(Integer maxWidth, Integer offset)', abbreviated),
  plain(
    'String capitalize()',
    capitalizedBy((letter) => letter.toUpperCase()),
  ),
  plain(
    'String uncapitalize()',
    capitalizedBy((letter) => letter.toLowerCase()),
  ),
  withOne('String center(Integer length)', (self, length: number) => parts.center(self, length, ' ')),
  withTwo('String center(Integer length, String filler)', parts.center),
  plain('String deleteWhitespace()', withoutWhitespace),
  plain('String escapeCsv()', escapes.escapeCsv),
  plain('String escapeEcmaScript()', escapes.escapeEcmaScript),
  plain('String escapeHtml3()', escapes.escapeHtml3),
  plain('String escapeHtml4()', escapes.escapeHtml4),
  plain('String escapeJava()', escapes.escapeJava),
  plain('String escapeUnicode()', escapes.escapeUnicode),
  plain('String escapeXml()', escapes.escapeXml),
  method('static String escapeSingleQuotes(String text)', (runtime: ApexRuntime, text: Maybe<string>) =>
    escapes.escapeSingleQuotes(required(runtime, text)),
  ),
  withOne('String left(Integer length)', (self, length: number) => self.slice(0, Math.max(0, length))),
  withOne('String leftPad(Integer length)', (self, length: number) => parts.leftPad(self, length, ' ')),
  withTwo('String leftPad(Integer length, String filler)', parts.leftPad),
  withTwo('String mid(Integer start, Integer length)', (self, start: number, length: number) =>
    self.slice(Math.max(0, start), Math.max(0, start) + Math.max(0, length)),
  ),
  plain('String normalizeSpace()', normalizeSpace),
  method(
    'String overlay(String replacement, Integer start, Integer end)',
    (runtime: ApexRuntime, self: string, text: Maybe<string>, start: Maybe<number>, end: Maybe<number>) =>
      parts.overlay(self, required(runtime, text), required(runtime, start, 2), required(runtime, end, 3)),
  ),
  withOne('String remove(String text)', (self, text: string) =>
    text === '' ? self : self.replaceAll(text, ''),
  ),
  withOne('String removeEnd(String text)', (self, text: string) =>
    withoutEnd(self, text, self.endsWith(text)),
  ),
  withOne('String removeEndIgnoreCase(String text)', (self, text: string) =>
    withoutEnd(self, text, self.toLowerCase().endsWith(text.toLowerCase())),
  ),
  withOne('String removeStart(String text)', (self, text: string) =>
    withoutStart(self, text, self.startsWith(text)),
  ),
  withOne('String removeStartIgnoreCase(String text)', (self, text: string) =>
    withoutStart(self, text, self.toLowerCase().startsWith(text.toLowerCase())),
  ),
  method('String repeat(Integer times)', (runtime: ApexRuntime, self: string, times: Maybe<number>) =>
    repeated(runtime, self, '', required(runtime, times)),
  ),
  method(
    'String repeat(String separator, Integer times)',
    (runtime: ApexRuntime, self: string, separator: Maybe<string>, times: Maybe<number>) =>
      repeated(runtime, self, separator ?? '', required(runtime, times, 2)),
  ),
  withTwo('String replace(String target, String replacement)', (self, target: string, replacement: string) =>
    self.replaceAll(target, () => replacement),
  ),
  plain('String reverse()', reverse),
  withOne('String right(Integer length)', (self, length: number) => (length <= 0 ? '' : self.slice(-length))),
  withOne('String rightPad(Integer length)', (self, length: number) => parts.rightPad(self, length, ' ')),
  withTwo('String rightPad(Integer length, String filler)', parts.rightPad),
  plain('String stripHtmlTags()', escapes.stripHtmlTags),
  method('String substring(Integer start)', substring),
  method('String substring(Integer start, Integer end)', substring),
  withOne('String substringAfter(String separator)', parts.substringAfter),
  withOne('String substringAfterLast(String separator)', parts.substringAfterLast),
  withOne('String substringBefore(String separator)', parts.substringBefore),
  withOne('String substringBeforeLast(String separator)', parts.substringBeforeLast),
  withOne('String substringBetween(String tag)', (self, tag: string) =>
    parts.substringBetween(self, tag, tag),
  ),
  withTwo('String substringBetween(String open, String close)', parts.substringBetween),
  plain('String swapCase()', swapCase),
  plain('String toLowerCase()', (self) => self.toLowerCase()),
  withOne('String toLowerCase(String locale)', (self, locale: string) =>
    self.toLocaleLowerCase(localeTag(locale)),
  ),
  plain('String toUpperCase()', (self) => self.toUpperCase()),
  withOne('String toUpperCase(String locale)', (self, locale: string) =>
    self.toLocaleUpperCase(localeTag(locale)),
  ),
  plain('String trim()', trim),
  plain('String unescapeCsv()', escapes.unescapeCsv),
  plain('String unescapeEcmaScript()', escapes.unescapeJava),
  plain('String unescapeHtml3()', escapes.unescapeHtml3),
  plain('String unescapeHtml4()', escapes.unescapeHtml4),
  plain('String unescapeJava()', escapes.unescapeJava),
  plain('String unescapeUnicode()', escapes.unescapeUnicode),
  plain('String unescapeXml()', escapes.unescapeXml),
];
