import {
  checkLength,
  compilePattern,
  MAX_MATCH_CHARACTERS,
  MAX_SPLIT_CHARACTERS,
} from '../../regex/compiled-pattern';
import { splitText } from '../../regex/replacement';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexList } from '../../runtime/values/apex-list';
import { ApexMatcher } from '../../runtime/values/apex-matcher';
import { ApexPattern } from '../../runtime/values/apex-pattern';
import { listOf } from '../../runtime/values/make-collections';
import type { Maybe } from '../arguments';
import { required, requiredValue } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

function compile(runtime: ApexRuntime, regex: Maybe<string>): ApexPattern {
  return new ApexPattern(compilePattern(runtime, requiredValue(runtime, regex)));
}

function matcher(runtime: ApexRuntime, self: ApexPattern, input: Maybe<string>): ApexMatcher {
  const text = requiredValue(runtime, input);
  checkLength(runtime, text, MAX_MATCH_CHARACTERS);
  return new ApexMatcher(self, text);
}

function split(
  runtime: ApexRuntime,
  self: ApexPattern,
  input: Maybe<string>,
  limit?: Maybe<number>,
): ApexList {
  const text = required(runtime, input);
  checkLength(runtime, text, MAX_SPLIT_CHARACTERS);
  const most = limit === undefined ? 0 : required(runtime, limit, 2);
  return listOf(runtime, 'String', splitText(runtime, self.compiled, text, most));
}

/** A pattern that finds just a text. */
function quote(runtime: ApexRuntime, text: Maybe<string>): string {
  return `\\Q${required(runtime, text).replaceAll('\\E', '\\E\\\\E\\Q')}\\E`;
}

/** System.Pattern. */
export const patternClass: PlatformClass = {
  name: 'System.Pattern',
  kind: 'class',
  documentation: referencePage('apex_classes_pattern_and_matcher_pattern_methods'),
  members: [
    method('Matcher matcher(String input)', matcher),
    method('String pattern()', (_runtime: ApexRuntime, self: ApexPattern) => self.compiled.pattern),
    method('List<String> split(String input)', split),
    method('List<String> split(String input, Integer limit)', split),
    method('static Pattern compile(String regex)', compile),
    method(
      'static Boolean matches(String regex, String input)',
      (runtime: ApexRuntime, regex: Maybe<string>, input: Maybe<string>) =>
        matcher(runtime, compile(runtime, regex), input).match(runtime, 'matches'),
    ),
    method('static String quote(String text)', quote),
  ],
};
