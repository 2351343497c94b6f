import type { SourcePosition } from '../../core';

/** `12.5`, kept as written so that no digit is lost. */
export interface NumberNode {
  readonly kind: 'Number';
  readonly text: string;
  readonly position: SourcePosition;
}

/** `"text"`, escapes resolved. */
export interface TextNode {
  readonly kind: 'Text';
  readonly value: string;
  readonly position: SourcePosition;
}

/** `TRUE` or `FALSE`. */
export interface BooleanNode {
  readonly kind: 'Boolean';
  readonly value: boolean;
  readonly position: SourcePosition;
}

/** `NULL`. */
export interface NullNode {
  readonly kind: 'Null';
  readonly position: SourcePosition;
}

/** `Account.Industry`, `$User.Id`, `Owner:User.Name`, or `{!$Record.Name}` when `merge` is true. */
export interface ReferenceNode {
  readonly kind: 'Reference';
  /** As written, without braces. */
  readonly name: string;
  readonly merge: boolean;
  readonly position: SourcePosition;
}

/** `-x`, `+x`, `NOT x`, `!x`. */
export interface UnaryNode {
  readonly kind: 'Unary';
  readonly operator: '-' | '+' | '!';
  readonly operand: FormulaNode;
  readonly position: SourcePosition;
}

/** Operators between two operands; `!=` and `==` are spelt `<>` and `=` in the tree. */
export type BinaryOperator =
  '+' | '-' | '*' | '/' | '^' | '&' | '&&' | '||' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** `left operator right`. */
export interface BinaryNode {
  readonly kind: 'Binary';
  readonly operator: BinaryOperator;
  readonly left: FormulaNode;
  readonly right: FormulaNode;
  readonly position: SourcePosition;
}

/** `NAME(argument, ...)`; the name as written. */
export interface CallNode {
  readonly kind: 'Call';
  readonly name: string;
  readonly arguments: readonly FormulaNode[];
  readonly position: SourcePosition;
}

/** A part of a parsed formula. Frozen. */
export type FormulaNode =
  NumberNode | TextNode | BooleanNode | NullNode | ReferenceNode | UnaryNode | BinaryNode | CallNode;
