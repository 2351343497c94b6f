import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexDate } from '../../runtime/values/apex-date';
import type { ApexDatetime } from '../../runtime/values/apex-datetime';
import type { ApexList } from '../../runtime/values/apex-list';
import type { ApexMap } from '../../runtime/values/apex-map';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf } from '../../runtime/values/make-collections';
import {
  checkLength,
  compilePattern,
  MAX_MATCH_CHARACTERS,
  MAX_SPLIT_CHARACTERS,
} from '../../regex/compiled-pattern';
import { replaceMatches, splitText } from '../../regex/replacement';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { elementsOf } from '../elements-of';
import { method, type PlatformClass } from '../platform-class';
import { formatMessage } from '../text/message-format';
import { STRING_CHANGES } from './string-changes';
import { STRING_CHARACTERS } from './string-characters';
import { STRING_SEARCH } from './string-search';
import { STRING_TESTS } from './string-tests';
import { plain } from './string-members';

function split(runtime: ApexRuntime, self: string, regex: Maybe<string>, limit?: Maybe<number>): ApexList {
  const pattern = compilePattern(runtime, required(runtime, regex));
  checkLength(runtime, self, MAX_SPLIT_CHARACTERS);
  const most = limit === undefined ? 0 : required(runtime, limit, 2);
  return listOf(runtime, 'String', splitText(runtime, pattern, self, most));
}

const replacing =
  (most: number, characters: number) =>
  (runtime: ApexRuntime, self: string, regex: Maybe<string>, replacement: Maybe<string>): string => {
    const pattern = compilePattern(runtime, required(runtime, regex));
    checkLength(runtime, self, characters);
    return replaceMatches(runtime, pattern, self, required(runtime, replacement, 2), most);
  };

/** UNVERIFIED: String.join leaves null elements empty between separators. */
function join(runtime: ApexRuntime, iterable: ApexValue, separator: Maybe<string>): string {
  const parts: string[] = [];
  for (const element of elementsOf(runtime, required(runtime, iterable))) {
    parts.push(element === null ? '' : runtime.toText(element));
  }
  return parts.join(separator ?? '');
}

/**
 * Puts values by name into a text: `${name}`.
 *
 * UNVERIFIED: the form of the placeholders of String.template.
 */
function template(runtime: ApexRuntime, self: string, values: Maybe<ApexMap>): string {
  const map = required(runtime, values);
  return self.replace(/\$\{(\w+)\}/g, (placeholder, name: string) =>
    map.has(runtime, name) ? runtime.toText(map.get(runtime, name)) : placeholder,
  );
}

/** The text of a value; null stays null. */
const valueOf = (runtime: ApexRuntime, value: ApexValue): Maybe<string> =>
  value === null ? null : runtime.toText(value);

/** System.String. */
export const stringClass: PlatformClass = {
  name: 'System.String',
  kind: 'class',
  documentation: referencePage('apex_methods_system_string'),
  members: [
    plain('Integer length()', (self) => self.length),
    method('List<String> split(String regex)', split),
    method('List<String> split(String regex, Integer limit)', split),
    method('String replaceAll(String regex, String replacement)', replacing(Infinity, MAX_MATCH_CHARACTERS)),
    method('String replaceFirst(String regex, String replacement)', replacing(1, MAX_SPLIT_CHARACTERS)),
    method('String template(Map<String, Object> values)', template),
    method(
      'static String format(String pattern, List<Object> arguments)',
      (runtime: ApexRuntime, pattern: Maybe<string>, args: Maybe<ApexList>) =>
        formatMessage(runtime, required(runtime, pattern), required(runtime, args, 2).items),
    ),
    method('static String join(Object iterable, String separator)', join),
    method(
      'static String valueOf(Date value)',
      (_runtime: ApexRuntime, value: Maybe<ApexDate>) => value?.toFieldValue() ?? null,
    ),
    method(
      'static String valueOf(Datetime value)',
      (runtime: ApexRuntime, value: Maybe<ApexDatetime>) => value?.textIn(runtime.user.timeZone) ?? null,
    ),
    method('static String valueOf(Decimal value)', valueOf),
    method('static String valueOf(Double value)', valueOf),
    method('static String valueOf(Integer value)', valueOf),
    method('static String valueOf(Long value)', valueOf),
    method('static String valueOf(Object value)', valueOf),
    method('static String valueOfGmt(Datetime value)', (runtime: ApexRuntime, value: Maybe<ApexDatetime>) =>
      required(runtime, value).textIn('GMT'),
    ),
    ...STRING_TESTS,
    ...STRING_SEARCH,
    ...STRING_CHARACTERS,
    ...STRING_CHANGES,
  ],
};
