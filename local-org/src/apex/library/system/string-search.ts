import { hasWhitespace } from '../text/characters';
import { commonPrefix, indexOfDifference, levenshteinDistance } from '../text/distances';
import { countMatches } from '../text/substrings';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexList } from '../../runtime/values/apex-list';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { method, type PlatformMember } from '../platform-class';
import { plain, withOne, withTwo } from './string-members';

const hasAny = (text: string, characters: string): boolean =>
  Array.from(characters).some((character) => text.includes(character));

const indexOfAny = (text: string, accept: (character: string) => boolean): number => {
  for (let index = 0; index < text.length; index++) if (accept(text.charAt(index))) return index;
  return -1;
};

/** Java's `indexOf(text, from)`: a negative position is 0, one behind the end finds nothing but the empty text. */
const indexFrom = (text: string, searched: string, from: number): number => text.indexOf(searched, from);

const lastIndexFrom = (text: string, searched: string, from: number): number =>
  from < 0 ? -1 : text.lastIndexOf(searched, from);

const distance = (left: string, right: string, threshold: number): number => {
  const found = levenshteinDistance(left, right);
  return found > threshold ? -1 : found;
};

/** Methods of String that look for something. */
export const STRING_SEARCH: readonly PlatformMember[] = [
  withOne('Boolean contains(String text)', (self, text: string) => self.includes(text)),
  withOne('Boolean containsAny(String characters)', hasAny),
  withOne('Boolean containsIgnoreCase(String text)', (self, text: string) =>
    self.toLowerCase().includes(text.toLowerCase()),
  ),
  withOne('Boolean containsNone(String characters)', (self, characters: string) => !hasAny(self, characters)),
  withOne('Boolean containsOnly(String characters)', (self, characters: string) =>
    Array.from(self).every((character) => characters.includes(character)),
  ),
  plain('Boolean containsWhitespace()', hasWhitespace),
  withOne('Integer countMatches(String text)', countMatches),
  withOne('String difference(String other)', (self, other: string) => {
    const index = indexOfDifference(self, other);
    return index < 0 ? '' : other.slice(index);
  }),
  withOne('Boolean endsWith(String suffix)', (self, suffix: string) => self.endsWith(suffix)),
  withOne('Boolean endsWithIgnoreCase(String suffix)', (self, suffix: string) =>
    self.toLowerCase().endsWith(suffix.toLowerCase()),
  ),
  withOne('Integer getLevenshteinDistance(String other)', levenshteinDistance),
  withTwo('Integer getLevenshteinDistance(String other, Integer threshold)', distance),
  withOne('Integer indexOf(String text)', (self, text: string) => self.indexOf(text)),
  withTwo('Integer indexOf(String text, Integer start)', indexFrom),
  withOne('Integer indexOfAny(String characters)', (self, characters: string) =>
    indexOfAny(self, (character) => characters.includes(character)),
  ),
  withOne('Integer indexOfAnyBut(String characters)', (self, characters: string) =>
    indexOfAny(self, (character) => !characters.includes(character)),
  ),
  withOne('Integer indexOfChar(Integer character)', (self, character: number) =>
    self.indexOf(String.fromCodePoint(character)),
  ),
  withTwo('Integer indexOfChar(Integer character, Integer start)', (self, character: number, start: number) =>
    self.indexOf(String.fromCodePoint(character), start),
  ),
  withOne('Integer indexOfDifference(String other)', indexOfDifference),
  withOne('Integer indexOfIgnoreCase(String text)', (self, text: string) =>
    self.toLowerCase().indexOf(text.toLowerCase()),
  ),
  withTwo('Integer indexOfIgnoreCase(String text, Integer start)', (self, text: string, start: number) =>
    indexFrom(self.toLowerCase(), text.toLowerCase(), start),
  ),
  withOne('Integer lastIndexOf(String text)', (self, text: string) => self.lastIndexOf(text)),
  withTwo('Integer lastIndexOf(String text, Integer end)', lastIndexFrom),
  withOne('Integer lastIndexOfChar(Integer character)', (self, character: number) =>
    self.lastIndexOf(String.fromCodePoint(character)),
  ),
  withTwo('Integer lastIndexOfChar(Integer character, Integer end)', (self, character: number, end: number) =>
    lastIndexFrom(self, String.fromCodePoint(character), end),
  ),
  withOne('Integer lastIndexOfIgnoreCase(String text)', (self, text: string) =>
    self.toLowerCase().lastIndexOf(text.toLowerCase()),
  ),
  withTwo('Integer lastIndexOfIgnoreCase(String text, Integer end)', (self, text: string, end: number) =>
    lastIndexFrom(self.toLowerCase(), text.toLowerCase(), end),
  ),
  withOne('Boolean startsWith(String prefix)', (self, prefix: string) => self.startsWith(prefix)),
  withOne('Boolean startsWithIgnoreCase(String prefix)', (self, prefix: string) =>
    self.toLowerCase().startsWith(prefix.toLowerCase()),
  ),
  method(
    'static String getCommonPrefix(List<String> texts)',
    (runtime: ApexRuntime, texts: Maybe<ApexList>) =>
      commonPrefix(required(runtime, texts).items.map((text) => runtime.toText(text))),
  ),
];
