import variants from './name-variants.json';
import { acronymOf, editSimilarity, jaroWinkler, pairSimilarity, soundKey } from './similarity';

/** How a matching rule compares two values. */
export interface MatchingMethod {
  /** Least score at which two values match, 0 to 100. */
  readonly threshold: number;
  /** How alike two values are, 0 to 100. Neither is blank. */
  score(a: string, b: string): number;
  /**
   * The part of a match key that a value gives: records are compared when the parts of all their fields are equal.
   * Null for methods that give none.
   */
  matchKey: ((value: string) => string) | null;
}

const COMPANY_NOISE =
  /\b(the|inc|incorporated|corp|corporation|co|company|llc|ltd|limited|gmbh|ag|sa|plc|lp|llp)\b/g;
const STREET_SUFFIXES: Readonly<Record<string, string>> = {
  street: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  boulevard: 'blvd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  square: 'sq',
  place: 'pl',
  highway: 'hwy',
  parkway: 'pkwy',
};
const VARIANTS = new Map<string, Set<number>>();
variants.forEach((group, i) => {
  for (const name of group.split(' ')) VARIANTS.set(name, (VARIANTS.get(name) ?? new Set<number>()).add(i));
});

/**
 * The matching methods with their thresholds, and the parts of match keys as the standard rules document them: company
 * (2,6) is six letters of each of two words, a phone leaves out its last four digits, a title gives no part.
 * UNVERIFIED: the platform's algorithms are named but not published; these follow their descriptions.
 * @see https://help.salesforce.com/s/articleView?id=sf.matching_rules_matching_methods.htm
 * @see https://help.salesforce.com/s/articleView?id=sales.matching_rules_match_key_process.htm
 */
export const MATCHING_METHODS: Readonly<Record<string, MatchingMethod>> = {
  Exact: method(100, (a, b) => (fold(a) === fold(b) ? 100 : 0), fold),
  FirstName: method(85, firstNames, (name) => words(name).slice(0, 1)),
  LastName: method(90, lastNames, (name) => soundKey(words(name))),
  CompanyName: method(70, companies, (name) => startsOf(withoutNoise(name), 2, 6)),
  Phone: method(80, phones, (phone) => digits(phone).slice(-10, -4)),
  City: method(
    85,
    (a, b) => editSimilarity(words(a), words(b)),
    (city) => startsOf(words(city), 1, 6),
  ),
  Street: method(80, streets, streetKey),
  Zip: method(80, zips, (zip) => startsOf(words(zip), 1, 3)),
  Title: method(50, titles, null),
};

function method(
  threshold: number,
  score: MatchingMethod['score'],
  matchKey: MatchingMethod['matchKey'],
): MatchingMethod {
  return { threshold, score, matchKey };
}

/** The first letters of the first words, together: `startsOf('acme widgets', 2, 3)` is `acmwid`. */
function startsOf(text: string, wordCount: number, letters: number): string {
  return text
    .split(' ')
    .slice(0, wordCount)
    .map((word) => word.slice(0, letters))
    .join('');
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** Lower case, no accents, words apart by one space. */
function words(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function firstNames(first: string, second: string): number {
  const [a, b] = [words(first), words(second)];
  if (a === b) return 100;
  if ((a.length === 1 || b.length === 1) && a[0] === b[0]) return 100;
  const groups = VARIANTS.get(b);
  if ([...(VARIANTS.get(a) ?? [])].some((group) => groups?.has(group))) return 100;
  return jaroWinkler(a, b);
}

function lastNames(first: string, second: string): number {
  const [a, b] = [words(first), words(second)];
  if (a === b) return 100;
  return (editSimilarity(a, b) + (soundKey(a) === soundKey(b) ? 100 : 0)) / 2;
}

function companies(first: string, second: string): number {
  const [a, b] = [withoutNoise(first), withoutNoise(second)];
  const isAcronym = acronymOf(a) === b || acronymOf(b) === a;
  return a === b || isAcronym ? 100 : pairSimilarity(a, b);
}

/** A company's name without what names its legal form. */
function withoutNoise(name: string): string {
  return words(words(name).replace(COMPANY_NOISE, ' ')) || words(name);
}

/** Country code 10 %, area code 30 %, exchange 30 %, last four 30 %. */
function phones(first: string, second: string): number {
  const [a, b] = [digits(first), digits(second)];
  if (a === b) return 100;
  const part = (from: number, to?: number): boolean => a.slice(from, to) === b.slice(from, to);
  const country = a.length <= 10 || b.length <= 10 || part(0, -10);
  return (country ? 10 : 0) + (part(-10, -7) ? 30 : 0) + (part(-7, -4) ? 30 : 0) + (part(-4) ? 30 : 0);
}

/** Street name 50 %, number 20 %, suffix and suite 15 % each. */
function streets(first: string, second: string): number {
  const [a, b] = [streetParts(first), streetParts(second)];
  return (
    editSimilarity(a.name, b.name) * 0.5 +
    (a.number === b.number ? 20 : 0) +
    (a.suffix === b.suffix ? 15 : 0) +
    (a.suite === b.suite ? 15 : 0)
  );
}

function streetParts(text: string): { name: string; number: string; suffix: string; suite: string } {
  const [, street = '', suite = ''] =
    /^(.*?)(?:\s(?:suite|ste|apt|unit|floor|fl)\s*(\w+))?$/.exec(words(text)) ?? [];
  const [, number = '', rest = ''] = /^(\d*)\s*(.*)$/.exec(street) ?? [];
  const parts = rest.split(' ');
  const last = parts.at(-1) ?? '';
  const suffix = STREET_SUFFIXES[last] ?? (Object.values(STREET_SUFFIXES).includes(last) ? last : '');
  return { name: (suffix === '' ? parts : parts.slice(0, -1)).join(' '), number, suffix, suite };
}

/** `123 Maple Avenue` is `123maple`. */
function streetKey(text: string): string {
  const { number, name } = streetParts(text);
  return number + startsOf(name, 1, 6);
}

/** First five characters 90 %, the rest 10 %. */
function zips(first: string, second: string): number {
  const [a, b] = [words(first), words(second)];
  const tail = (zip: string): string => zip.slice(5).trim();
  return (a.slice(0, 5) === b.slice(0, 5) ? 90 : 0) + (tail(a) === tail(b) ? 10 : 0);
}

function titles(first: string, second: string): number {
  const [a, b] = [words(first), words(second)];
  const isAcronym = acronymOf(a) === b || acronymOf(b) === a;
  return a === b || isAcronym ? 100 : pairSimilarity(a, b);
}
