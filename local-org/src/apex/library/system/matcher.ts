import { checkLength, MAX_MATCH_CHARACTERS } from '../../regex/compiled-pattern';
import { replaceMatches } from '../../regex/replacement';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexMatcher } from '../../runtime/values/apex-matcher';
import type { ApexPattern } from '../../runtime/values/apex-pattern';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

/** @throws StringException when the pattern has no such group */
function checkGroup(runtime: ApexRuntime, self: ApexMatcher, group: Maybe<number>): number {
  const number = required(runtime, group);
  if (number >= 0 && number <= self.pattern.compiled.groupCount) return number;
  return runtime.throwNew('System.StringException', `No group ${number}`);
}

function group(runtime: ApexRuntime, self: ApexMatcher, number?: Maybe<number>): Maybe<string> {
  const { groups } = self.current(runtime);
  return groups[number === undefined ? 0 : checkGroup(runtime, self, number)] ?? null;
}

/** Start (`end` 0) or end (1) of a group; -1 when it took no part. */
const position =
  (end: 0 | 1) =>
  (runtime: ApexRuntime, self: ApexMatcher, number?: Maybe<number>): number => {
    const found = self.positions(runtime, number === undefined ? 0 : checkGroup(runtime, self, number));
    return found ? found[end] : -1;
  };

function find(runtime: ApexRuntime, self: ApexMatcher, start: Maybe<number>): boolean {
  const from = required(runtime, start);
  // UNVERIFIED: the text of the exception of Matcher.find for a start out of bounds, which is Java's.
  if (from < 0 || from > self.text.length)
    return runtime.throwNew('System.StringException', 'Illegal start index');
  return self.findFrom(runtime, from);
}

function region(
  runtime: ApexRuntime,
  self: ApexMatcher,
  start: Maybe<number>,
  end: Maybe<number>,
): ApexMatcher {
  const [from, to] = [required(runtime, start), required(runtime, end, 2)];
  if (from < 0 || to > self.text.length || from > to) {
    return runtime.throwNew('System.StringException', from < 0 || from > self.text.length ? 'start' : 'end');
  }
  self.setRegion(from, to);
  return self;
}

function reset(runtime: ApexRuntime, self: ApexMatcher, input?: Maybe<string>): ApexMatcher {
  if (input === undefined) self.reset();
  else {
    const text = required(runtime, input);
    checkLength(runtime, text, MAX_MATCH_CHARACTERS);
    self.reset(text);
  }
  return self;
}

const replacing =
  (most: number) =>
  (runtime: ApexRuntime, self: ApexMatcher, replacement: Maybe<string>): string => {
    self.reset();
    return replaceMatches(runtime, self.pattern.compiled, self.text, required(runtime, replacement), most);
  };

function usePattern(runtime: ApexRuntime, self: ApexMatcher, pattern: Maybe<ApexPattern>): ApexMatcher {
  self.pattern = required(runtime, pattern);
  return self;
}

/** System.Matcher. Regions are taken for the whole text, as Java's are unless told otherwise. */
export const matcherClass: PlatformClass = {
  name: 'System.Matcher',
  kind: 'class',
  documentation: referencePage('apex_classes_pattern_and_matcher_matcher_methods'),
  members: [
    method('Integer end()', position(1)),
    method('Integer end(Integer groupIndex)', position(1)),
    method('Boolean find()', (runtime: ApexRuntime, self: ApexMatcher) => self.find(runtime)),
    method('Boolean find(Integer start)', find),
    method('String group()', group),
    method('String group(Integer groupIndex)', group),
    method(
      'Integer groupCount()',
      (_runtime: ApexRuntime, self: ApexMatcher) => self.pattern.compiled.groupCount,
    ),
    method('Boolean hasAnchoringBounds()', () => true),
    method('Boolean hasTransparentBounds()', () => false),
    method('Boolean lookingAt()', (runtime: ApexRuntime, self: ApexMatcher) =>
      self.match(runtime, 'lookingAt'),
    ),
    method('Boolean matches()', (runtime: ApexRuntime, self: ApexMatcher) => self.match(runtime, 'matches')),
    method('Pattern pattern()', (_runtime: ApexRuntime, self: ApexMatcher) => self.pattern),
    method('Matcher region(Integer start, Integer end)', region),
    method('Integer regionEnd()', (_runtime: ApexRuntime, self: ApexMatcher) => self.regionEnd),
    method('Integer regionStart()', (_runtime: ApexRuntime, self: ApexMatcher) => self.regionStart),
    method('String replaceAll(String replacement)', replacing(Infinity)),
    method('String replaceFirst(String replacement)', replacing(1)),
    method('Matcher reset()', reset),
    method('Matcher reset(String input)', reset),
    method('Integer start()', position(0)),
    method('Integer start(Integer groupIndex)', position(0)),
    method('Matcher usePattern(Pattern pattern)', usePattern),
    method('static String quoteReplacement(String text)', (runtime: ApexRuntime, text: Maybe<string>) =>
      required(runtime, text).replace(/[\\$]/g, '\\$&'),
    ),
  ],
};
