/** What a token is. `Merge` is a flow reference `{!name}`; its text is the name alone. */
export type TokenKind = 'Number' | 'String' | 'Identifier' | 'Merge' | 'Symbol' | 'End';

/** A piece of formula text: `{ kind: 'Symbol', text: '<=', offset: 7 }`. */
export interface Token {
  readonly kind: TokenKind;
  /** Source text; for strings the value with escapes resolved. */
  readonly text: string;
  /** Characters before the token, from 0. */
  readonly offset: number;
}
