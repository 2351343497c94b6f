import type {
  BoundExpressionContext,
  FieldNameContext,
  SignedNumberContext,
} from '@apexdevtools/apex-parser';
import type { BindLiteral, FieldPath, Literal } from './ast';

/** The generated tree types leave out that an optional part is null. */
export function present<T>(node: T): NonNullable<T> | null {
  return node ?? null;
}

/** Reads `Account.Owner.Name`. */
export function readPath(tree: FieldNameContext): FieldPath {
  return { kind: 'path', names: tree.soqlId_list().map((id) => id.getText()), offset: tree.start.start };
}

/** Reads a bind variable; its key is the text after the colon. */
export function readBind(tree: BoundExpressionContext): BindLiteral {
  return { kind: 'bind', text: tree.expression().getText(), offset: tree.start.start };
}

/** Reads a number with an optional sign. */
export function readNumber(tree: SignedNumberContext): Literal {
  return { kind: 'number', value: Number(tree.getText().replace(/[dl]$/i, '')), offset: tree.start.start };
}
