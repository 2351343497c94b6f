import { UnsupportedFeatureError } from '../../core';
import { LINE_TERMINATORS } from './character-sets';
import type { PatternFlags } from './pattern-reader';
import { NO_FLAGS, PatternReader } from './pattern-reader';
import { readClass } from './read-class';
import { literalText, readCharacterEscape } from './read-escape';

/** A pattern of java.util.regex as JavaScript runs it. */
export interface TranslatedPattern {
  /** Source for flag v. */
  readonly source: string;
  /** Whether the whole pattern ignores case. */
  readonly ignoresCase: boolean;
  /** Number of the group in JavaScript by number in Java, from 1. */
  readonly groups: readonly number[];
  /** Numbers in Java of named groups. */
  readonly names: ReadonlyMap<string, number>;
}

const START = '(?<![^])';
const END = '(?![^])';
const FINAL_LINE_END = `(?=(?:\\r\\n|(?<!\\r(?=\\n))[${LINE_TERMINATORS}])?${END})(?<!\\r(?=\\n${END}))`;
const LINE_START = `(?:${START}|(?<=\\n|\\r(?!\\n)|[\\x85\\u2028\\u2029])(?=[^]))`;
const LINE_END = `(?:(?=\\r|[\\x85\\u2028\\u2029]|${END})|(?<!\\r)(?=\\n))`;
const LINE_BREAK = '(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])';

/** Escapes that stand for a place or a sequence, and so never in a class. */
const PLACES: Readonly<Record<string, string>> = {
  A: START,
  z: END,
  Z: FINAL_LINE_END,
  b: '\\b',
  B: '\\B',
  R: LINE_BREAK,
};

/**
 * Translates a pattern of java.util.regex. Possessive quantifiers and atomic groups become a look-ahead with a
 * back-reference to what it found, which JavaScript does not enter again.
 *
 * DEVIATION: a back-reference to a group that took no part matches nothing in Java and the empty text here; a group
 * inside a repetition keeps what an earlier round found in Java and is forgotten here.
 * @throws PatternError when the pattern is not valid
 * @throws UnsupportedFeatureError for what JavaScript cannot express
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_pattern_and_matcher_using.htm
 */
export function translatePattern(pattern: string): TranslatedPattern {
  return new PatternTranslator(pattern).translate();
}

class PatternTranslator {
  private readonly reader: PatternReader;
  private readonly groups: number[] = [];
  private readonly names = new Map<string, number>();
  private capturing = 0;
  private flags: PatternFlags = NO_FLAGS;
  private baseIgnoresCase = false;
  private lookBehindDepth = 0;

  constructor(pattern: string) {
    this.reader = new PatternReader(pattern);
  }

  translate(): TranslatedPattern {
    // Flags at the very start hold for all of the pattern, so case is left to the flag of the engine.
    const leading = /^\(\?([imsxdu]+)\)/.exec(this.reader.pattern);
    if (leading) this.baseIgnoresCase = leading[1]?.includes('i') === true;
    const source = this.alternatives();
    if (!this.reader.done)
      throw this.reader.error("Unmatched closing ')'", Math.max(0, this.reader.index - 1));
    return { source, ignoresCase: this.baseIgnoresCase, groups: this.groups, names: this.names };
  }

  /** Everything up to the end of the group. */
  private alternatives(): string {
    let output = '';
    for (;;) {
      if (this.flags.x) this.reader.skipComments();
      if (this.reader.done || this.reader.peek() === ')') return output;
      output += this.reader.take('|') ? '|' : this.quantified();
    }
  }

  private quantified(): string {
    const start = this.reader.index;
    // What an atomic repetition wraps must not be numbered before its own group is.
    const counted = this.capturing;
    const groupsBefore = this.groups.length;
    const atom = this.atom();
    if (this.flags.x) this.reader.skipComments();
    const quantifier = this.reader.match(/[*+?]|\{\d+(?:,\d*)?\}/)?.[0];
    if (quantifier === undefined) {
      if (this.reader.peek() === '{') throw this.reader.error('Illegal repetition', start);
      return atom;
    }
    if (atom === '') return '';
    if (this.reader.take('+')) {
      this.shiftGroups(groupsBefore);
      this.capturing++;
      return this.atomic(`${renumbered(atom, counted)}${quantifier}`, counted + 1);
    }
    const repeatable = isPlace(atom) ? `(?:${atom})` : atom;
    return `${repeatable}${quantifier}${this.reader.take('?') ? '?' : ''}`;
  }

  /** Groups within an atomic part move one up, as the part is in a group of its own. */
  private shiftGroups(from: number): void {
    for (let index = from; index < this.groups.length; index++) {
      this.groups[index] = (this.groups[index] ?? 0) + 1;
    }
  }

  private atomic(content: string, group: number): string {
    if (this.lookBehindDepth > 0) {
      throw new UnsupportedFeatureError('Pattern: atomic group or possessive quantifier in a look-behind');
    }
    return `(?:(?=(${content}))\\${group}(?:))`;
  }

