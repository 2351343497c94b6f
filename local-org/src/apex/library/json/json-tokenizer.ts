import type { ApexRuntime } from '../../runtime/apex-runtime';

/** Names of System.JSONToken that a text can give. */
export type JsonTokenKind =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'VALUE_STRING'
  | 'VALUE_NUMBER_INT'
  | 'VALUE_NUMBER_FLOAT'
  | 'VALUE_TRUE'
  | 'VALUE_FALSE'
  | 'VALUE_NULL';

export interface JsonTokenRead {
  readonly kind: JsonTokenKind;
  /** Text of names, strings and numbers; what stands in JSON for the others. */
  readonly text: string;
}

/** What may come next inside an object or array. */
type Expectation = 'first' | 'next' | 'value';

interface Level {
  readonly kind: 'object' | 'array';
  readonly start: number;
  expect: Expectation;
}

const LITERALS: Readonly<Record<string, JsonTokenRead>> = {
  true: { kind: 'VALUE_TRUE', text: 'true' },
  false: { kind: 'VALUE_FALSE', text: 'false' },
  null: { kind: 'VALUE_NULL', text: 'null' },
};
const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
};
const EXPECTED_VALUE = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";

/**
 * Reads JSON token by token, and only as far as it is asked.
 *
 * UNVERIFIED: texts of syntax errors in JSON but for an unexpected character where a value belongs.
 */
export class JsonTokenizer {
  private index = 0;
  private readonly levels: Level[] = [];
  private started = false;

  constructor(
    private readonly runtime: ApexRuntime,
    private readonly text: string,
  ) {}

  /** Number of objects and arrays around the place. */
  get depth(): number {
    return this.levels.length;
  }

  /** Characters that were read. */
  get offset(): number {
    return this.index;
  }

  /** The next token, or null behind the first value. @throws JSONException */
  next(): JsonTokenRead | null {
    this.skipSpace();
    const level = this.levels.at(-1);
    if (!level) {
      if (this.started || this.index >= this.text.length) return null;
      this.started = true;
      return this.value();
    }
    if (this.index >= this.text.length) return this.endOfInput(level);
    return level.kind === 'object' ? this.inObject(level) : this.inArray(level);
  }

  private inObject(level: Level): JsonTokenRead {
    if (level.expect === 'value') {
      level.expect = 'next';
      return this.value();
    }
    if (this.text[this.index] === '}') return this.close({ kind: 'END_OBJECT', text: '}' });
    if (level.expect === 'next') this.comma('OBJECT');
    if (this.text[this.index] !== '"')
      return this.unexpected('was expecting double-quote to start field name');
    const name = this.string();
    this.skipSpace();
    if (this.text[this.index] !== ':') {
      return this.unexpected('was expecting a colon to separate field name and value');
    }
    this.index++;
    level.expect = 'value';
    return { kind: 'FIELD_NAME', text: name };
  }

  private inArray(level: Level): JsonTokenRead {
    if (this.text[this.index] === ']') return this.close({ kind: 'END_ARRAY', text: ']' });
    if (level.expect === 'next') this.comma('ARRAY');
    level.expect = 'next';
    return this.value();
  }

  private comma(within: 'OBJECT' | 'ARRAY'): void {
    if (this.text[this.index] !== ',') this.unexpected(`was expecting comma to separate ${within} entries`);
    this.index++;
    this.skipSpace();
  }

  private close(token: JsonTokenRead): JsonTokenRead {
    this.index++;
    this.levels.pop();
    return token;
  }

  private value(): JsonTokenRead {
    this.skipSpace();
    const character = this.text[this.index];
    if (character === '{' || character === '[') {
      const kind = character === '{' ? 'object' : 'array';
      this.levels.push({ kind, start: this.index++, expect: 'first' });
      return { kind: kind === 'object' ? 'START_OBJECT' : 'START_ARRAY', text: character };
    }
    if (character === '"') return { kind: 'VALUE_STRING', text: this.string() };
    return this.number() ?? this.literal();
  }

  private number(): JsonTokenRead | null {
    const pattern = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
    pattern.lastIndex = this.index;
    const match = pattern.exec(this.text);
    if (!match) return null;
    this.index += match[0].length;
    const isInteger = match[1] === undefined && match[2] === undefined;
    return { kind: isInteger ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT', text: match[0] };
  }

  private literal(): JsonTokenRead {
    const pattern = /\w+/y;
    pattern.lastIndex = this.index;
    const token = LITERALS[pattern.exec(this.text)?.[0] ?? ''];
    if (!token) return this.unexpected(EXPECTED_VALUE);
    this.index += token.text.length;
    return token;
  }

  private string(): string {
    const start = ++this.index;
    const plain = /[^"\\\u0000-\u001f]*/y;
    let output = '';
    for (;;) {
      plain.lastIndex = this.index;
      const run = plain.exec(this.text)?.[0] ?? '';
      this.index += run.length;
      output += run;
      const character = this.text[this.index];
      if (character === '"') {
        this.index++;
        return output;
      }
      if (character === undefined) this.fail(`Unexpected end-of-input in VALUE_STRING`, start);
      if (character !== '\\') this.fail(`Illegal unquoted character ((CTRL-CHAR, code ${this.code()}))`);
      output += this.escape();
    }
  }

  private escape(): string {
    const letter = this.text[this.index + 1] ?? '';
    if (letter === 'u') {
      const hex = this.text.slice(this.index + 2, this.index + 6);
      if (!/^[0-9A-Fa-f]{4}$/.test(hex))
        this.fail('Unexpected character: expected a hex-digit for character escape sequence');
      this.index += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const character = ESCAPES[letter];
    if (character === undefined) this.fail(`Unrecognized character escape '${letter}'`);
    this.index += 2;
    return character ?? '';
  }

  private code(): number {
    return this.text.charCodeAt(this.index);
  }

  private skipSpace(): void {
    const space = /[ \t\n\r]*/y;
    space.lastIndex = this.index;
    this.index += space.exec(this.text)?.[0].length ?? 0;
  }

  private endOfInput(level: Level): never {
    const open = level.kind === 'object' ? 'OBJECT' : 'ARRAY';
    return this.fail(
      `Unexpected end-of-input: expected close marker for ${open} (from ${this.position(level.start)})`,
    );
  }

  private unexpected(reason: string): never {
    if (this.index >= this.text.length) return this.fail(`Unexpected end-of-input: ${reason}`);
    return this.fail(
      `Unexpected character ('${this.text[this.index] ?? ''}' (code ${this.code()})): ${reason}`,
      this.index + 1,
    );
  }

  private fail(message: string, at = this.index): never {
    return this.runtime.throwNew('System.JSONException', `${message} at ${this.position(at)}`);
  }

  private position(at: number): string {
    const lines = this.text.slice(0, at).split('\n');
    return `[line:${lines.length}, column:${(lines.at(-1)?.length ?? 0) + 1}]`;
  }
}
