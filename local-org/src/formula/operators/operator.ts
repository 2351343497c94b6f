import type { SourcePosition } from '../../core';
import type { CompileContext } from '../compiler/compile-context';
import type { Evaluate, Expression } from '../compiler/expression';
import type { BinaryOperator } from '../syntax/nodes';
import type { FormulaType } from '../types';

/** Two compiled operands and where their operator stands. */
export interface BinaryOperation {
  /** As messages name it: `operator '+'`. */
  readonly element: string;
  readonly left: Expression;
  readonly right: Expression;
  readonly position: SourcePosition;
  readonly context: CompileContext;
}

/** The type of an operation and the closure that computes it. */
export interface CompiledOperation {
  readonly type: FormulaType;
  readonly evaluate: Evaluate;
}

/** An operator of the formula language, as data. */
export interface FormulaOperator {
  readonly operator: BinaryOperator;
  /** Documentation page that describes it. */
  readonly documentation: string;
  /** @throws FormulaError when the operands' types do not go together */
  compile(operation: BinaryOperation): CompiledOperation;
}

/** The help's list of operators. */
export const OPERATORS_PAGE =
  'https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm&type=5';
