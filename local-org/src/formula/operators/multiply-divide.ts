import { wrongType } from '../compiler/type-errors';
import type { BinaryOperator } from '../syntax/nodes';
import type { ExactNumber } from '../values/decimal';
import { divide, multiply, power } from '../values/decimal';
import type { FormulaOperator } from './operator';
import { OPERATORS_PAGE } from './operator';

/** `*`. */
export const multiplication = numericOperator('*', multiply);

/** `/`; fails at run time when the divisor is zero. */
export const division = numericOperator('/', divide);

/** `^`. */
export const exponentiation = numericOperator('^', power);

function numericOperator(
  operator: BinaryOperator,
  compute: (left: ExactNumber, right: ExactNumber) => ExactNumber,
): FormulaOperator {
  return {
    operator,
    documentation: OPERATORS_PAGE,
    compile({ element, left, right }) {
      for (const operand of [left, right]) {
        if (operand.type !== 'Number' && operand.type !== 'Null')
          throw wrongType(element, ['Number'], operand);
      }
      return {
        type: 'Number',
        evaluate(environment) {
          const leftValue = left.evaluate(environment) as ExactNumber | null;
          const rightValue = right.evaluate(environment) as ExactNumber | null;
          return leftValue === null || rightValue === null ? null : compute(leftValue, rightValue);
        },
      };
    },
  };
}
