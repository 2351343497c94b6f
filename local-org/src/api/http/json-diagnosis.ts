import { positionAt } from '../../core';

const LITERALS = new Set(['true', 'false', 'null']);

/** Thrown inside the scanner at the first mistake. */
class Mistake extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * Says what is wrong with a text that is not JSON, in the words of the platform's parser:
 * `Unexpected character ('}' (code 125)): was expecting double-quote to start field name at [line:1, column:2]`.
 *
 * UNVERIFIED: the wording for a string or number that breaks off, and the column of mistakes at the end.
 */
export function diagnoseJson(text: string): string {
  const scanner = new Scanner(text);
  try {
    scanner.scanDocument();
  } catch (mistake) {
    if (mistake instanceof Mistake) return at(text, mistake.message, mistake.offset);
    throw mistake;
  }
  return at(text, 'Unexpected content', 0);
}

function at(text: string, message: string, offset: number): string {
  const { line, column } = positionAt(text, offset);
  return `${message} at [line:${line}, column:${column}]`;
}

/** Walks a text by the JSON grammar and stops at the first mistake. */
class Scanner {
  private offset = 0;

  constructor(private readonly text: string) {}

  scanDocument(): void {
    this.scanValue();
    this.skipSpace();
    if (this.offset < this.text.length) this.fail('expected end of input');
  }

  private scanValue(): void {
    this.skipSpace();
    const character = this.text[this.offset];
    if (character === '{') this.scanEntries('OBJECT', '}', () => this.scanMember());
    else if (character === '[') this.scanEntries('ARRAY', ']', () => this.scanValue());
    else if (character === '"') this.scanString();
    else if (character !== undefined && /[-0-9]/.test(character)) this.scanNumber();
    else this.scanLiteral();
  }

  private scanEntries(kind: string, close: string, scanEntry: () => void): void {
    const start = this.offset++;
    this.skipSpace();
    if (this.text[this.offset] === close) {
      this.offset++;
      return;
    }
    for (;;) {
      scanEntry();
      this.skipSpace();
      const character = this.text[this.offset];
      if (character === undefined) this.failAtEnd(kind, start);
      if (character !== ',' && character !== close) {
        this.fail(`was expecting comma to separate ${kind} entries`);
      }
      this.offset++;
      if (character === close) return;
    }
  }

  private scanMember(): void {
    this.skipSpace();
    if (this.offset >= this.text.length) this.failAtEnd('OBJECT', 0);
    if (this.text[this.offset] !== '"') this.fail('was expecting double-quote to start field name');
    this.scanString();
    this.skipSpace();
    if (this.offset >= this.text.length) this.failAtEnd('OBJECT', 0);
    if (this.text[this.offset] !== ':') {
      this.fail('was expecting a colon to separate field name and value');
    }
    this.offset++;
    this.scanValue();
  }

  private scanString(): void {
    const match = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
    match.lastIndex = this.offset;
    if (!match.test(this.text)) {
      throw new Mistake(
        'Unexpected end-of-input: was expecting closing quote for a string value',
        this.offset,
      );
    }
    this.offset = match.lastIndex;
  }

  private scanNumber(): void {
    const match = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
    match.lastIndex = this.offset;
    if (!match.test(this.text))
      this.fail('expected digit (0-9) to follow minus sign, for valid numeric value');
    this.offset = match.lastIndex;
  }

  private scanLiteral(): void {
    const word = /[A-Za-z_$][\w$]*/y;
    word.lastIndex = this.offset;
    const found = word.exec(this.text)?.[0];
    if (found === undefined) {
      if (this.offset >= this.text.length) throw new Mistake('Unexpected end-of-input', this.offset);
      this.fail("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    }
    if (!LITERALS.has(found)) {
      throw new Mistake(
        `Unrecognized token '${found}': was expecting ('true', 'false' or 'null')`,
        this.offset,
      );
    }
    this.offset += found.length;
  }

  private skipSpace(): void {
    while (/[ \t\r\n]/.test(this.text[this.offset] ?? '')) this.offset++;
  }

  private fail(expectation: string): never {
    const character = this.text[this.offset] ?? '';
    throw new Mistake(
      `Unexpected character ('${character}' (code ${character.charCodeAt(0)})): ${expectation}`,
      this.offset,
    );
  }

  private failAtEnd(kind: string, start: number): never {
    const opened = at(this.text, `Unexpected end-of-input: expected close marker for ${kind} (from`, start);
    throw new Mistake(`${opened.replace(' (from at', ' (from')})`, this.offset);
  }
}
