import { isWhitespaceOnly } from '../text/characters';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { Maybe } from '../arguments';
import { method, type PlatformMember } from '../platform-class';
import { plain, withOne } from './string-members';

const testing =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

const compare = (self: string, other: string): number => {
  const length = Math.min(self.length, other.length);
  for (let index = 0; index < length; index++) {
    const difference = self.charCodeAt(index) - other.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return self.length - other.length;
};

const whenGiven =
  (test: (text: string) => boolean) =>
  (_runtime: ApexRuntime, text: Maybe<string>): boolean =>
    text !== null && test(text);

/** Methods of String that compare it or tell what is in it. */
export const STRING_TESTS: readonly PlatformMember[] = [
  withOne('Integer compareTo(String other)', compare),
  method(
    'Boolean equals(String other)',
    (_runtime: ApexRuntime, self: string, other: Maybe<string>) => self === other,
  ),
  method(
    'Boolean equals(Object other)',
    (_runtime: ApexRuntime, self: string, other: ApexValue) => self === other,
  ),
  method(
    'Boolean equalsIgnoreCase(String other)',
    (_runtime: ApexRuntime, self: string, other: Maybe<string>) =>
      self.toLowerCase() === other?.toLowerCase(),
  ),
  plain('Boolean isAllLowerCase()', testing(/^\p{Lowercase}+$/u)),
  plain('Boolean isAllUpperCase()', testing(/^\p{Uppercase}+$/u)),
  plain('Boolean isAlpha()', testing(/^\p{L}+$/u)),
  plain('Boolean isAlphaSpace()', testing(/^[\p{L} ]*$/u)),
  plain('Boolean isAlphanumeric()', testing(/^[\p{L}\p{Nd}]+$/u)),
  plain('Boolean isAlphanumericSpace()', testing(/^[\p{L}\p{Nd} ]*$/u)),
  plain('Boolean isAsciiPrintable()', testing(/^[\x20-\x7E]*$/)),
  plain('Boolean isNumeric()', testing(/^\p{Nd}+$/u)),
  plain('Boolean isNumericSpace()', testing(/^[\p{Nd} ]*$/u)),
  plain('Boolean isWhitespace()', isWhitespaceOnly),
  method(
    'static Boolean isBlank(String text)',
    (_runtime: ApexRuntime, text: Maybe<string>) => text === null || isWhitespaceOnly(text),
  ),
  method(
    'static Boolean isEmpty(String text)',
    (_runtime: ApexRuntime, text: Maybe<string>) => text === null || text === '',
  ),
  method(
    'static Boolean isNotBlank(String text)',
    whenGiven((text) => !isWhitespaceOnly(text)),
  ),
  method(
    'static Boolean isNotEmpty(String text)',
    whenGiven((text) => text !== ''),
  ),
];
