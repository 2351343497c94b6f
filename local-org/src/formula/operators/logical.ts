import { wrongType } from '../compiler/type-errors';
import type { FormulaOperator } from './operator';

/** `&&`: stops at the first operand that is not true. A null counts as false. */
export const conjunction = logicalOperator('&&', 'and', false);

/** `||`: stops at the first operand that is true. A null counts as false. */
export const disjunction = logicalOperator('||', 'or', true);

function logicalOperator(operator: '&&' | '||', page: string, decisive: boolean): FormulaOperator {
  return {
    operator,
    documentation: `https://help.salesforce.com/s/articleView?id=platform.customize_functions_${page}.htm&type=5`,
    compile({ element, left, right }) {
      for (const operand of [left, right]) {
        if (operand.type !== 'Boolean' && operand.type !== 'Null')
          throw wrongType(element, ['Boolean'], operand);
      }
      return {
        type: 'Boolean',
        evaluate: (environment) =>
          (left.evaluate(environment) === true) === decisive
            ? decisive
            : right.evaluate(environment) === true,
      };
    },
  };
}
