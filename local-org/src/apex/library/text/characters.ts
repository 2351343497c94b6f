/** White space of Java: no non-breaking spaces. */
export const WHITESPACE =
  '[\\t-\\r\\x1C-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]';

const WHITESPACE_RUN = new RegExp(`${WHITESPACE}+`, 'g');
const ONLY_WHITESPACE = new RegExp(`^${WHITESPACE}*$`);
const ANY_WHITESPACE = new RegExp(WHITESPACE);

/** Whether a text is empty or white space only. */
export function isWhitespaceOnly(text: string): boolean {
  return ONLY_WHITESPACE.test(text);
}

export function hasWhitespace(text: string): boolean {
  return ANY_WHITESPACE.test(text);
}

export function withoutWhitespace(text: string): string {
  return text.replace(WHITESPACE_RUN, '');
}

/** White space at the ends goes, runs of it inside become one space. */
export function normalizeSpace(text: string): string {
  return text.replace(WHITESPACE_RUN, ' ').replace(/^ | $/g, '');
}

/** Cuts off characters up to U+0020 at both ends, as `trim` of Java. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return text.slice(start, end);
}

/** Upper case for lower case and the other way round. */
export function swapCase(text: string): string {
  return Array.from(text, (character) => {
    const lower = character.toLowerCase();
    return character === lower ? character.toUpperCase() : lower;
  }).join('');
}

/** The characters in reverse, surrogate pairs kept together. */
export function reverse(text: string): string {
  return Array.from(text).reverse().join('');
}

const CHARACTER_TYPES: readonly RegExp[] = [
  'Lu',
  'Ll',
  'Lt',
  'Lm',
  'Lo',
  'Mn',
  'Mc',
  'Me',
  'Nd',
  'Nl',
  'No',
  'Pc',
  'Pd',
  'Ps',
  'Pe',
  'Pi',
  'Pf',
  'Po',
  'Sm',
  'Sc',
  'Sk',
  'So',
  'Zs',
  'Zl',
  'Zp',
  'Cc',
  'Cf',
  'Cs',
  'Co',
].map((category) => new RegExp(`^\\p{${category}}$`, 'u'));
const UPPERCASE_TYPE = 0;
const LOWERCASE_TYPE = 1;

function typeOf(character: string): number {
  return CHARACTER_TYPES.findIndex((pattern) => pattern.test(character));
}

/**
 * Splits a text where the Unicode category of characters changes. With `camelCase` an upper case letter before lower
 * case ones belongs to them.
 */
export function splitByCharacterType(text: string, camelCase: boolean): string[] {
  const parts: string[] = [];
  let current = '';
  let type = -2;
  for (const character of text) {
    const next = typeOf(character);
    if (current !== '' && next !== type) {
      if (camelCase && next === LOWERCASE_TYPE && type === UPPERCASE_TYPE) {
        if (current.length > 1) parts.push(current.slice(0, -1));
        current = current.slice(-1);
      } else {
        parts.push(current);
        current = '';
      }
    }
    current += character;
    type = next;
  }
  return current === '' ? parts : [...parts, current];
}
