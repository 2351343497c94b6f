import { ApiError } from '../../core';

/** What a record must hold to be found. */
export type SearchTerm =
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly SearchTerm[] }
  | { readonly kind: 'not'; readonly part: SearchTerm };

const MIN_TERM_CHARACTERS = 2;
/** Quoted phrases, parentheses and words; a backslash makes the next character plain. */
const TOKEN = /"((?:\\.|[^"\\])*)"|([()])|((?:\\.|[^\s()"\\])+)/g;

interface Token {
  readonly text: string;
  readonly operator: boolean;
}

/**
 * Reads the text between the braces of FIND: words and phrases with AND, OR, AND NOT and parentheses.
 * Words that stand side by side must all be found.
 *
 * DEVIATION: no word stems, synonyms or spelling correction; records come in the order they were made, not by relevance.
 * @throws ApiError MALFORMED_SEARCH
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_find.htm
 */
export function parseSearchTerm(text: string): SearchTerm {
  const tokens = [...text.matchAll(TOKEN)].map(([, phrase, parenthesis, word]): Token => {
    if (phrase !== undefined) return { text: phrase, operator: false };
    if (parenthesis !== undefined) return { text: parenthesis, operator: true };
    return { text: word ?? '', operator: /^(AND|OR|NOT)$/i.test(word ?? '') };
  });
  const reader = new TermReader(tokens);
  const term = reader.readOr();
  if (!reader.atEnd) throw malformed(`unexpected token: '${reader.next?.text ?? ''}'`);
  return term;
}

class TermReader {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get next(): Token | undefined {
    return this.tokens[this.position];
  }

  get atEnd(): boolean {
    return this.position >= this.tokens.length;
  }

  readOr(): SearchTerm {
    const parts = [this.readAnd()];
    while (this.take('OR')) parts.push(this.readAnd());
    return combined('or', parts);
  }

  private readAnd(): SearchTerm {
    const parts = [this.readOne()];
    while (!this.atEnd && !this.is('OR') && !this.is(')')) {
      this.take('AND');
      parts.push(this.take('NOT') ? { kind: 'not', part: this.readOne() } : this.readOne());
    }
    return combined('and', parts);
  }

  private readOne(): SearchTerm {
    if (this.take('(')) {
      const inner = this.readOr();
      if (!this.take(')')) throw malformed("expecting ')'");
      return inner;
    }
    const token = this.next;
    if (!token || token.operator) throw malformed(`unexpected token: '${token?.text ?? '<EOF>'}'`);
    this.position++;
    if (token.text.replaceAll('\\', '').length < MIN_TERM_CHARACTERS) {
      throw malformed(`search term must be longer than one character: ${token.text}`);
    }
    return { kind: 'phrase', text: token.text };
  }

  private is(operator: string): boolean {
    return this.next?.operator === true && this.next.text.toUpperCase() === operator;
  }

  private take(operator: string): boolean {
    if (!this.is(operator)) return false;
    this.position++;
    return true;
  }
}

function combined(kind: 'and' | 'or', parts: readonly SearchTerm[]): SearchTerm {
  const [first] = parts;
  return parts.length === 1 && first ? first : { kind, parts };
}

function malformed(message: string): ApiError {
  return new ApiError('MALFORMED_SEARCH', message);
}

/** The regular expression of a phrase: whole words, `*` any characters of a word, `?` one. */
export function phrasePattern(phrase: string): string {
  const body = phrase.replace(
    /\\(.)|([*?])|(\s+)|([^\w\s])/gu,
    (_, escaped: string, wildcard: string, blank: string, other: string) => {
      if (wildcard) return wildcard === '*' ? '\\S*' : '\\S';
      return blank ? '\\s+' : plainCharacter(escaped ?? other);
    },
  );
  return `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`;
}

function plainCharacter(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
