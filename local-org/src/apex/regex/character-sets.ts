/**
 * Sets of characters that Java's patterns name, as JavaScript writes them inside a class.
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html
 */

/** Line terminators of Java outside of UNIX_LINES. */
export const LINE_TERMINATORS = '\\n\\r\\x85\\u2028\\u2029';

const HORIZONTAL = ' \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
const VERTICAL = '\\n\\x0B\\f\\r\\x85\\u2028\\u2029';
const SPACE = ' \\t\\n\\x0B\\f\\r';

/** `\d` and its like, by letter; capital letters stand for what is not in the set. */
export const ESCAPED_SETS: Readonly<Record<string, string>> = {
  d: '[0-9]',
  D: '[^0-9]',
  w: '[A-Za-z0-9_]',
  W: '[^A-Za-z0-9_]',
  s: `[${SPACE}]`,
  S: `[^${SPACE}]`,
  h: `[${HORIZONTAL}]`,
  H: `[^${HORIZONTAL}]`,
  v: `[${VERTICAL}]`,
  V: `[^${VERTICAL}]`,
};

/** POSIX classes and those of java.lang.Character, by name in `\p{...}`. */
const NAMED_SETS: Readonly<Record<string, string>> = {
  Lower: '[a-z]',
  Upper: '[A-Z]',
  ASCII: '[\\x00-\\x7F]',
  Alpha: '[A-Za-z]',
  Digit: '[0-9]',
  Alnum: '[A-Za-z0-9]',
  Punct: '[\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E]',
  Graph: '[\\x21-\\x7E]',
  Print: '[\\x20-\\x7E]',
  Blank: '[\\x20\\t]',
  Cntrl: '[\\x00-\\x1F\\x7F]',
  XDigit: '[0-9A-Fa-f]',
  Space: `[${SPACE}]`,
  L1: '[\\x00-\\xFF]',
  LC: '[\\p{Lu}\\p{Ll}\\p{Lt}]',
  LD: '[\\p{L}\\p{Nd}]',
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaWhitespace: '[\\t-\\r\\x1C-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]',
  javaMirrored: '\\p{Bidi_Mirrored}',
  javaAlphabetic: '\\p{Alphabetic}',
  javaLetter: '\\p{L}',
  javaDigit: '\\p{Nd}',
  javaLetterOrDigit: '[\\p{L}\\p{Nd}]',
};

/** Binary properties behind `Is`. */
const BINARY_PROPERTIES: Readonly<Record<string, string>> = {
  ALPHABETIC: 'Alphabetic',
  LETTER: 'L',
  IDEOGRAPHIC: 'Ideographic',
  LOWERCASE: 'Lowercase',
  UPPERCASE: 'Uppercase',
  TITLECASE: 'Lt',
  PUNCTUATION: 'P',
  CONTROL: 'Cc',
  WHITE_SPACE: 'White_Space',
  WHITESPACE: 'White_Space',
  DIGIT: 'Nd',
  HEX_DIGIT: 'Hex_Digit',
  JOIN_CONTROL: 'Join_Control',
  NONCHARACTER_CODE_POINT: 'Noncharacter_Code_Point',
  ASSIGNED: 'Assigned',
  EMOJI: 'Emoji',
  EMOJI_PRESENTATION: 'Emoji_Presentation',
};

const CATEGORY = /^(?:C[cfnos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;

/**
 * The set that `\p{name}` means, as JavaScript writes it, or null when there is none of that name. Blocks (`InGreek`)
 * give `unsupported`: JavaScript does not know them.
 */
export function namedSet(name: string): string | null | 'unsupported' {
  const known = NAMED_SETS[name];
  if (known !== undefined) return known;
  if (CATEGORY.test(name)) return `\\p{${name}}`;
  const assigned = /^(?:(script|sc)|(?:general_category|gc)|(block|blk))=(\w+)$/i.exec(name);
  if (assigned) {
    const [, script, block, value = ''] = assigned;
    if (block) return 'unsupported';
    return script ? scriptSet(value) : CATEGORY.test(value) ? `\\p{${value}}` : null;
  }
  if (name.startsWith('In')) return 'unsupported';
  if (!name.startsWith('Is')) return null;
  const rest = name.slice(2);
  if (CATEGORY.test(rest)) return `\\p{${rest}}`;
  const binary = BINARY_PROPERTIES[rest.toUpperCase()];
  return binary === undefined ? scriptSet(rest) : `\\p{${binary}}`;
}

function scriptSet(name: string): string | null {
  const script = name.replace(
    /[A-Za-z]+/g,
    (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  );
  const set = `\\p{Script=${script}}`;
  try {
    return new RegExp(set, 'v').source;
  } catch {
    // The engine tells only by throwing whether it knows a script.
    return null;
  }
}
