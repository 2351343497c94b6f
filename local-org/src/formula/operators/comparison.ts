import { commonType } from '../compiler/common-type';
import { typeLabel, wrongType } from '../compiler/type-errors';
import type { FormulaType } from '../types';
import type { ExactNumber } from '../values/decimal';
import { compare } from '../values/decimal';
import { isText } from '../values/value';
import type { Value } from '../values/value';
import type { BinaryOperation, CompiledOperation, FormulaOperator } from './operator';
import { OPERATORS_PAGE } from './operator';

/** What messages list as the operands of the four comparisons. */
const EXPECTED = ['Number', 'Date', 'DateTime'];
const ORDERED: readonly FormulaType[] = ['Number', 'Date', 'DateTime', 'Time', 'Text', 'Id', 'Null'];

/** `<`. Every comparison with a blank is null. */
export const lessThan = comparison('<', (order) => order < 0);
/** `>`. */
export const greaterThan = comparison('>', (order) => order > 0);
/** `<=`. */
export const lessOrEqual = comparison('<=', (order) => order <= 0);
/** `>=`. */
export const greaterOrEqual = comparison('>=', (order) => order >= 0);

function comparison(operator: '<' | '>' | '<=' | '>=', holds: (order: number) => boolean): FormulaOperator {
  return {
    operator,
    documentation: OPERATORS_PAGE,
    compile: (operation) => compileComparison(operation, holds),
  };
}

function compileComparison(operation: BinaryOperation, holds: (order: number) => boolean): CompiledOperation {
  const { element, left, right } = operation;
  for (const operand of [left, right]) {
    if (!ORDERED.includes(operand.type)) throw wrongType(element, EXPECTED, operand);
  }
  const type = commonType(left.type, right.type);
  if (!type) throw wrongType(element, [typeLabel(left.type)], right);
  const order = orderOf(type);
  return {
    type: 'Boolean',
    evaluate(environment) {
      const leftValue = left.evaluate(environment);
      const rightValue = right.evaluate(environment);
      if (leftValue === null || rightValue === null) return null;
      const result = order(leftValue, rightValue);
      return result === null ? null : holds(result);
    },
  };
}

function orderOf(type: FormulaType): (left: Value & {}, right: Value & {}) => number | null {
  if (isText(type)) return compareText;
  if (type === 'Number') return (left, right) => compare(left as ExactNumber, right as ExactNumber);
  return (left, right) => (left as number) - (right as number);
}

/** By character code, so upper case comes first; blank text has no order. */
function compareText(left: Value & {}, right: Value & {}): number | null {
  if (left === '' || right === '') return null;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
