import type { BinaryOperator } from '../syntax/nodes';
import { addition, subtraction } from './add-subtract';
import { greaterOrEqual, greaterThan, lessOrEqual, lessThan } from './comparison';
import { concatenation } from './concatenation';
import { equality, inequality } from './equality';
import { conjunction, disjunction } from './logical';
import { division, exponentiation, multiplication } from './multiply-divide';
import type { FormulaOperator } from './operator';

/** Every operator between two operands. */
export const OPERATORS: readonly FormulaOperator[] = [
  addition,
  subtraction,
  multiplication,
  division,
  exponentiation,
  concatenation,
  conjunction,
  disjunction,
  equality,
  inequality,
  lessThan,
  greaterThan,
  lessOrEqual,
  greaterOrEqual,
];

const BY_SYMBOL = new Map(OPERATORS.map((entry) => [entry.operator, entry]));

/** The operator behind a symbol. */
export function operatorOf(symbol: BinaryOperator): FormulaOperator {
  return BY_SYMBOL.get(symbol) as FormulaOperator;
}