  private atom(): string {
    const { reader } = this;
    const start = reader.index;
    const character = reader.next();
    switch (character) {
      case '(':
        return this.group(start);
      case '[':
        return this.cased(readClass(reader, this.flags.x));
      case '\\':
        return this.escape();
      case '.':
        return this.flags.s ? '[^]' : this.flags.d ? '[^\\n]' : `[^${LINE_TERMINATORS}]`;
      case '^':
        return this.flags.m ? LINE_START : START;
      case '$':
        return this.flags.m ? LINE_END : FINAL_LINE_END;
      case '*':
      case '+':
      case '?':
        throw reader.error(`Dangling meta character '${character}'`, start);
      case '{':
        throw reader.error('Illegal repetition', start);
      default:
        return this.cased(literalText(character.codePointAt(0) ?? 0));
    }
  }

  private escape(): string {
    const { reader } = this;
    if (reader.done) throw reader.error('Unexpected internal error');
    if (reader.take('Q')) {
      const quoted = reader.match(/([\s\S]*?)(?:\\E|$)/)?.[1] ?? '';
      const text = [...quoted].map((each) => literalText(each.codePointAt(0) ?? 0)).join('');
      return this.cased(quoted.length === 1 ? text : `(?:${text})`);
    }
    const place = PLACES[reader.peek()];
    if (place !== undefined) {
      reader.next();
      return place;
    }
    const named = reader.match(/k<([A-Za-z][A-Za-z0-9]*)>/);
    if (named) return this.backReference(this.names.get(named[1] ?? ''), `named group <${named[1] ?? ''}>`);
    const digit = reader.match(/[1-9]/)?.[0];
    if (digit !== undefined) return this.numberedReference(digit);
    const escape = readCharacterEscape(reader);
    return this.cased(escape.kind === 'set' ? escape.text : literalText(escape.code));
  }

  /** As many digits belong to the number as there are groups. */
  private numberedReference(firstDigit: string): string {
    let digits = firstDigit;
    while (/\d/.test(this.reader.peek()) && Number(digits + this.reader.peek()) <= this.groups.length) {
      digits += this.reader.next();
    }
    return this.backReference(Number(digits), `group ${digits}`);
  }

  private backReference(group: number | undefined, description: string): string {
    const number = group === undefined ? undefined : this.groups[group - 1];
    if (number === undefined) {
      if (group === undefined) throw this.reader.error(`${description} does not exist`);
      // Java compiles a reference to a group that is not there; it never matches.
      return '(?!)';
    }
    return this.cased(`\\${number}(?:)`);
  }

  private group(start: number): string {
    const { reader } = this;
    if (!reader.take('?')) return this.capture();
    if (reader.take('>')) {
      const group = ++this.capturing;
      return this.atomic(this.content(start), group);
    }
    const name = reader.match(/<([A-Za-z][A-Za-z0-9]*)>/);
    if (name) {
      this.names.set(name[1] ?? '', this.groups.length + 1);
      return this.capture();
    }
    const look = reader.match(/(?:[=!]|<[=!])/)?.[0];
    if (look !== undefined) return this.look(look, start);
    if (reader.take(':')) return `(?:${this.content(start)})`;
    return this.flagGroup(start);
  }

  private capture(): string {
    const start = this.reader.index - 1;
    this.groups.push(++this.capturing);
    return `(${this.content(start)})`;
  }

  private look(kind: string, start: number): string {
    const behind = kind.startsWith('<') ? 1 : 0;
    this.lookBehindDepth += behind;
    const content = this.content(start);
    this.lookBehindDepth -= behind;
    return `(?${kind}${content})`;
  }

  /** `(?i)` holds to the end of the group around it, `(?i:...)` within. */
  private flagGroup(start: number): string {
    const { reader } = this;
    const match = reader.match(/([imsxdu]*)(?:-([imsxdu]+))?([:)])/);
    if (!match) throw reader.error('Unknown inline modifier', start + 2);
    const [, on = '', off = '', end] = match;
    const changed: PatternFlags = {
      i: (this.flags.i || on.includes('i')) && !off.includes('i'),
      m: (this.flags.m || on.includes('m')) && !off.includes('m'),
      s: (this.flags.s || on.includes('s')) && !off.includes('s'),
      x: (this.flags.x || on.includes('x')) && !off.includes('x'),
      d: (this.flags.d || on.includes('d')) && !off.includes('d'),
    };
    if (end === ')') {
      this.flags = changed;
      return '';
    }
    const before = this.flags;
    this.flags = changed;
    const content = this.content(start);
    this.flags = before;
    return `(?:${content})`;
  }

  private content(start: number): string {
    const before = this.flags;
    const content = this.alternatives();
    this.flags = before;
    if (!this.reader.take(')'))
      throw this.reader.error('Unclosed group', Math.max(start, this.reader.pattern.length));
    return content;
  }

  /** Adds what makes a part regard case otherwise than the whole pattern. */
  private cased(text: string): string {
    if (this.flags.i === this.baseIgnoresCase) return text;
    return this.flags.i ? `(?i:${text})` : `(?-i:${text})`;
  }
}

/** Look-arounds cannot be repeated as they are. */
function isPlace(atom: string): boolean {
  return /^\(\?(?:[=!]|<[=!])/.test(atom) || atom === '\\b' || atom === '\\B';
}

/** Makes up for the group around an atomic part in its references to groups that are in it too. */
function renumbered(atom: string, groupsBefore: number): string {
  return atom.replace(/\\(\d+)\(\?:\)/g, (reference, number: string) =>
    Number(number) > groupsBefore ? `\\${Number(number) + 1}(?:)` : reference,
  );
}
