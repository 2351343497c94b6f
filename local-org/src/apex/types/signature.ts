/** A type as written in a signature: `Map<Id, List<T>>[]`. */
export interface TypeText {
  /** With qualifier: `Database.SaveResult`. */
  readonly name: string;
  readonly arguments: readonly TypeText[];
  readonly arrayDepth: number;
}

/** What the signature of a platform member says. */
export interface Signature {
  readonly kind: 'method' | 'constructor' | 'variable';
  readonly isStatic: boolean;
  /** Empty for a constructor. */
  readonly name: string;
  /** Null for a constructor. */
  readonly type: TypeText | null;
  readonly parameters: readonly { readonly type: TypeText; readonly name: string }[];
}

/**
 * Reads the signature of a platform member: `static String join(Iterable<Object> parts, String separator)`,
 * `new(String message)`, `static Integer MAX_VALUE`.
 * @throws Error for a text that is none; it is a mistake in the library
 */
export function readSignature(text: string): Signature {
  const tokens = new Tokens(text);
  const isStatic = tokens.take('static');
  if (tokens.peek(0) === 'new' && tokens.peek(1) === '(') {
    tokens.next();
    return { kind: 'constructor', isStatic, name: '', type: null, parameters: parametersOf(tokens) };
  }
  const type = typeOf(tokens);
  const name = tokens.next();
  if (tokens.atEnd) return { kind: 'variable', isStatic, name, type, parameters: [] };
  return { kind: 'method', isStatic, name, type, parameters: parametersOf(tokens) };
}

/** Reads a type: `List<Account>`, `Outer.Inner[]`; null for a text that is none. */
export function readTypeText(text: string): TypeText | null {
  try {
    const tokens = new Tokens(text);
    const type = typeOf(tokens);
    return tokens.atEnd ? type : null;
  } catch (error) {
    if (error instanceof SignatureError) return null;
    throw error;
  }
}

/** Thrown for a text that is no signature or type. */
class SignatureError extends Error {
  constructor(text: string) {
    super(`Not a signature: ${text}`);
    this.name = 'SignatureError';
  }
}

/** Names and punctuation, one after the other. */
class Tokens {
  private readonly tokens: readonly string[];
  private position = 0;

  constructor(private readonly text: string) {
    this.tokens = text.match(/\w+|[^\s\w]/g) ?? [];
  }

  get atEnd(): boolean {
    return this.position >= this.tokens.length;
  }

  peek(ahead: number): string | undefined {
    return this.tokens[this.position + ahead];
  }

  next(): string {
    const token = this.tokens[this.position++];
    if (token === undefined) throw new SignatureError(this.text);
    return token;
  }

  /** A name. @throws SignatureError for punctuation */
  name(): string {
    const token = this.next();
    if (!/^\w/.test(token)) throw new SignatureError(this.text);
    return token;
  }

  take(token: string): boolean {
    if (this.peek(0) !== token) return false;
    this.position++;
    return true;
  }

  expect(token: string): void {
    if (!this.take(token)) throw new SignatureError(this.text);
  }
}

function typeOf(tokens: Tokens): TypeText {
  let name = tokens.name();
  while (tokens.take('.')) name += `.${tokens.name()}`;
  const args: TypeText[] = [];
  if (tokens.take('<')) {
    do args.push(typeOf(tokens));
    while (tokens.take(','));
    tokens.expect('>');
  }
  let arrayDepth = 0;
  while (tokens.take('[')) {
    tokens.expect(']');
    arrayDepth++;
  }
  return { name, arguments: args, arrayDepth };
}

function parametersOf(tokens: Tokens): Signature['parameters'] {
  const parameters: { type: TypeText; name: string }[] = [];
  tokens.expect('(');
  while (!tokens.take(')')) {
    parameters.push({ type: typeOf(tokens), name: tokens.name() });
    if (tokens.peek(0) !== ')') tokens.expect(',');
  }
  return parameters;
}
