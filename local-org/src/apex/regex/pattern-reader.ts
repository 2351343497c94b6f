import { PatternError } from './pattern-error';

/** Flags of `(?imsx)` that hold at a place of the pattern. */
export interface PatternFlags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
  readonly d: boolean;
}

export const NO_FLAGS: PatternFlags = { i: false, m: false, s: false, x: false, d: false };

/** Reads a pattern character by character; with flag x it passes over white space and comments. */
export class PatternReader {
  index = 0;

  constructor(readonly pattern: string) {}

  get done(): boolean {
    return this.index >= this.pattern.length;
  }

  /** The characters that follow, up to a number. */
  peek(length = 1): string {
    return this.pattern.slice(this.index, this.index + length);
  }

  /** The next character, of one or two units. */
  next(): string {
    const code = this.pattern.codePointAt(this.index);
    if (code === undefined) throw this.error('Unexpected end of pattern');
    const character = String.fromCodePoint(code);
    this.index += character.length;
    return character;
  }

  /** Passes over a text if it follows. */
  take(text: string): boolean {
    if (!this.pattern.startsWith(text, this.index)) return false;
    this.index += text.length;
    return true;
  }

  /** What a sticky expression finds here, which is passed over. */
  match(expression: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(expression.source, 'y');
    sticky.lastIndex = this.index;
    const found = sticky.exec(this.pattern);
    if (found) this.index += found[0].length;
    return found;
  }

  skipComments(): void {
    while (this.match(/[ \t\n\x0B\f\r]+|#[^\n\r]*/)) {
      // Each round passes over a stretch of white space or a comment.
    }
  }

  error(description: string, index = this.index): PatternError {
    return new PatternError(description, index);
  }
}
