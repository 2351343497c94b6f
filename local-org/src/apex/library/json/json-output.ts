/** Where a writer stands: in an object or array, and whether something is in it. */
interface Level {
  readonly kind: 'object' | 'array';
  empty: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text as JSON writes it. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\\u0000-\u001f]/g, escaped)}"`;
}

function escaped(character: string): string {
  return ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Writes JSON piece by piece, in one line or indented: two spaces, a space on both sides of colons, arrays in line.
 */
export class JsonOutput {
  private readonly parts: string[] = [];
  private readonly levels: Level[] = [];
  private afterName = false;

  constructor(private readonly pretty: boolean) {}

  /** Whether a value may stand here, and in what. */
  get place(): 'root' | 'object' | 'array' | 'value' {
    return this.afterName ? 'value' : (this.levels.at(-1)?.kind ?? 'root');
  }

  get depth(): number {
    return this.levels.length;
  }

  start(kind: 'object' | 'array'): void {
    this.separate();
    this.parts.push(kind === 'object' ? '{' : '[');
    this.levels.push({ kind, empty: true });
  }

  end(): void {
    const level = this.levels.pop();
    if (!level) return;
    if (this.pretty) this.parts.push(level.kind === 'object' && !level.empty ? this.lineBreak() : ' ');
    this.parts.push(level.kind === 'object' ? '}' : ']');
  }

  name(name: string): void {
    const level = this.levels.at(-1);
    if (level && !level.empty) this.parts.push(',');
    if (level) level.empty = false;
    if (this.pretty) this.parts.push(this.lineBreak());
    this.parts.push(quoted(name), this.pretty ? ' : ' : ':');
    this.afterName = true;
  }

  /** A value in JSON's own form: `1.5`, `null`, `"text"`. */
  value(text: string): void {
    this.separate();
    this.parts.push(text);
  }

  toString(): string {
    return this.parts.join('');
  }

  /** Writes what stands before a value. */
  private separate(): void {
    if (this.afterName) {
      this.afterName = false;
      return;
    }
    const level = this.levels.at(-1);
    if (!level) return;
    if (!level.empty) this.parts.push(',');
    if (this.pretty) this.parts.push(' ');
    level.empty = false;
  }

  private lineBreak(): string {
    return `\n${'  '.repeat(this.levels.filter(({ kind }) => kind === 'object').length)}`;
  }
}
