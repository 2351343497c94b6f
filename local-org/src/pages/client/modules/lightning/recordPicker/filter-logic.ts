const TOKEN = /\s*(\d+|AND\b|OR\b|NOT\b|[()])/iy;

/**
 * Puts conditions of a GraphQL filter together as filter logic says: `1 AND (2 OR NOT 3)`; AND binds closer than OR.
 * @throws Error for logic that cannot be read, or that names a condition which is not there
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-record-picker.html
 */
export function combine(conditions: readonly string[], logic: string): string {
  const reader = new LogicReader(conditions, logic);
  const combined = reader.either();
  if (!reader.isAtEnd) throw reader.problem();
  return combined;
}

class LogicReader {
  private readonly tokens: readonly string[];
  private position = 0;

  constructor(
    private readonly conditions: readonly string[],
    private readonly logic: string,
  ) {
    this.tokens = this.split(logic.trim());
  }

  get isAtEnd(): boolean {
    return this.position === this.tokens.length;
  }

  problem(): Error {
    return new Error(`lightning-record-picker: the filter logic "${this.logic}" cannot be read`);
  }

  either(): string {
    return this.list('OR', 'or', () => this.all());
  }

  private all(): string {
    return this.list('AND', 'and', () => this.one());
  }

  private list(word: string, operator: string, read: () => string): string {
    const parts = [read()];
    while (this.take(word)) parts.push(read());
    return parts.length === 1 ? (parts[0] ?? '') : `{ ${operator}: [${parts.join(', ')}] }`;
  }

  private one(): string {
    if (this.take('NOT')) return `{ not: ${this.one()} }`;
    if (this.take('(')) {
      const inner = this.either();
      if (!this.take(')')) throw this.problem();
      return inner;
    }
    const condition = this.conditions[Number(this.tokens[this.position++]) - 1];
    if (condition === undefined) throw this.problem();
    return condition;
  }

  private take(token: string): boolean {
    const isNext = this.tokens[this.position] === token;
    if (isNext) this.position++;
    return isNext;
  }

  private split(text: string): string[] {
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.length) {
      const token = TOKEN.exec(text)?.[1];
      if (token === undefined) throw this.problem();
      tokens.push(token.toUpperCase());
    }
    return tokens;
  }
}
