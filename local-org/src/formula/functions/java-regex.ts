import type { SourcePosition } from '../../core';
import { UnsupportedFeatureError } from '../../core';
import { FormulaError } from '../errors';

/** Named classes of Java's patterns as JavaScript writes them inside a character class. */
const POSIX_CLASSES: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'A-Za-z',
  Digit: '0-9',
  Alnum: 'A-Za-z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9A-Fa-f',
  Space: ' \\t\\n\\x0B\\f\\r',
};

/** Escapes that mean something else, or nothing, in JavaScript. */
const ESCAPES: Readonly<Record<string, string>> = {
  a: '\\x07',
  e: '\\x1B',
  h: '[ \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]',
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?=\\n?(?![\\s\\S]))',
  // Java's \s is ASCII only.
  s: '[ \\t\\n\\x0B\\f\\r]',
  S: '[^ \\t\\n\\x0B\\f\\r]',
};
const ESCAPES_IN_CLASS: Readonly<Record<string, string>> = {
  a: '\\x07',
  e: '\\x1B',
  h: ' \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  s: ' \\t\\n\\x0B\\f\\r',
};

/** Letters that may follow a backslash unchanged. */
const SHARED_ESCAPES = 'dDwWbBnrtfvSxuck0123456789';
const SYNTAX_CHARACTERS = '^$\\.*+?()[]{}|/';

const MAX_CACHED_PATTERNS = 500;
const cache = new Map<string, RegExp>();

/**
 * Translates a pattern of `java.util.regex` that has to match a whole text.
 * @throws FormulaError when the pattern is not valid
 * @throws UnsupportedFeatureError for possessive quantifiers, atomic groups and other constructs JavaScript lacks
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html
 */
export function compileJavaRegex(pattern: string, position?: SourcePosition): RegExp {
  const cached = cache.get(pattern);
  if (cached) return cached;
  const compiled = translate(pattern, position);
  if (cache.size >= MAX_CACHED_PATTERNS) cache.clear();
  cache.set(pattern, compiled);
  return compiled;
}

function translate(pattern: string, position: SourcePosition | undefined): RegExp {
  let flags = 'u';
  const body = pattern.replace(/^\(\?([ims]+)\)/, (_, letters: string) => {
    flags += letters;
    return '';
  });
  const source = new JavaRegexTranslator(body).translate();
  try {
    return new RegExp(`^(?:${source})$`, flags.includes('m') ? flags.replace('m', '') : flags);
  } catch (cause) {
    throw new FormulaError(
      `Invalid regular expression: ${pattern}${cause instanceof Error ? '' : '.'}`,
      position,
    );
  }
}

class JavaRegexTranslator {
  private index = 0;
  private output = '';

  constructor(private readonly pattern: string) {}

  translate(): string {
    while (this.index < this.pattern.length) {
      if (this.pattern[this.index] === '[') this.characterClass();
      else this.outsideClass();
    }
    return this.output;
  }

  private outsideClass(): void {
    const rest = this.pattern.slice(this.index);
    const unsupported = /^(?:[*+?}]\+|\(\?>|\(\?[a-zA-Z]+\))/.exec(rest);
    if (unsupported) throw new UnsupportedFeatureError(`Formula: REGEX with ${unsupported[0]}`);
    if (rest.startsWith('\\')) {
      this.escape(ESCAPES, (content) => `[${content}]`);
      return;
    }
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    const isLiteralBrace = (character === '{' && !/^\{\d+(,\d*)?\}/.test(rest)) || character === ']';
    const quantifier = /^\{\d+(,\d*)?\}/.exec(rest);
    const text = quantifier ? quantifier[0] : character;
    this.output += isLiteralBrace ? `\\${character}` : text;
    this.index += text.length;
  }

  private characterClass(): void {
    this.output += '[';
    this.index++;
    if (this.pattern[this.index] === '^') {
      this.output += '^';
      this.index++;
    }
    let first = true;
    while (this.index < this.pattern.length && (first || this.pattern[this.index] !== ']')) {
      const rest = this.pattern.slice(this.index);
      if (rest.startsWith('&&') || rest.startsWith('[')) {
        throw new UnsupportedFeatureError('Formula: REGEX with nested character classes');
      }
      if (rest.startsWith('\\')) {
        this.escape(ESCAPES_IN_CLASS, (content) => content);
      } else {
        const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
        this.output += character === ']' ? '\\]' : character;
        this.index += character.length;
      }
      first = false;
    }
    this.output += this.pattern[this.index] === ']' ? ']' : '';
    this.index++;
  }

  private escape(table: Readonly<Record<string, string>>, wrapClass: (content: string) => string): void {
    const rest = this.pattern.slice(this.index);
    const named = /^\\p\{(?:Is|java)?(\w+)\}/.exec(rest);
    const posix = named && POSIX_CLASSES[named[1] ?? ''];
    const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest);
    const property = /^\\[pP](?:\{(?:Is)?([\w=]+)\}|([A-Z]))/.exec(rest);
    if (named && posix) this.append(wrapClass(posix), named[0].length);
    else if (quoted) this.append(quoteLiteral(quoted[1] ?? ''), quoted[0].length);
    else if (property) this.append(`\\${rest[1]}{${property[1] ?? property[2]}}`, property[0].length);
    else this.append(simpleEscape(rest[1] ?? '', table), 2);
  }

  private append(text: string, consumed: number): void {
    this.output += text;
    this.index += consumed;
  }
}

function simpleEscape(character: string, table: Readonly<Record<string, string>>): string {
  const translated = table[character];
  if (translated !== undefined) return translated;
  if (SHARED_ESCAPES.includes(character) || SYNTAX_CHARACTERS.includes(character)) return `\\${character}`;
  if (/[A-Za-z]/.test(character)) throw new FormulaError(`Invalid regular expression: \\${character}`);
  return character === '-' ? '\\x2D' : character;
}

function quoteLiteral(text: string): string {
  return text.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&');
}
