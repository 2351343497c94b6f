import { UnsupportedFeatureError } from '../../core';
import { ESCAPED_SETS, namedSet } from './character-sets';
import type { PatternReader } from './pattern-reader';

/** What an escape stands for that may also stand in a class: one character, or a set. */
export type CharacterEscape =
  | { readonly kind: 'character'; readonly code: number }
  /** JavaScript's text of the set. */
  | { readonly kind: 'set'; readonly text: string };

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };

const character = (code: number): CharacterEscape => ({ kind: 'character', code });

/**
 * Reads an escape behind its backslash.
 * @throws PatternError when the letter means nothing
 * @throws UnsupportedFeatureError for what JavaScript cannot express
 */
export function readCharacterEscape(reader: PatternReader): CharacterEscape {
  const start = reader.index - 1;
  const hex = reader.match(/u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]{1,6})\}/);
  if (hex) return hexEscape(hex, reader);
  const octal = reader.match(/0([0-3]?[0-7]{1,2})/);
  if (octal) return character(Number.parseInt(octal[1] ?? '0', 8));
  const control = reader.match(/c([\s\S])/);
  if (control) return character((control[1] ?? '').charCodeAt(0) ^ 64);
  const property = reader.match(/([pP])(?:\{([^}]*)\}|([A-Za-z]))/);
  if (property) {
    return { kind: 'set', text: propertySet(reader, property[2] ?? property[3] ?? '', property[1] === 'P') };
  }
  const letter = reader.next();
  const set = ESCAPED_SETS[letter];
  if (set !== undefined) return { kind: 'set', text: set };
  const code = CONTROLS[letter];
  if (code !== undefined) return character(code);
  if (letter === 'N' || letter === 'X' || letter === 'G') {
    throw new UnsupportedFeatureError(`Pattern: \\${letter}`);
  }
  if (/[A-Za-z]/.test(letter)) throw reader.error('Illegal/unsupported escape sequence', start + 1);
  return character(letter.codePointAt(0) ?? 0);
}

function hexEscape(hex: RegExpExecArray, reader: PatternReader): CharacterEscape {
  const code = Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '0', 16);
  if (code > 0x10ffff) throw reader.error('Hexadecimal codepoint is too big');
  // A pair of \u escapes is one character.
  if (hex[1] !== undefined && code >= 0xd800 && code <= 0xdbff) {
    const low = reader.match(/\\u([dD][c-fC-F][0-9A-Fa-f]{2})/);
    if (low)
      return character(((code - 0xd800) << 10) + (Number.parseInt(low[1] ?? '', 16) - 0xdc00) + 0x10000);
  }
  return character(code);
}

function propertySet(reader: PatternReader, name: string, negated: boolean): string {
  const set = namedSet(name);
  if (set === null) throw reader.error(`Unknown character property name {${name}}`, reader.index - 1);
  if (set === 'unsupported') throw new UnsupportedFeatureError(`Pattern: \\p{${name}}`);
  return negated ? `[^${set}]` : set;
}

/** A character as JavaScript takes it anywhere in a pattern. */
export function literalText(code: number): string {
  if (/[A-Za-z0-9]/.test(String.fromCodePoint(code))) return String.fromCodePoint(code);
  return `\\u{${code.toString(16)}}`;
}
